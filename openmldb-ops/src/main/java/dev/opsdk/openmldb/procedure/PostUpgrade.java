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
import dev.opsdk.openmldb.assess.PostUpgradePlan;
import dev.opsdk.openmldb.assess.PostUpgradePlanner;
import dev.opsdk.openmldb.assess.PostUpgradeStep;
import dev.opsdk.openmldb.assess.StatLine;
import dev.opsdk.openmldb.model.Op;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings leadership back to an upgraded tablet, line by line, and strikes out each line that is done. */
final class PostUpgrade {
    private final OpenMldbOps client;
    private final String endpoint;
    private final Path statFile;
    private final Guarded guarded;
    private final ClusterReader reader;

    PostUpgrade(OpenMldbOps client, String endpoint, Path statFile) {
        this.client = client;
        this.endpoint = endpoint;
        this.statFile = statFile;
        this.guarded = new Guarded(client);
        this.reader = new ClusterReader(client);
    }

    ClusterOperation<PostUpgradePlan> operation() {
        List<StatLine> lines = StatFiles.read(statFile).of(endpoint);
        ClusterSnapshot snapshot = reader.withHoldingsOf(List.of(endpoint));
        PostUpgradePlan decision = PostUpgradePlanner.plan(snapshot, endpoint, lines);
        List<PreCheck> checks = new ArrayList<>(Guarded.checks(decision.findings()));
        checks.add(new PreCheck(
                "stat file",
                lines.isEmpty() ? CheckResult.WARN : CheckResult.PASS,
                lines.size() + " lines of " + endpoint + " in " + statFile.toAbsolutePath()));
        List<Op> running =
                client.nameServer().ops().stream().filter(Op::pending).toList();
        checks.add(
                running.isEmpty()
                        ? new PreCheck("ops", CheckResult.PASS, "none runs")
                        : new PreCheck(
                                "ops",
                                CheckResult.BLOCK,
                                running.size() + " run, such as " + running.get(0)
                                        + "; awaitNoOps(limit) waits for them"));
        List<Action> all = decision.steps().stream()
                .flatMap(step -> step.actions().stream())
                .toList();
        Plan plan = guarded.plan(
                "postUpgrade",
                endpoint,
                new Guarded.Work(
                        checks, Actions.needAutoFailoverOff(all), steps(decision, snapshot), this::now, this::next),
                () -> operation().plan());
        return new ClusterOperation<>(decision, plan);
    }

    private List<List<Step>> steps(PostUpgradePlan decision, ClusterSnapshot snapshot) {
        Actions actions = new Actions(client, guarded, snapshot);
        List<List<Step>> units = new ArrayList<>();
        for (PostUpgradeStep step : decision.steps()) {
            List<Step> steps = new ArrayList<>();
            units.add(steps);
            String part = step.line().partition().toString();
            if (step.state() == PostUpgradeStep.State.NOT_YET) {
                steps.add(Step.named(part + ": bring leadership back to " + endpoint)
                        .part(part)
                        .look(() -> Look.blocked(step.reason()))
                        .build());
            } else {
                step.actions()
                        .forEach(action ->
                                steps.add(actions.step(action).part(part).build()));
                steps.add(strike(step.line(), part));
            }
        }
        return units;
    }

    /** Only this line: others may be of tablets that are upgraded side by side. */
    private Step strike(StatLine line, String part) {
        return Step.named("strike out in " + statFile + ": " + line)
                .part(part)
                .look(() -> StatFiles.read(statFile).of(endpoint).contains(line)
                        ? Look.toDo("it is there")
                        : Look.done("it is not there"))
                .act(progress ->
                        StatFiles.write(statFile, StatFiles.read(statFile).without(line)))
                .build();
    }

    private List<String> now() {
        List<StatLine> left = StatFiles.read(statFile).of(endpoint);
        return List.of(
                left.isEmpty()
                        ? "no line of " + endpoint + " is left in " + statFile
                        : left.size() + " lines left: " + left);
    }

    private List<String> next(List<StepResult> results) {
        return results.stream().allMatch(result -> result.outcome().good())
                ? List.of()
                : List.of(
                        "where the tablet lacks a partition: recoverData first",
                        "then report.resume(), or postUpgrade again: the lines that are left say what is left");
    }
}
