package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.Durations;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.openmldb.assess.OpProgress;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The ops that a request caused: those of its partition that are newer than the newest one before it. An answer of 0 does not mean that
 * there is one, and a new leader of the nameservers does not know the ones that ended well: then the goal decides.
 */
final class OpWatch {
    /** An op is created before the answer; after a fail-over it may take some seconds until the new leader lists it. */
    private static final Duration UNTIL_LISTED = Duration.ofSeconds(20);

    private final PartitionView view;
    private final BooleanSupplier goal;
    private final String advice;
    private final long baseline;
    private long lastListed;

    private OpWatch(PartitionView view, BooleanSupplier goal, String advice, long baseline) {
        this.advice = advice;
        this.view = view;
        this.goal = goal;
        this.baseline = baseline;
    }

    /** Begins to watch, before the request is sent. */
    static OpWatch after(List<Op> before, PartitionView view, BooleanSupplier goal, String advice) {
        return new OpWatch(
                view, goal, advice, before.stream().mapToLong(Op::id).max().orElse(0));
    }

    private record Sight(List<Op> ops, boolean reached, Duration unlisted) {
        boolean ended() {
            return ops.isEmpty() ? reached : ops.stream().noneMatch(Op::pending);
        }

        Optional<String> vain(String advice) {
            Optional<Op> bad = ops.stream()
                    .filter(op ->
                            op.state().is(OpState.Known.FAILED) || op.state().is(OpState.Known.CANCELED))
                    .findFirst();
            if (bad.isPresent()) {
                return bad.map(op -> op + advice);
            }
            return ops.isEmpty() && !reached && unlisted.compareTo(UNTIL_LISTED) >= 0
                    ? Optional.of(
                            "the nameserver lists no op for it after " + Durations.text(unlisted)
                                    + ", and the partition is not as it should be: an answer of 0 does not mean that it is done")
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return ops.isEmpty() ? "no op" : ops.stream().map(Op::toString).collect(Collectors.joining(", "));
        }
    }

    /** Waits until all of them have ended well. */
    void await(String title, Duration limit, Consumer<String> progress) {
        lastListed = view.time().nanos();
        Waiter.on(view.time(), "'" + title + "'", this::look)
                .every(view.pollEvery())
                .onPoll(sight -> sight.ops.stream()
                        .filter(Op::pending)
                        .forEach(op -> progress.accept(OpProgress.of(op).toString())))
                .failIf(sight -> sight.vain(advice))
                .until(Sight::ended)
                .await(limit);
    }

    private Sight look() {
        List<Op> ops = view.ops().stream().filter(op -> op.id() > baseline).toList();
        long now = view.time().nanos();
        if (!ops.isEmpty()) {
            lastListed = now;
            return new Sight(ops, false, Duration.ZERO);
        }
        return new Sight(ops, goal.getAsBoolean(), Duration.ofNanos(now - lastListed));
    }
}
