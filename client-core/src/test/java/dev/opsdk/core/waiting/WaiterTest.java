package dev.opsdk.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.testkit.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WaiterTest {
    private static final CallSite SITE = new CallSite("tiny", "state", "", Effect.READ, "GET", "http://h:1/state");

    private final FakeTime time = FakeTime.start();

    /** Polls give these, the last one for ever; an exception is thrown. */
    private Waiter<String> waiting(Object... states) {
        Deque<Object> left = new ArrayDeque<>(List.of(states));
        Supplier<String> read = () -> {
            Object next = left.size() > 1 ? left.poll() : left.peek();
            if (next instanceof RuntimeException e) {
                throw e;
            }
            return (String) next;
        };
        return Waiter.on(time, "it to be done", read)
                .until("done"::equals)
                .failIf(state -> state.startsWith("bad") ? Optional.of("it is " + state) : Optional.empty())
                .every(Duration.ofSeconds(10));
    }

    private static RuntimeException gone() {
        return new UnreachableException(SITE, "gone", null);
    }

    @Test
    void whatIsTrueAtOnceIsNotWaitedFor() {
        assertThat(waiting("done").await(Duration.ZERO)).isEqualTo("done");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void pollsGoOnUntilTheStateIsReached() {
        List<String> seen = new ArrayList<>();
        assertThat(waiting("a", "b", "done").onPoll(seen::add).await(Duration.ofMinutes(5)))
                .isEqualTo("done");
        assertThat(seen).containsExactly("a", "b", "done");
        assertThat(time.sleeps()).hasSize(2);
    }

    @Test
    void pausesDifferByATenthAtMost() {
        assertThatExceptionOfType(WaitTimeoutException.class)
                .isThrownBy(() -> waiting("a").await(Duration.ofHours(1)));
        List<Duration> pauses = time.sleeps().subList(0, time.sleeps().size() - 1);
        assertThat(pauses)
                .hasSizeGreaterThan(300)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11)));
        assertThat(pauses.stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void theEndOfTimeCarriesTheLastState() {
        assertThatExceptionOfType(WaitTimeoutException.class)
                .isThrownBy(() -> waiting("a", "b").await(Duration.ofSeconds(35)))
                .satisfies(e -> assertThat(e.lastState(String.class)).contains("b"))
                .satisfies(e -> assertThat(e.lastState(Integer.class)).isEmpty())
                .withMessageContaining("it to be done")
                .withMessageContaining("last seen: b");
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void failureIsAskedBeforeSuccess() {
        assertThatExceptionOfType(WaitFailedException.class)
                .isThrownBy(() -> waiting("a", "bad")
                        .until(state -> true)
                        .failIf(state -> Optional.of("vain"))
                        .await(Duration.ofMinutes(1)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("vain"));
    }

    @Test
    void aVainWaitEndsWithTheReasonAndTheState() {
        assertThatExceptionOfType(WaitFailedException.class)
                .isThrownBy(() -> waiting("a", "bad luck").await(Duration.ofMinutes(5)))
                .satisfies(e -> assertThat(e.lastState(String.class)).contains("bad luck"))
                .satisfies(e -> assertThat(e.lastState(Integer.class)).isEmpty())
                .withMessageContaining("in vain: it is bad luck");
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void aStateMustHoldForItsWindowAndStartsAnewWhenItDoesNot() {
        List<String> seen = new ArrayList<>();
        waiting("done", "done", "a", "done", gone(), "done", "done", "done", "done")
                .stableFor(Duration.ofSeconds(20))
                .onPoll(seen::add)
                .await(Duration.ofMinutes(5));
        // a window of 20 s with pauses of 9 to 11 s: three or four polls in a row after the last break
        assertThat(seen.subList(0, 4)).containsExactly("done", "done", "a", "done");
        assertThat(seen.size()).isBetween(7, 8);
    }

    @Test
    void aFewFailedPollsAreBorneAndCountedInARow() {
        NoReplyException silent = new NoReplyException(SITE, "silent", null);
        assertThat(waiting(gone(), silent, "a", gone(), gone(), "done")
                        .tolerate(2)
                        .await(Duration.ofMinutes(5)))
                .isEqualTo("done");
    }

    @Test
    void oneFailedPollTooManyEndsTheWait() {
        assertThatExceptionOfType(UnreachableException.class)
                .isThrownBy(() -> waiting("a", gone()).tolerate(2).await(Duration.ofMinutes(5)));
        assertThat(time.sleeps()).hasSize(3);
    }

    @Test
    void theEndOfTimeAfterFailedPollsSaysBoth() {
        assertThatExceptionOfType(WaitTimeoutException.class)
                .isThrownBy(() -> waiting("a", gone()).tolerate(100).await(Duration.ofSeconds(30)))
                .withMessageContaining("last seen: a")
                .withMessageContaining("last poll failed: tiny state: GET http://h:1/state -> not sent: gone")
                .withCauseInstanceOf(UnreachableException.class);
        assertThatExceptionOfType(WaitTimeoutException.class)
                .isThrownBy(() -> waiting(gone()).tolerate(100).await(Duration.ofSeconds(30)))
                .withMessageContaining("no state could be read");
    }

    @Test
    void anUnreadableAnswerIsNotBorne() {
        assertThatExceptionOfType(UnreadableReplyException.class)
                .isThrownBy(() -> waiting("a", new UnreadableReplyException(SITE, "HTML", null))
                        .await(Duration.ofMinutes(5)));
    }

    @Test
    void anInterruptEndsTheWaitAtOnce() {
        time.interruptAt(2);
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> waiting("a").await(Duration.ofMinutes(5)))
                .withMessageContaining("it to be done");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(time.sleeps()).hasSize(2);
    }

    @Test
    void aPauseMustBeOne() {
        assertThatThrownBy(() -> waiting("a").every(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> waiting("a").every(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
