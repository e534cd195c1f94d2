package dev.opsdk.oms.procedure;

import dev.opsdk.core.Durations;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.assess.Level;
import dev.opsdk.oms.assess.StoreAssessment;
import dev.opsdk.oms.model.CrawlerDetail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Clear, restore, and the wait that tells a restart from a success that is none. Remembers what it did, for going on. */
final class RestartStore {
    private final StoreView view;
    private final RestartStoreOptions options;
    private OptionalInt portBefore = OptionalInt.empty();
    private boolean ranBefore;
    private boolean clearLost;
    private boolean cleared;
    private boolean restored;
    private boolean stayed;
    private @Nullable Instant restoredAt;

    RestartStore(StoreView view, RestartStoreOptions options) {
        this.view = view;
        this.options = options;
    }

    Plan plan() {
        StoreAssessment seen = view.assess();
        if (restored && seen.verdict().is(Level.ABNORMAL)) {
            cleared = false; // it died after the restore: what is needed is a whole restart
            clearLost = false;
            restored = false;
            restoredAt = null;
        }
        stayed = false;
        return view.context()
                .plan("restartStore")
                .checks(checks(seen))
                .steps(List.of(clear(), restore(), stay()))
                .now(this::now)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks(StoreAssessment seen) {
        List<PreCheck> checks = new ArrayList<>(view.checks(seen, options.despiteUntrustworthy()));
        if (StoreView.healthy(seen)) {
            checks.add(new PreCheck(
                    "state",
                    options.force() ? CheckResult.WARN : CheckResult.PASS,
                    options.force()
                            ? "it is healthy, and is restarted nevertheless: " + seen.verdict()
                            : "it is healthy, so nothing will be done; r -> r.forced() restarts it nevertheless"));
        } else {
            checks.add(new PreCheck("state", CheckResult.PASS, "there is something to restart: " + seen.verdict()));
        }
        checks.add(new PreCheck(
                "evidence",
                CheckResult.WARN,
                "a restore deletes the store's error.details: keep them, and its log, first"));
        checks.add(new PreCheck(
                "readers",
                CheckResult.CANNOT_CHECK,
                "who reads from it is not told by the cluster manager; they wait until it is back"));
        return checks;
    }

    private Step clear() {
        return Step.named("clear the store (stops it)")
                .sends(view.store().requests().clear())
                .look(this::lookBeforeClear)
                .act(progress -> {
                    try {
                        view.store().clear();
                    } catch (OutcomeUnknownException e) {
                        clearLost = true;
                        throw e;
                    }
                })
                .prove(this::provedCleared)
                .build();
    }

    private Look lookBeforeClear() {
        if (cleared) {
            return Look.done("this procedure has cleared it before");
        }
        StoreView.Sight seen = view.look();
        if (seen.gone()) {
            return Look.blocked(seen.text());
        }
        if (!seen.trusted() && !options.despiteUntrustworthy()) {
            return Look.blocked("what is shown of it cannot be believed: " + seen);
        }
        portBefore = seen.detail().map(CrawlerDetail::port).orElse(OptionalInt.empty());
        ranBefore = seen.runs();
        if (clearLost && seen.rests()) {
            cleared = true;
            return Look.done("a clear was sent before, and it does not run: " + seen);
        }
        boolean healthy = seen.assessment().filter(StoreView::healthy).isPresent();
        return healthy && !options.force() ? Look.done("it is healthy: " + seen) : Look.toDo(seen.text());
    }

    private Look provedCleared() {
        StoreView.Sight seen = view.until(StoreView.Sight::rests);
        if (clearLost && !ranBefore) {
            return Look.toDo("it did not run before either, so reading does not show whether it was cleared: " + seen);
        }
        if (seen.rests() || (!clearLost && unseen(seen))) {
            cleared = true;
            return Look.done(seen.rests() ? "it does not run: " + seen : "accepted; it cannot be seen: " + seen);
        }
        return Look.toDo(seen.text());
    }

    /** Nothing can be seen, and the operator wants it nevertheless: then a yes has to do. */
    private boolean unseen(StoreView.Sight seen) {
        return options.despiteUntrustworthy() && !seen.gone() && !seen.trusted();
    }

    private Step restore() {
        return Step.named("restore the store (starts it)")
                .sends(view.store().requests().restore())
                .look(() -> {
                    StoreView.Sight seen = view.look();
                    if (seen.gone()) {
                        return Look.blocked(seen.text());
                    }
                    if (seen.runs() || (restored && unseen(seen))) {
                        return Look.done("it runs: " + seen);
                    }
                    return seen.trusted() || unseen(seen)
                            ? Look.toDo(seen.text())
                            : Look.blocked("what is shown of it cannot be believed: " + seen);
                })
                .act(progress -> view.store().restore())
                .prove(() -> {
                    StoreView.Sight seen = view.until(StoreView.Sight::runs);
                    if (seen.runs() || unseen(seen)) {
                        restored = true;
                        restoredAt = view.context().time().now();
                        return Look.done(seen.runs() ? "it runs: " + seen : "accepted; it cannot be seen: " + seen);
                    }
                    return Look.toDo(seen.text());
                })
                .build();
    }

    private Step stay() {
        return Step.named("watch for " + Durations.text(options.stabilise()) + " that it lives and advances")
                .look(() -> restored && !stayed
                        ? Look.toDo("a restore alone proves nothing")
                        : Look.done("nothing was restarted"))
                .act(progress -> {
                    Steady steady = new Steady(view.context(), options.stabilise());
                    if (restoredAt != null) {
                        steady.seenAlive(restoredAt);
                    }
                    steady.await("store '" + view.name() + "'", view::sight, progress);
                })
                .prove(() -> {
                    StoreView.Sight seen = view.look();
                    stayed = seen.runs();
                    return stayed ? Look.done("it lives and advances: " + seen) : Look.toDo(seen.text());
                })
                .build();
    }

    private List<String> now() {
        StoreView.Sight seen = view.look();
        List<String> now = new ArrayList<>();
        now.add("store " + view.name() + " " + seen);
        if (seen.rests() && cleared && !restored) {
            now.add("it is stopped: this procedure cleared it, and nothing has started it since");
        }
        port(seen).ifPresent(now::add);
        return now;
    }

    private Optional<String> port(StoreView.Sight seen) {
        OptionalInt port = seen.detail().map(CrawlerDetail::port).orElse(OptionalInt.empty());
        return port.isPresent() && portBefore.isPresent() && port.getAsInt() != portBefore.getAsInt()
                ? Optional.of("its data port is " + port.getAsInt() + " now, and was " + portBefore.getAsInt())
                : Optional.empty();
    }

    private List<String> next(List<StepResult> results) {
        String resume = "report.resume().run()";
        StepOutcome clear = results.get(0).outcome();
        StepOutcome restore = results.get(1).outcome();
        if (results.stream().allMatch(result -> result.outcome().good())) {
            return restored
                    ? List.of("see that its writers follow: oms.chain(store, writer).diagnose()")
                    : List.of("nothing was done; r -> r.forced() restarts it nevertheless");
        }
        if (clear == StepOutcome.UNKNOWN) {
            return List.of(
                    "the cluster manager may still be stopping it (22 s were observed, it gives up after 60 s): look at the detail"
                            + " until it is sure",
                    "then " + resume);
        }
        if (!clear.good()) {
            return List.of("nothing is restarted; settle the cause, then " + resume);
        }
        if (restore == StepOutcome.UNKNOWN) {
            return List.of(
                    "it may still be starting (40 s were observed, the cluster manager gives up after 60 s): look at the detail",
                    "then " + resume + ", which restores it only if it does not run");
        }
        if (!restore.good()) {
            return List.of(
                    "the store is stopped, and whoever reads from it waits: settle the cause (its log, the supervisor), then "
                            + resume + ", which only restores",
                    "by hand: " + view.store().requests().restore().curl());
        }
        return List.of(
                "the restore succeeded, and the store does not stay: read error.details and its log before another restart",
                "if its start point is gone at the source, replace it by a store from an earlier time (experimental):"
                        + " oms.store(\"" + view.name() + "\").procedures().replace(...)",
                resume + " restarts it as a whole if it is dead, and goes on watching if it lives");
    }
}
