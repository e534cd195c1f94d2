package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.ScaleOutOptions;
import dev.opsdk.openmldb.assess.ScaleOutPlanner;
import java.util.ArrayList;
import java.util.List;

/** Spreads replicas and leaders over all healthy tablets. */
final class ScaleOut {
    private final OpenMldbOps client;
    private final ScaleOutOptions options;
    private final Guarded guarded;
    private final ClusterReader reader;

    ScaleOut(OpenMldbOps client, ScaleOutOptions options) {
        this.client = client;
        this.options = options;
        this.guarded = new Guarded(client);
        this.reader = new ClusterReader(client);
    }

    ClusterOperation<MovePlan> operation() {
        return operation(false);
    }

    private ClusterOperation<MovePlan> operation(boolean resumed) {
        // the tablets too: an op on a partition that one of them does not serve fails half-way
        ClusterSnapshot snapshot = reader.everything();
        MovePlan decision = ScaleOutPlanner.plan(snapshot, options);
        List<PreCheck> checks = new ArrayList<>(Guarded.checks(decision.findings()));
        checks.addAll(Guarded.warnings("unmovable", decision.unmovable()));
        checks.addAll(guarded.running(
                resumed
                        ? "they may be those of the run before this one"
                        : "somebody else seems to operate this cluster"));
        List<List<Step>> steps =
                new ArrayList<>(MoveSteps.of(new Actions(client, guarded, snapshot), decision.moves()));
        if (!decision.moves().isEmpty()) {
            steps.add(List.of(even(decision.expected().spread())));
        }
        Plan plan = guarded.plan(
                "scaleOut",
                options.scope().toString(),
                new Guarded.Work(
                        checks,
                        Actions.needAutoFailoverOff(MoveSteps.actions(decision.moves())),
                        steps,
                        this::now,
                        ScaleOut::next),
                () -> operation(true).plan());
        return new ClusterOperation<>(decision, plan);
    }

    /** Somebody else may have moved something meanwhile; then all moves are done and the goal is not reached. */
    private Step even(long planned) {
        return Step.named("see that replicas differ by at most " + planned)
                .look(() -> {
                    Distribution seen = Distribution.of(reader.nameServersView().build(), options.scope());
                    String result = "replicas a tablet differ by " + seen.spread();
                    return seen.spread() <= planned
                            ? Look.done(result)
                            : Look.toDo(result + "; somebody else may have moved some meanwhile");
                })
                .build();
    }

    private List<String> now() {
        ClusterSnapshot snapshot = reader.nameServersView().build();
        Distribution distribution = Distribution.of(snapshot, options.scope());
        return distribution.loads().stream().map(Object::toString).toList();
    }

    private static List<String> next(List<StepResult> results) {
        boolean complete = results.stream().allMatch(result -> result.outcome().good());
        return complete
                ? List.of()
                : List.of("settle the cause, then report.resume(): it plans anew from what is true then");
    }
}
