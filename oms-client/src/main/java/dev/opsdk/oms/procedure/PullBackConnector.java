package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.Connector;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.PullBack;
import dev.opsdk.oms.model.StoreName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stop, set the checkpoint, start from it. The flag belongs to that start, also to its second try; a start that gives the pull-back up
 * must not have it.
 */
final class PullBackConnector {
    private static final ConnectorStart WITH_FLAG =
            ConnectorStart.builder().fromNewCheckpoint().build();

    private final OmsClient client;
    private final PullBack target;
    private final ConnectorOptions options;
    private final ConnectorSteps steps;

    PullBackConnector(OmsClient client, ConnectorName name, PullBack target, ConnectorOptions options) {
        this.client = client;
        this.target = target;
        this.options = options;
        this.steps = new ConnectorSteps(client, name, options, BlindStep.Kind.BEGIN_ANEW);
    }

    Plan plan() {
        if (steps.startedByOthers()) {
            steps.stopAnew();
        }
        List<Step> all = new ArrayList<>(steps.stop());
        all.add(steps.update(ConnectorUpdate.pullBack(target)));
        all.add(steps.start("start it from the new checkpoint", WITH_FLAG));
        return steps.context()
                .plan("pullBackConnector")
                .checks(checks())
                .steps(all)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(steps.state());
        checks.add(Checks.pass("generation", connector().generation().name()));
        for (Map.Entry<String, Instant> each : target.targets().entrySet()) {
            checks.addAll(target(each.getKey(), each.getValue()));
        }
        checks.add(
                Checks.warn(
                        "replay",
                        "what came after the target is written again, which does no harm only to tables with a primary or unique key"));
        checks.add(Checks.warn(
                "OceanBase source",
                "if it is one, changes do not come in the order of their times: take the safe position of the store (fileIdx), or"
                        + " some minutes earlier"));
        checks.add(Checks.ha(options.haDisabled()));
        return checks;
    }

    private List<PreCheck> target(String subTopic, Instant time) {
        List<PreCheck> checks = new ArrayList<>();
        Instant now = steps.context().time().now();
        checks.add(
                time.isBefore(now)
                        ? Checks.pass("target", subTopic + " to " + time + " (" + time.getEpochSecond() + " s)")
                        : Checks.block("target", time + " is not in the past, it is " + now));
        checks.add(subTopic(subTopic));
        List<StoreName> own = storesOf(subTopic);
        checks.add(Checks.window(client, own, Optional.of(time), "target"));
        checks.add(direction(time));
        return checks;
    }

    private List<StoreName> storesOf(String subTopic) {
        return options.stores().stream()
                .filter(store -> store.subTopic().equals(Optional.of(subTopic)))
                .toList();
    }

    private PreCheck subTopic(String subTopic) {
        if (options.stores().isEmpty()) {
            return Checks.cannot(
                    "subtopic",
                    "'" + subTopic + "' must be a key of the connector's checkpoint already; it cannot be read");
        }
        return storesOf(subTopic).isEmpty()
                ? Checks.block("subtopic", "none of the named stores is of '" + subTopic + "'")
                : Checks.pass("subtopic", "'" + subTopic + "' is that of the named store");
    }

    private PreCheck direction(Instant time) {
        Optional<Instant> position = steps.first().position();
        if (position.isEmpty()) {
            return Checks.cannot(
                    "direction", "where the connector is cannot be read: a target after that loses what lies between");
        }
        Instant at = position.get();
        if (!time.isAfter(at)) {
            return Checks.pass("direction", "back, from " + at);
        }
        String loss = "FORWARD, from " + at + ": what lies between is lost for the destination";
        return options.forwardAllowed() ? Checks.warn("direction", loss) : Checks.block("direction", loss);
    }

    private List<String> next(List<StepResult> results) {
        StepOutcome start = results.get(results.size() - 1).outcome();
        StepOutcome update = results.get(results.size() - 2).outcome();
        if (results.size() == 3 && !results.get(0).outcome().good()) {
            return Advice.notStopped(results.get(0).outcome(), "connector");
        }
        if (update == StepOutcome.REJECTED || update == StepOutcome.NOT_RUN) {
            return Advice.refused(steps.compensation());
        }
        if (!update.good()) {
            return giveUpOr("the connector is stopped, and it is not known whether the new checkpoint is stored:"
                    + " report.resume().run() stores it (again, which does no harm) and starts from it");
        }
        if (start == StepOutcome.UNKNOWN) {
            return List.of(
                    "look in the console whether it runs, and from where",
                    "if it is stopped, start it WITH the flag: " + withFlag(),
                    "do not start it without the flag: it would go on at its old place, as if nothing was asked");
        }
        if (!start.good() && steps.startedByOthers()) {
            return List.of(
                    "the new checkpoint is stored, but it runs at its old place: something else started it, perhaps the HA"
                            + " module; disable that, then report.resume().run() stops it and starts it from the checkpoint");
        }
        if (!start.good()) {
            return giveUpOr("the connector is stopped, and the new checkpoint is stored: settle the cause, then"
                    + " report.resume().run(), or by hand WITH the flag: " + withFlag());
        }
        return results.get(results.size() - 1).detail().contains("not verified")
                ? List.of("look in the console whether it runs and went back; nothing here has proved that")
                : List.of();
    }

    private List<String> giveUpOr(String goOn) {
        List<String> next = new ArrayList<>(List.of(goOn));
        Optional<PullBack> old = oldCheckpoint();
        next.add("to give the pull-back up, first "
                + old.map(back -> "restore the old checkpoint: "
                                + connector()
                                        .requests()
                                        .update(ConnectorUpdate.pullBack(back))
                                        .curl())
                        .orElse("restore the old checkpoint, which nobody told this procedure")
                + "; then start it WITHOUT the flag: "
                + connector().requests().start(ConnectorStart.PLAIN).curl());
        return next;
    }

    /** Only a probe knows it, and only of a connector with one subtopic it is clear whose it is. */
    private Optional<PullBack> oldCheckpoint() {
        Map<String, Instant> targets = target.targets();
        return targets.size() == 1
                ? steps.first()
                        .position()
                        .map(at -> PullBack.to(targets.keySet().iterator().next(), at))
                : Optional.empty();
    }

    private String withFlag() {
        return connector().requests().start(WITH_FLAG).curl();
    }

    private Connector connector() {
        return steps.connector();
    }
}
