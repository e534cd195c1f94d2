package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.assess.WriterAssessment;
import dev.opsdk.oms.model.WriterName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A new store from an earlier time, and only when it stays, the end of the old one (official forum, topic 66). */
final class ReplaceStore {
    /** The HA module makes no more than five, and nobody says what happens beyond. */
    private static final int MOST_STORES = 5;

    private final StoreView view;
    private final String subTopic;
    private final Instant from;
    private final ReplaceStoreOptions options;
    private final Set<String> known;
    private final NewStore fresh;
    private final StopStore stop;
    private final DestroyStore destroy;
    private final List<ReaderRestart> readers;

    private ReplaceStore(
            StoreView view, String subTopic, Instant from, ReplaceStoreOptions options, Set<String> known) {
        this.view = view;
        this.subTopic = subTopic;
        this.from = from;
        this.options = options;
        this.known = known;
        this.fresh = new NewStore(view, subTopic, from, options, known);
        this.stop = new StopStore(view, StoreRemovalOptions.DEFAULT);
        this.destroy = new DestroyStore(view, StoreRemovalOptions.DEFAULT.allowingLast());
        this.readers = options.readers().stream()
                .map(name -> new ReaderRestart(
                        view.context(), view.context().client().writer(name)))
                .toList();
    }

    static Plan plan(StoreView view, Instant from, ReplaceStoreOptions options) {
        String subTopic = view.name()
                .subTopic()
                .orElseThrow(() -> new IllegalArgumentException("'" + view.name() + "' names no subtopic"));
        Set<String> known =
                NewStore.names(view.context().client().experimental().stores(subTopic));
        return new ReplaceStore(view, subTopic, from, options, known).plan();
    }

    private Plan plan() {
        List<Step> steps = new ArrayList<>(List.of(fresh.create(), fresh.stay(), stop.clear(false)));
        if (!options.keepOld()) {
            steps.add(destroy.destroy());
        }
        readers.forEach(reader -> steps.addAll(List.of(reader.stop(), reader.start())));
        return view.context()
                .plan("replaceStore (experimental)")
                .checks(checks())
                .steps(steps)
                .now(this::now)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(new PreCheck(
                "experimental",
                CheckResult.WARN,
                "creating and listing stores is documented nowhere but in the forum"));
        checks.add(new PreCheck(
                "source logs",
                options.sourceHasLogs() ? CheckResult.WARN : CheckResult.BLOCK,
                options.sourceHasLogs()
                        ? "you say that the source still has its logs from " + from
                                + " on; a new store dies without them"
                        : "make sure that the source still has its logs from " + from
                                + " on, then say o -> o.sourceHasItsLogs()"));
        checks.add(new PreCheck(
                "begin",
                from.isBefore(view.context().time().now()) ? CheckResult.PASS : CheckResult.BLOCK,
                "the new store begins at " + from));
        boolean room = known.size() < MOST_STORES;
        checks.add(new PreCheck(
                "stores",
                room ? CheckResult.PASS : CheckResult.BLOCK,
                "subtopic '" + subTopic + "' had " + known.size() + " stores, " + MOST_STORES + " are the most"));
        if (options.readers().isEmpty()) {
            checks.add(
                    new PreCheck(
                            "readers",
                            CheckResult.CANNOT_CHECK,
                            "no writers are named: whether the new store begins early enough is not known, and none will be restarted"));
        }
        options.readers().forEach(reader -> checks.add(reader(reader)));
        return checks;
    }

    private PreCheck reader(WriterName reader) {
        try {
            return WriterAssessment.of(view.context().client().writer(reader).detail())
                    .position()
                    .map(at -> new PreCheck(
                            "reader " + reader,
                            from.isAfter(at) ? CheckResult.BLOCK : CheckResult.PASS,
                            "it is at " + at
                                    + (from.isAfter(at) ? ", so changes before " + from + " would be lost" : "")))
                    .orElseGet(() -> new PreCheck("reader " + reader, CheckResult.BLOCK, "its position is not known"));
        } catch (OpsException e) {
            return new PreCheck("reader " + reader, CheckResult.BLOCK, "it cannot be read: " + e.getMessage());
        }
    }

    private List<String> now() {
        List<String> now = new ArrayList<>();
        fresh.name().ifPresent(name -> {
            now.add("the new store is '" + name + "'");
            now.add(OmsContext.now(view.context().client(), name));
        });
        now.add(OmsContext.now(view.context().client(), view.name()));
        options.readers()
                .forEach(reader -> now.add(OmsContext.now(view.context().client(), reader)));
        return now;
    }

    private List<String> next(List<StepResult> results) {
        String resume = "report.resume().confirm(\"" + view.name() + "\").run()";
        if (results.stream().allMatch(result -> result.outcome().good())) {
            return List.of("see that the writers follow: oms.chain(newStore, writer).diagnose()");
        }
        if (results.get(0).outcome() == StepOutcome.UNKNOWN) {
            return List.of(
                    "the new store may still come: " + resume + " looks, and never creates a second one",
                    "the old store is untouched");
        }
        if (!results.get(0).outcome().good()) {
            return List.of("no new store was made, and the old store is untouched: settle the cause, then " + resume);
        }
        if (!results.get(1).outcome().good()) {
            return List.of(
                    "the old store is untouched; read the new store's log, "
                            + fresh.name().map(Object::toString).orElse("")
                            + ": a start point that is gone at the source is the usual cause",
                    resume + " goes on watching it if it lives; destroy it otherwise, and replace from a later time");
        }
        return List.of("the new store stays; settle what stopped the rest, then " + resume);
    }
}
