package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.ScaleInPlanner;
import dev.opsdk.openmldb.assess.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Empties tablets, so that they can be switched off. Does not switch them off. */
final class ScaleIn {
    private final OpenMldbOps client;
    private final List<String> endpoints;
    private final Guarded guarded;
    private final ClusterReader reader;

    ScaleIn(OpenMldbOps client, List<String> endpoints) {
        this.client = client;
        this.endpoints = endpoints;
        this.guarded = new Guarded(client);
        this.reader = new ClusterReader(client);
    }

    ClusterOperation<MovePlan> operation() {
        // all tablets: an op on a partition whose leader, wherever it is, does not serve fails half-way
        ClusterSnapshot snapshot = reader.everything();
        MovePlan decision = ScaleInPlanner.plan(snapshot, endpoints);
        List<List<Step>> steps =
                new ArrayList<>(MoveSteps.of(new Actions(client, guarded, snapshot), decision.moves()));
        endpoints.forEach(endpoint -> steps.add(List.of(empty(endpoint))));
        Plan plan = guarded.plan(
                "scaleIn",
                String.join(",", endpoints),
                new Guarded.Work(
                        Guarded.checks(decision.findings()),
                        Actions.needAutoFailoverOff(MoveSteps.actions(decision.moves())),
                        steps,
                        this::now,
                        this::next),
                () -> operation().plan());
        return new ClusterOperation<>(decision, plan);
    }

    private Step empty(String endpoint) {
        return Step.named("see that " + endpoint + " is empty")
                .look(() -> {
                    List<String> left = client.nameServer().tables().stream()
                            .flatMap(table -> table.partitions().stream()
                                    .filter(partition -> partition.on(endpoint).isPresent())
                                    .map(partition -> table.id() + "/" + partition.pid()))
                            .toList();
                    return left.isEmpty()
                            ? Look.done("no table has a replica there")
                            : Look.toDo(left.size() + " replicas are left: "
                                    + left.stream().limit(5).toList());
                })
                .build();
    }

    private List<String> now() {
        ClusterSnapshot snapshot = reader.withHoldingsOf(endpoints);
        Distribution distribution = Distribution.of(snapshot, Scope.everything());
        List<String> lines = new ArrayList<>();
        for (String endpoint : endpoints) {
            Optional<String> failure = snapshot.holdings(endpoint).failure();
            lines.add(distribution.on(endpoint).map(Object::toString).orElse(endpoint + " is not known")
                    + failure.map(reason -> ", could not be asked: " + reason)
                            .orElse(", holds "
                                    + snapshot.holdings(endpoint).partitions().size() + " partitions"));
        }
        return lines;
    }

    private List<String> next(List<StepResult> results) {
        return results.stream().allMatch(result -> result.outcome().good())
                ? List.of("the tablets can be stopped: " + String.join(", ", endpoints))
                : List.of(
                        "do not stop " + String.join(", ", endpoints) + " yet",
                        "settle the cause, then report.resume(): it plans anew from what is true then");
    }
}
