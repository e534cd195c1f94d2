package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.assess.StoreAssessment;
import java.util.ArrayList;
import java.util.List;

/** Clear, proved. Has to be confirmed unless another store is seen to run. */
final class StopStore {
    private final StoreView view;
    private final StoreRemovalOptions options;

    StopStore(StoreView view, StoreRemovalOptions options) {
        this.view = view;
        this.options = options;
    }

    Plan plan() {
        StoreAssessment seen = view.assess();
        boolean another = options.others().stream()
                .filter(view::ofSameSubTopic)
                .anyMatch(name -> StoreView.healthy(view.other(name).assess()));
        List<PreCheck> checks = new ArrayList<>(view.checks(seen, options.despiteUntrustworthy()));
        checks.add(
                new PreCheck("readers", CheckResult.WARN, "whoever reads from it stops; projects may be interrupted"));
        checks.add(
                another
                        ? new PreCheck("other stores", CheckResult.PASS, "another store named is healthy")
                        : new PreCheck(
                                "other stores",
                                options.others().isEmpty() ? CheckResult.CANNOT_CHECK : CheckResult.WARN,
                                "no other store is seen to be healthy, so this may be the last one; confirm it"));
        return view.context()
                .plan("stopStore")
                .checks(checks)
                .steps(List.of(clear(!another)))
                .next(this::next)
                .again(this::plan)
                .build();
    }

    Step clear(boolean toConfirm) {
        Step.Builder step = Step.named("clear the store (stops it)")
                .sends(view.store().requests().clear())
                .look(this::look)
                .act(progress -> view.store().clear())
                .prove(() -> {
                    StoreView.Sight seen = view.until(now -> now.gone() || now.rests());
                    if (seen.gone() || seen.rests()) {
                        return Look.done(seen.text());
                    }
                    return Look.toDo(seen.text());
                });
        return (toConfirm ? step.destructive() : step).build();
    }

    private Look look() {
        StoreView.Sight seen = view.look();
        if (seen.gone() || seen.rests()) {
            return Look.done("it does not run: " + seen);
        }
        return seen.trusted() || options.despiteUntrustworthy()
                ? Look.toDo(seen.text())
                : Look.blocked("what is shown of it cannot be believed: " + seen);
    }

    private List<String> next(List<StepResult> results) {
        StepOutcome outcome = results.get(0).outcome();
        if (outcome.good()) {
            return List.of("to start it again: oms.store(\"" + view.name() + "\").procedures().restart(r -> r)");
        }
        return outcome == StepOutcome.UNKNOWN
                ? List.of(
                        "the cluster manager may still be stopping it (it gives up after 60 s): look at the detail, then"
                                + " report.resume() looks before it asks again")
                : List.of("it may still run: settle the cause, then report.resume()");
    }
}
