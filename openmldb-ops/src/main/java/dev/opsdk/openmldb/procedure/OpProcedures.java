package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done to the ops of the nameserver, as plans. */
public final class OpProcedures {
    private final OpenMldbOps client;

    /**
     * For {@link OpenMldbOps#opProcedures()}.
     *
     * @param client the client
     */
    public OpProcedures(OpenMldbOps client) {
        this.client = client;
    }

    /**
     * Cancels an op that waits or runs. What it did so far stays: look at its partition afterwards. The server takes it only while
     * auto_failover is off, and the plan sees to that.
     *
     * @param id its number
     * @return the plan
     */
    public Plan cancel(long id) {
        return cancel(new Guarded(client), id);
    }

    private Plan cancel(Guarded guarded, long id) {
        Step step = Step.named("cancel op " + id)
                .sends(client.nameServer().requests().cancelOp(id))
                .look(guarded.look(() -> lookToCancel(id)))
                .act(progress -> client.nameServer().cancelOp(id))
                .prove(() -> ended(id))
                .build();
        return plan(
                guarded,
                "cancelOp",
                Long.toString(id),
                lookToCancel(id),
                true,
                step,
                () -> state(id),
                () -> cancel(guarded, id));
    }

    private Look lookToCancel(long id) {
        Optional<Op> op = read(id);
        if (op.isEmpty()) {
            return Look.blocked("the nameserver lists no op " + id);
        }
        return op.get().pending() ? Look.toDo(op.get().toString()) : Look.done("it has ended: " + op.get());
    }

    private Look ended(long id) {
        try {
            Optional<Op> end = Waiter.on(client.timeSource(), "op " + id + " to end", () -> read(id))
                    .every(client.pollEvery())
                    .until(op -> op.filter(Op::pending).isEmpty())
                    .await(Duration.ofMinutes(1));
            return Look.done(end.map(Op::toString).orElse("it is not listed any more"));
        } catch (WaitTimeoutException e) {
            return Look.toDo(e.getMessage());
        }
    }

    /**
     * Removes an ended op from the nameserver's list. Server 0.8.5 and later.
     *
     * @param id its number
     * @return the plan
     */
    public Plan delete(long id) {
        Guarded guarded = new Guarded(client);
        Step step = Step.named("delete op " + id)
                .sends(client.nameServer().requests().deleteOp(id))
                .look(() -> lookToDelete(id))
                .act(progress -> client.nameServer().deleteOp(id))
                .build();
        return plan(
                guarded,
                "deleteOp",
                Long.toString(id),
                lookToDelete(id),
                false,
                step,
                () -> state(id),
                () -> delete(id));
    }

    private Look lookToDelete(long id) {
        return read(id).map(op -> op.pending()
                        ? Look.blocked("it has not ended, cancel it first: " + op)
                        : Look.toDo(op.toString()))
                .orElseGet(() -> Look.done("it is not listed"));
    }

    /**
     * Removes all ops of a database and a state from the nameserver's list. Server 0.8.5 and later.
     *
     * @param db whose ops
     * @param state {@code DONE}, {@code FAILED} or {@code CANCELED}
     * @return the plan
     * @throws IllegalArgumentException for a state of ops that have not ended, and if the database's name is blank
     */
    public Plan deleteAll(String db, OpState.Known state) {
        if (state == OpState.Known.INITED || state == OpState.Known.DOING) {
            throw new IllegalArgumentException("ops that are " + state + " have not ended; cancel them one by one");
        }
        Guarded guarded = new Guarded(client);
        Step step = Step.named("delete the ops that are " + state)
                .sends(client.nameServer().requests().deleteOps(db, state))
                .look(() -> lookToDelete(db, state))
                .act(progress -> client.nameServer().deleteOps(db, state))
                .build();
        return plan(
                guarded,
                "deleteOps",
                db + " " + state,
                lookToDelete(db, state),
                false,
                step,
                () -> matching(db, state) + " ops are " + state,
                () -> deleteAll(db, state));
    }

    private Look lookToDelete(String db, OpState.Known state) {
        long left = matching(db, state);
        return left == 0 ? Look.done("there is none") : Look.toDo("there are " + left);
    }

    /** What is seen now decides whether anything is switched for it. */
    private static Plan plan(
            Guarded guarded,
            String procedure,
            String target,
            Look seen,
            boolean autoFailoverOff,
            Step step,
            Supplier<String> now,
            Supplier<Plan> again) {
        return guarded.plan(
                procedure,
                target,
                new Guarded.Work(
                        List.of(check(target, seen)),
                        autoFailoverOff && seen.standing() == Look.Standing.TO_DO,
                        List.of(List.of(step)),
                        () -> List.of(now.get()),
                        results -> results.stream()
                                        .allMatch(result -> result.outcome().good())
                                ? List.of()
                                : List.of("settle the cause, then report.resume(): it looks before it sends again")),
                again);
    }

    private static PreCheck check(String target, Look seen) {
        return switch (seen.standing()) {
            case BLOCKED -> new PreCheck(target, CheckResult.BLOCK, seen.detail());
            case TO_DO -> new PreCheck(target, CheckResult.PASS, seen.detail());
            case DONE, ACCEPTED -> new PreCheck(target, CheckResult.PASS, "nothing to do, " + seen.detail());
        };
    }

    private String state(long id) {
        return read(id).map(Op::toString).orElse("op " + id + " is not listed");
    }

    private long matching(String db, OpState.Known state) {
        return client.nameServer().ops(db).stream()
                .filter(op -> op.state().is(state))
                .count();
    }

    private Optional<Op> read(long id) {
        return client.nameServer().op(id);
    }
}
