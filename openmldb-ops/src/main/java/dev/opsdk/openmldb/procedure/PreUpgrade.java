package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.PreUpgradePlanner;
import dev.opsdk.openmldb.assess.StatFile;
import dev.opsdk.openmldb.assess.StatLine;
import dev.opsdk.openmldb.assess.UpgradePlan;
import dev.opsdk.openmldb.assess.UpgradeStep;
import dev.opsdk.openmldb.model.Replica;
import java.util.ArrayList;
import java.util.List;

/** Moves leadership away from a tablet and writes down what to undo, before each move. */
final class PreUpgrade {
    private final OpenMldbOps client;
    private final String endpoint;
    private final UpgradeOptions options;
    private final Guarded guarded;
    private final ClusterReader reader;

    PreUpgrade(OpenMldbOps client, String endpoint, UpgradeOptions options) {
        this.client = client;
        this.endpoint = endpoint;
        this.options = options;
        this.guarded = new Guarded(client);
        this.reader = new ClusterReader(client);
    }

    ClusterOperation<UpgradePlan> operation() {
        // all tablets: a follower that its tablet does not serve must not become leader
        ClusterSnapshot snapshot = reader.everything();
        UpgradePlan decision = PreUpgradePlanner.plan(snapshot, endpoint, options.allowSingleReplica());
        List<PreCheck> checks = new ArrayList<>(Guarded.checks(decision.findings()));
        checks.addAll(Guarded.warnings("unavailable while it is down", decision.unavailable()));
        checks.add(new PreCheck(
                "writes",
                CheckResult.CANNOT_CHECK,
                "a change of leader may lose what is written meanwhile; stop writers if that matters"));
        List<Action> all = decision.steps().stream()
                .flatMap(step -> step.actions().stream())
                .toList();
        Plan plan = guarded.plan(
                "preUpgrade",
                endpoint,
                new Guarded.Work(
                        checks, Actions.needAutoFailoverOff(all), steps(decision, snapshot), this::now, this::next),
                () -> operation().plan());
        return new ClusterOperation<>(decision, plan);
    }

    private List<List<Step>> steps(UpgradePlan decision, ClusterSnapshot snapshot) {
        Actions actions = new Actions(client, guarded, snapshot);
        List<List<Step>> units = new ArrayList<>();
        for (UpgradeStep step : decision.steps()) {
            List<Step> unit = new ArrayList<>(List.of(note(step.line())));
            unit.addAll(actions.steps(step.actions()));
            units.add(unit);
        }
        return units;
    }

    private Step note(StatLine line) {
        return Step.named("write down in " + options.statFile() + ": " + line)
                .look(() -> written(line) ? Look.done("it is there") : Look.toDo("it is not there"))
                .act(progress -> {
                    StatFile file = StatFiles.read(options.statFile());
                    StatFiles.write(options.statFile(), file.with(line));
                })
                .build();
    }

    /** A run before this one may have written more of it: which replica it added. */
    private boolean written(StatLine line) {
        return StatFiles.read(options.statFile()).of(endpoint).stream()
                .anyMatch(there -> there.partition().equals(line.partition())
                        && there.tid() == line.tid()
                        && (line.added().isEmpty() || there.added().equals(line.added())));
    }

    private List<String> now() {
        List<String> leads = client.nameServer().tables().stream()
                .flatMap(table -> table.partitions().stream()
                        .filter(partition ->
                                partition.on(endpoint).filter(Replica::leads).isPresent())
                        .map(partition -> table.id() + "/" + partition.pid()))
                .toList();
        return List.of(endpoint + " leads " + (leads.isEmpty() ? "nothing" : leads.size() + " partitions: " + leads));
    }

    private List<String> next(List<StepResult> results) {
        return results.stream().allMatch(result -> result.outcome().good())
                ? List.of(
                        "stop " + endpoint + ", replace it, start it",
                        "if its partitions do not come back by themselves: recoverData",
                        "then postUpgrade(\"" + endpoint + "\") with the same stat file")
                : List.of(
                        "do not stop " + endpoint + " yet; settle the cause, then report.resume()",
                        "or undo it: postUpgrade(\"" + endpoint + "\") brings back what was moved so far");
    }
}
