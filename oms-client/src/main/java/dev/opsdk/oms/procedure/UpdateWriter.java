package dev.opsdk.oms.procedure;

import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.model.WriterConfig;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stop, update, start if it ran. Sends only what differs, and keeps the old values, secrets too, in memory only. */
final class UpdateWriter {
    private final OmsClient client;
    private final OmsContext context;
    private final Writer writer;
    private final WriterUpdate wanted;
    private final WriterOptions options;
    private final WriterSteps steps;
    private final StartAgain startAgain;
    private @Nullable Boolean ranBefore;
    private @Nullable Map<String, Optional<String>> before;

    UpdateWriter(OmsClient client, WriterName name, WriterUpdate wanted, WriterOptions options) {
        this.client = client;
        this.context = OmsContext.of(client, name);
        this.writer = client.writer(name);
        this.wanted = wanted;
        this.options = options;
        this.steps = new WriterSteps(context, name);
        this.startAgain =
                new StartAgain("writer '" + name + "'", writer.requests().start());
    }

    Plan plan() {
        WriterLook now = steps.look();
        Optional<WriterConfig> config = config(now);
        if (ranBefore == null) {
            ranBefore = now.running();
            before = config.map(this::old).orElse(null);
        }
        boolean runs = ranBefore;
        // whatever is half done must come to its end, also if nothing differs any more
        boolean nothing = config.filter(this::shows).isPresent() && (now.running() || !runs);
        List<Step> all = new ArrayList<>();
        if (!nothing) {
            all.add(steps.stop());
        }
        all.add(update(config.map(this::difference).orElse(wanted)));
        if (runs && !nothing) {
            all.add(steps.start("start the writer again"));
            all.add(steps.watch(options.stabilise()));
        }
        return context.plan("updateWriter")
                .checks(checks(now, config))
                .steps(all)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    /** Sets back what it had. Only what was read can be set back: a key that was not there cannot be removed. */
    Plan rollback() {
        WriterUpdate.Builder back = WriterUpdate.builder();
        Map<String, Optional<String>> known = before == null ? Map.of() : before;
        known.forEach((key, value) -> value.ifPresent(text -> set(back, key, text)));
        try {
            UpdateWriter inverse = new UpdateWriter(client, writer.name(), back.build(), options);
            inverse.ranBefore = ranBefore;
            return inverse.plan();
        } catch (IllegalArgumentException e) {
            PreCheck nothing = Checks.block("old values", "none of the old values can be set back: " + e.getMessage());
            return context.plan("updateWriter")
                    .checks(List.of(nothing))
                    .again(this::rollback)
                    .build();
        }
    }

    private Map<String, Optional<String>> old(WriterConfig config) {
        Map<String, Optional<String>> old = new LinkedHashMap<>();
        wanted.reveal().keySet().forEach(key -> old.put(key, config.revealValue(key)));
        return old;
    }

    /** What was told to be a secret stays one. */
    private void set(WriterUpdate.Builder builder, String key, String value) {
        if (Secret.MASK.equals(wanted.masked().get(key))) {
            builder.set(key, Secret.of(value));
        } else {
            builder.set(key, value);
        }
    }

    private boolean shows(WriterConfig config) {
        return wanted.reveal().entrySet().stream().allMatch(each -> config.has(each.getKey(), each.getValue()));
    }

    /** Only what differs; all of it when nothing does, so that there is something to look at. */
    private WriterUpdate difference(WriterConfig config) {
        WriterUpdate.Builder changed = WriterUpdate.builder();
        Map<String, String> values = wanted.reveal();
        values.entrySet().stream()
                .filter(each -> shows(config) || !config.has(each.getKey(), each.getValue()))
                .forEach(each -> set(changed, each.getKey(), each.getValue()));
        return changed.build();
    }

    private List<PreCheck> checks(WriterLook now, Optional<WriterConfig> config) {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(now.exists() ? Checks.pass("writer", now.evidence()) : Checks.block("writer", now.evidence()));
        Map<String, String> shown = wanted.masked();
        shown.keySet().forEach(key -> IdentityKeys.check(key).ifPresent(checks::add));
        if (config.isEmpty()) {
            checks.add(Checks.cannot("difference", "its configuration cannot be read; no rollback value is available"));
        } else {
            Set<String> keys = config.get().section(WriterConfig.WRITER_SECTION).keySet();
            shown.forEach((key, value) -> checks.add(difference(config.get(), keys, key, value)));
        }
        checks.add(Checks.window(client, options.stores(), now.position(), "writer's position"));
        checks.add(Checks.ha(options.haDisabled()));
        return checks;
    }

    private PreCheck difference(WriterConfig config, Set<String> keys, String key, String value) {
        String name = "key " + key;
        if (config.has(key, wanted.reveal().getOrDefault(key, ""))) {
            return Checks.pass(name, "is " + value + " already");
        }
        return config.get(key)
                .map(old -> Checks.pass(name, old + " -> " + value))
                .orElseGet(() -> Checks.warn(
                        name,
                        "is new, among " + keys.size()
                                + " keys: is it spelled right? It cannot be removed again by this procedure"));
    }

    private Step update(WriterUpdate change) {
        return Step.named("update its configuration"
                        + (Boolean.TRUE.equals(ranBefore) ? "; if that is refused, start it again as it was" : ""))
                .sends(writer.requests().update(change))
                .look(this::look)
                .act(progress -> Refused.then(() -> writer.update(change), this::startAgain))
                .prove(() -> steps.settled(
                        "to show the new values",
                        now -> config(now).filter(this::shows).isPresent()))
                .build();
    }

    private Look look() {
        WriterLook now = steps.look();
        if (config(now).filter(this::shows).isPresent()) {
            return Look.done("its configuration shows the values");
        }
        return now.exists() && !now.running()
                ? Look.toDo("its configuration does not show the values")
                : Look.blocked("it has to be stopped: " + now.evidence());
    }

    private static Optional<WriterConfig> config(WriterLook look) {
        return look.detail().flatMap(WriterDetail::config);
    }

    private void startAgain() {
        startAgain.forget();
        if (Boolean.TRUE.equals(ranBefore)) {
            startAgain.ifStillThere(() -> steps.look().exists(), writer::start);
            steps.startedAgain();
        }
    }

    private List<String> next(List<StepResult> results) {
        StepResult update = results.stream()
                .filter(result -> result.title().startsWith("update"))
                .findFirst()
                .orElseThrow();
        if (update.number() == 2 && !results.get(0).outcome().good()) {
            return Advice.notStopped(results.get(0).outcome(), "writer");
        }
        if (update.outcome() == StepOutcome.REJECTED || update.outcome() == StepOutcome.NOT_RUN) {
            return Advice.refused(startAgain.told());
        }
        if (!update.outcome().good()) {
            return List.of(
                    "the writer is stopped, and it is not known whether the change is made; report.resume().run() looks, and goes on",
                    rollbackOffer());
        }
        StepResult start = results.stream()
                .filter(result -> result.title().startsWith("start"))
                .findFirst()
                .orElse(update);
        if (!start.outcome().good()) {
            return List.of(
                    "the writer is changed, and is not seen to run: settle the cause, then report.resume().run()",
                    rollbackOffer(),
                    Advice.sameByHand(writer.requests().start()));
        }
        List<String> next = new ArrayList<>();
        if (update.number() != results.size()) {
            next.addAll(Advice.afterStart(results, writer.name()));
        } else if (update.outcome() == StepOutcome.DONE) {
            next.add("it is changed and left stopped, as it was");
        }
        if (!next.isEmpty() || update.outcome() == StepOutcome.DONE) {
            next.add(rollbackOffer());
        }
        return next;
    }

    private static String rollbackOffer() {
        return "to set the old values back: rollback().run() of the same WriterChange; they are only in its memory";
    }
}
