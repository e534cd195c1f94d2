package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stop, update, start if it ran. What it had before cannot be read, so nothing can be prepared to undo it. */
final class UpdateConnector {
    private final String procedure;
    private final ConnectorUpdate change;
    private final ConnectorOptions options;
    private final ConnectorSteps steps;

    UpdateConnector(
            OmsClient client, ConnectorName name, String procedure, ConnectorUpdate change, ConnectorOptions options) {
        this.procedure = procedure;
        this.change = change;
        this.options = options;
        this.steps = new ConnectorSteps(client, name, options);
    }

    Plan plan() {
        Plan.Builder plan = steps.context().plan(procedure).checks(checks()).again(this::plan);
        if (refused().isPresent()) {
            return plan.build(); // there is no request to show
        }
        List<Step> all = new ArrayList<>(steps.stop());
        all.add(steps.update(change));
        if (steps.ranBefore()) {
            all.add(steps.start("start it again", ConnectorStart.PLAIN));
        }
        return plan.steps(all).next(this::next).build();
    }

    private Optional<String> refused() {
        return change.refusedBy(generation());
    }

    private Generation generation() {
        return steps.connector().generation();
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(steps.state());
        checks.add(refused()
                .map(why -> Checks.block("generation", why))
                .orElseGet(() -> Checks.pass("generation", generation().name())));
        if (change.pullBack().isPresent()) {
            checks.add(Checks.block("checkpoint", "a checkpoint is set by pullBack, which starts with the right flag"));
        }
        change.maskedBody()
                .values()
                .forEach(keys ->
                        keys.keySet().forEach(key -> IdentityKeys.check(key).ifPresent(checks::add)));
        checks.add(Checks.warn(
                "rollback", "the old values cannot be read: no rollback value is available; note them in the console"));
        checks.add(Checks.ha(options.haDisabled()));
        return checks;
    }

    private List<String> next(List<StepResult> results) {
        int at = options.knownStopped() ? 0 : 1;
        StepResult update = results.get(at);
        if (at == 1 && !results.get(0).outcome().good()) {
            return Advice.notStopped(results.get(0).outcome(), "connector");
        }
        if (update.outcome() == StepOutcome.REJECTED || update.outcome() == StepOutcome.NOT_RUN) {
            return Advice.refused(steps.compensation());
        }
        String byHand = Advice.sameByHand(steps.connector().requests().start(ConnectorStart.PLAIN));
        if (!update.outcome().good()) {
            return List.of(
                    "the connector is stopped, and it is not known whether the change is made; report.resume().run() makes it"
                            + " (again, which does no harm), and goes on",
                    "no rollback value is available; to start it with whatever it has: " + byHand);
        }
        StepResult last = results.get(results.size() - 1);
        if (results.size() == at + 1) {
            return List.of("it is changed and left stopped, as it was");
        }
        if (last.outcome() == StepOutcome.UNKNOWN) {
            return List.of("look in the console whether it runs; if it does not, " + byHand);
        }
        return last.outcome().good()
                ? last.detail().contains("not verified")
                        ? List.of("look in the console whether it runs; nothing here has proved that")
                        : List.of()
                : List.of(
                        "the connector is changed and stopped: settle the cause, then report.resume().run()",
                        byHand,
                        "no rollback value is available");
    }
}
