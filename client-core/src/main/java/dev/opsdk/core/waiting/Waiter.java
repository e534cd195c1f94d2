package dev.opsdk.core.waiting;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.error.WaitTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Polls a state until it is the awaited one, cannot become it, or time is over. Failure is asked before success. A success that can
 * be undone has to hold for a while: seen once is not true for good.
 *
 * @param <S> the state
 */
public final class Waiter<S> {
    private final TimeSource time;
    private final String awaited;
    private final Supplier<S> read;
    private Predicate<S> success = state -> false;
    private Function<S, Optional<String>> failure = state -> Optional.empty();
    private Consumer<S> progress = state -> {};
    private Duration every = Duration.ofSeconds(3);
    private Duration stableFor = Duration.ZERO;
    private int tolerated = 5;

    private Waiter(TimeSource time, String awaited, Supplier<S> read) {
        this.time = time;
        this.awaited = awaited;
        this.read = read;
    }

    /**
     * Starts describing a wait.
     *
     * @param time the clock
     * @param awaited what is awaited, as {@code job 'orders' to be caught up}
     * @param read one poll
     * @param <S> the state
     * @return a waiter
     */
    public static <S> Waiter<S> on(TimeSource time, String awaited, Supplier<S> read) {
        return new Waiter<>(time, awaited, read);
    }

    /**
     * What ends the wait well.
     *
     * @param reached whether the state is the awaited one
     * @return this waiter
     */
    public Waiter<S> until(Predicate<S> reached) {
        success = reached;
        return this;
    }

    /**
     * What makes waiting vain.
     *
     * @param reason why the awaited state cannot come any more, or empty
     * @return this waiter
     */
    public Waiter<S> failIf(Function<S, Optional<String>> reason) {
        failure = reason;
        return this;
    }

    /**
     * How often to poll; 3 s unless told. Each pause is up to a tenth longer or shorter.
     *
     * @param pause between polls
     * @return this waiter
     */
    public Waiter<S> every(Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("the pause between polls is " + pause + "; it must be longer than zero");
        }
        every = pause;
        return this;
    }

    /**
     * How long the awaited state must hold, poll after poll; one poll is enough unless told.
     *
     * @param window how long
     * @return this waiter
     */
    public Waiter<S> stableFor(Duration window) {
        stableFor = window;
        return this;
    }

    /**
     * How many polls in a row may fail because the server is unreachable or silent; 5 unless told.
     *
     * @param polls how many
     * @return this waiter
     */
    public Waiter<S> tolerate(int polls) {
        tolerated = polls;
        return this;
    }

    /**
     * Sees every state.
     *
     * @param consumer called after each poll on the waiting thread
     * @return this waiter
     */
    public Waiter<S> onPoll(Consumer<S> consumer) {
        progress = consumer;
        return this;
    }

    /**
     * Waits.
     *
     * @param limit how long at most; at least one poll is made
     * @return the awaited state
     * @throws WaitTimeoutException when time is over; carries the last state seen
     * @throws WaitFailedException when waiting is vain
     * @throws CancelledException as soon as the thread is interrupted
     * @throws OpsException what a poll was refused with, or the failure of one poll too many
     */
    public S await(Duration limit) {
        long start = time.nanos();
        @Nullable S last = null;
        @Nullable OpsException lastFailure = null;
        int failedPolls = 0;
        long stableSince = Long.MIN_VALUE;
        while (true) {
            try {
                S state = Objects.requireNonNull(read.get());
                last = state;
                lastFailure = null;
                failedPolls = 0;
                progress.accept(state);
                Optional<String> vain = failure.apply(state);
                if (vain.isPresent()) {
                    throw new WaitFailedException(awaited, vain.get(), state);
                }
                if (!success.test(state)) {
                    stableSince = Long.MIN_VALUE;
                } else {
                    long now = time.nanos();
                    stableSince = stableSince == Long.MIN_VALUE ? now : stableSince;
                    if (now - stableSince >= stableFor.toNanos()) {
                        return state;
                    }
                }
            } catch (UnreachableException | NoReplyException e) {
                lastFailure = e;
                stableSince = Long.MIN_VALUE;
                if (++failedPolls > tolerated) {
                    throw e;
                }
            }
            Duration left = limit.minusNanos(time.nanos() - start);
            if (left.isNegative() || left.isZero()) {
                throw new WaitTimeoutException(awaited, limit, last, lastFailure);
            }
            pause(left);
        }
    }

    private void pause(Duration left) {
        Duration pause = every.multipliedBy(ThreadLocalRandom.current().nextLong(90, 111))
                .dividedBy(100);
        try {
            time.sleep(pause.compareTo(left) > 0 ? left : pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while waiting for " + awaited);
        }
    }
}
