package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
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
        // the tablets too: an op on a partition that one of them does not serve fails half-way
        ClusterSnapshot snapshot = reader.everything();
        MovePlan decision = ScaleOutPlanner.plan(snapshot, options);
        List<PreCheck> checks = new ArrayList<>(Guarded.checks(decision.findings()));
        checks.addAll(Guarded.warnings("unmovable", decision.unmovable()));
        Plan plan = guarded.plan(
                "scaleOut",
                options.scope().toString(),
                new Guarded.Work(
                        checks,
                        Actions.needAutoFailoverOff(MoveSteps.actions(decision.moves())),
                        MoveSteps.of(new Actions(client, guarded, snapshot), decision.moves()),
                        this::now,
                        ScaleOut::next),
                () -> operation().plan());
        return new ClusterOperation<>(decision, plan);
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
