package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.assess.StoreAssessment;
import dev.opsdk.oms.assess.WriterAssessment;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.WriterName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Destroy, of a store that does not run, once. After a lost answer it only looks. */
final class DestroyStore {
    private final StoreView view;
    private final StoreRemovalOptions options;
    private boolean lost;

    DestroyStore(StoreView view, StoreRemovalOptions options) {
        this.view = view;
        this.options = options;
    }

    Plan plan() {
        StoreView.Sight seen = sight();
        List<PreCheck> checks = new ArrayList<>();
        if (!seen.gone()) {
            checks.addAll(view.checks(seen.assessment().orElseGet(view::assess), options.despiteUntrustworthy()));
            checks.add(stopped(seen));
            checks.add(covered());
        } else if (!lost) {
            checks.add(new PreCheck("store", CheckResult.WARN, seen + "; a mistyped name looks the same"));
        }
        return view.context()
                .plan("destroyStore")
                .checks(checks)
                .steps(List.of(destroy()))
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private StoreView.Sight sight() {
        try {
            return view.look();
        } catch (OpsException e) {
            // not readable is not gone: the checks say so
            return new StoreView.Sight(
                    Optional.of(CrawlerDetail.builder().name(view.name()).build()),
                    Optional.of(StoreAssessment.unknown(view.name(), String.valueOf(e.getMessage()))),
                    String.valueOf(e.getMessage()));
        }
    }

    private PreCheck stopped(StoreView.Sight seen) {
        if (seen.rests()) {
            return new PreCheck("stopped", CheckResult.PASS, "it does not run: " + seen);
        }
        if (!seen.runs() && options.despiteUntrustworthy()) {
            return new PreCheck("stopped", CheckResult.WARN, "whether it runs cannot be believed: " + seen);
        }
        return new PreCheck(
                "stopped",
                CheckResult.BLOCK,
                seen.runs()
                        ? "it runs: stop it first, oms.store(\"" + view.name() + "\").procedures().stop(o -> o)"
                        : "whether it runs cannot be told: " + seen);
    }

    /** Whether some other store holds what each writer needs; who that is, the cluster manager does not tell. */
    private PreCheck covered() {
        CheckResult not = options.allowLast() ? CheckResult.WARN : CheckResult.BLOCK;
        if (options.others().isEmpty() || options.readers().isEmpty()) {
            return new PreCheck(
                    "covered",
                    not,
                    "nothing shows that another store holds what the writers need: name them, o -> o.others(...).readers(...)"
                            + (options.allowLast() ? "" : ", or o.allowingLast()"));
        }
        List<StoreAssessment> others = options.others().stream()
                .filter(view::ofSameSubTopic)
                .map(name -> view.other(name).assess())
                .filter(StoreView::healthy)
                .toList();
        List<String> uncovered = options.readers().stream()
                .filter(reader -> !covered(reader, others))
                .map(WriterName::text)
                .toList();
        return uncovered.isEmpty()
                ? new PreCheck("covered", CheckResult.PASS, "another store holds what each writer needs")
                : new PreCheck("covered", not, "no healthy store named holds what these writers need: " + uncovered);
    }

    private boolean covered(WriterName reader, List<StoreAssessment> others) {
        try {
            Instant position = WriterAssessment.of(
                            view.context().client().writer(reader).detail())
                    .position()
                    .orElseThrow(() -> new IllegalStateException("no position"));
            // ahead of the store's end is no loss: it will get there
            return others.stream()
                    .anyMatch(store -> store.begin()
                            .filter(begin -> !position.isBefore(begin))
                            .isPresent());
        } catch (OpsException | IllegalStateException e) {
            return false;
        }
    }

    Step destroy() {
        return Step.named("destroy the store, and all it holds")
                .destructive()
                .sends(view.store().requests().destroy())
                .look(this::look)
                .act(progress -> {
                    try {
                        view.store().destroy();
                    } catch (OutcomeUnknownException e) {
                        lost = true;
                        throw e;
                    }
                })
                .prove(() -> {
                    StoreView.Sight seen = view.until(StoreView.Sight::gone);
                    return seen.gone() ? Look.done(seen.text()) : Look.toDo("it is still there: " + seen);
                })
                .build();
    }

    private Look look() {
        StoreView.Sight seen = view.look();
        if (seen.gone()) {
            return Look.done(seen.text());
        }
        if (lost) {
            return Look.blocked(
                    "a destroy was sent before and its answer was lost; it is still there, and this only looks: "
                            + seen);
        }
        return seen.rests() || (!seen.trusted() && options.despiteUntrustworthy())
                ? Look.toDo(seen.text())
                : Look.blocked("it does not rest: " + seen);
    }

    private List<String> next(List<StepResult> results) {
        StepOutcome outcome = results.get(0).outcome();
        if (outcome.good()) {
            return List.of();
        }
        String fresh = "oms.store(\"" + view.name() + "\").procedures().destroy(...)";
        if (outcome == StepOutcome.UNKNOWN || lost) {
            return List.of(
                    "the order may still be carried out: report.resume() looks, and never sends it again",
                    "only when you are sure that it was not taken up, plan anew: " + fresh);
        }
        return List.of("the store is still there; settle the cause, then plan anew: " + fresh);
    }
}
