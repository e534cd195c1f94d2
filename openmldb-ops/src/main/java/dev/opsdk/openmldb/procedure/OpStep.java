package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.TablePartition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step that lets the nameserver create ops for one partition: waits for ops that run there already, sends once, waits for the ops that
 * are new since, and looks whether the partition is as it should be.
 */
final class OpStep {
    private final PartitionView view;
    private final Guarded guarded;
    private final String title;
    private final Duration limit;
    private final Runnable send;
    private final Function<TablePartition, Look> goal;
    private Function<TablePartition, Look> proof;
    private String advice = "";
    private @Nullable OpWatch unproved;

    OpStep(
            PartitionView view,
            Guarded guarded,
            String title,
            Duration limit,
            Runnable send,
            Function<TablePartition, Look> goal) {
        this.view = view;
        this.guarded = guarded;
        this.title = view.id() + ": " + title;
        this.limit = limit;
        this.send = send;
        this.goal = goal;
        this.proof = goal;
    }

    /** What has to be read besides the nameserver's view before it counts as done. */
    OpStep proving(Function<TablePartition, Look> deeper) {
        proof = deeper;
        return this;
    }

    /** What is said when one of its ops failed. */
    OpStep advising(String words) {
        advice = words;
        return this;
    }

    Step.Builder step(RequestLine line) {
        return Step.named(title)
                .sends(line)
                .look(guarded.look(this::lookBefore))
                .act(this::act)
                .prove(this::prove);
    }

    /** What cannot be done now may be possible when the op that is at work there, perhaps our own of an earlier run, has ended. */
    private Look lookBefore() {
        Look seen = look(goal);
        if (seen.standing() == Look.Standing.BLOCKED) {
            return view.ops().stream()
                    .filter(Op::pending)
                    .findFirst()
                    .map(op -> Look.toDo(op + " is at work on it"))
                    .orElse(seen);
        }
        return seen;
    }

    private Look look(Function<TablePartition, Look> judge) {
        Optional<TablePartition> partition = view.read();
        return partition.map(judge).orElseGet(() -> Look.blocked("there is no partition " + view.id()));
    }

    private void act(Consumer<String> progress) {
        List<Op> before = view.ops();
        if (before.stream().anyMatch(Op::pending)) {
            before = settled(progress);
            Look now = guarded.look(() -> look(goal)).get();
            if (now.standing() == Look.Standing.DONE) {
                return;
            }
            if (now.standing() == Look.Standing.BLOCKED) {
                throw new WaitFailedException("'" + title + "'", now.detail(), null);
            }
        }
        OpWatch watch = OpWatch.after(before, view, this::reached, advice);
        unproved = watch;
        send.run();
        watch.await(title, limit, progress);
        unproved = null;
    }

    /** Whoever asked for them: two ops on one partition would queue, and the second may find another state than it was asked for. */
    private List<Op> settled(Consumer<String> progress) {
        return Waiter.on(view.time(), "the ops of " + view.id() + " that run already", view::ops)
                .every(view.pollEvery())
                .onPoll(ops -> ops.stream().filter(Op::pending).forEach(op -> progress.accept("waits for " + op)))
                .until(ops -> ops.stream().noneMatch(Op::pending))
                .await(limit);
    }

    private Look prove() {
        OpWatch watch = unproved;
        if (watch != null) {
            // the answer was lost: whether it was taken is seen by its op
            unproved = null;
            watch.await(title, limit, progress -> {});
        }
        return look(proof);
    }

    private boolean reached() {
        return look(goal).standing() == Look.Standing.DONE;
    }
}
