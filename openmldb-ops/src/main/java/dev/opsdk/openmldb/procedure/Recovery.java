package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.RecoverOptions;
import dev.opsdk.openmldb.assess.RecoverPlan;
import dev.opsdk.openmldb.assess.RecoverPlanner;
import dev.opsdk.openmldb.assess.Repair;
import dev.opsdk.openmldb.assess.TableHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes ill partitions well, each on its own, and leaves what is well alone. */
final class Recovery {
    private final OpenMldbOps client;
    private final RecoverOptions options;
    private final Guarded guarded;
    private final ClusterReader reader;

    Recovery(OpenMldbOps client, RecoverOptions options) {
        this.client = client;
        this.options = options;
        this.guarded = new Guarded(client);
        this.reader = new ClusterReader(client);
    }

    ClusterOperation<RecoverPlan> operation() {
        ClusterSnapshot snapshot = reader.everythingAndCutOff();
        RecoverPlan decision = RecoverPlanner.plan(snapshot, options);
        List<PreCheck> checks = new ArrayList<>(Guarded.checks(decision.findings()));
        checks.addAll(Guarded.warnings("not repairable", decision.unrepairable()));
        Plan plan = guarded.plan(
                "recoverData",
                options.scope().toString(),
                new Guarded.Work(checks, needsOff(decision), steps(decision, snapshot), this::now, Recovery::next),
                () -> operation().plan());
        return new ClusterOperation<>(decision, plan);
    }

    private static boolean needsOff(RecoverPlan decision) {
        List<Action> actions = decision.repairs().stream()
                .flatMap(repair -> repair.actions().stream())
                .toList();
        return Actions.needAutoFailoverOff(actions);
    }

    private List<List<Step>> steps(RecoverPlan decision, ClusterSnapshot snapshot) {
        Actions actions = new Actions(client, guarded, snapshot);
        List<List<Step>> units = new ArrayList<>();
        for (Repair repair : decision.repairs()) {
            String part = repair.partition().toString();
            units.add(repair.actions().stream()
                    .map(action -> actions.step(action).part(part).build())
                    .toList());
        }
        decision.health().stream().filter(table -> !table.healthy()).forEach(table -> units.add(List.of(check(table))));
        return units;
    }

    /** What counts is how the table is at the end, whichever of its partitions were repaired. */
    private Step check(TableHealth table) {
        String id = table.db().isEmpty() ? table.table() : table.db() + "." + table.table();
        return Step.named("see that " + id + " is healthy")
                .part("health of " + id)
                .look(() -> {
                    ClusterSnapshot now = reader.table(table.db(), table.table());
                    Optional<TableHealth> health =
                            now.table(table.db(), table.table()).map(read -> TableHealth.of(now, read));
                    if (health.isEmpty()) {
                        return Look.done("the table is gone");
                    }
                    return health.get().healthy()
                            ? Look.done("all replicas are alive and hold what they should")
                            : Look.toDo(health.get().toString());
                })
                .build();
    }

    private List<String> now() {
        RecoverPlan left = RecoverPlanner.plan(reader.everythingAndCutOff(), options);
        List<String> ill = left.health().stream()
                .filter(table -> !table.healthy())
                .map(TableHealth::toString)
                .toList();
        return ill.isEmpty() ? List.of("all tables of " + options.scope() + " are healthy") : ill;
    }

    private static List<String> next(List<StepResult> results) {
        return results.stream().allMatch(result -> result.outcome().good())
                ? List.of()
                : List.of("settle what is said of the tables that are not healthy, then report.resume()");
    }
}
