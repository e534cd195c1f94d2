package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.Fingerprint;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.core.waiting.Waiter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Stop and start with a fingerprint before and a comparison after. The connector has no call to stop it, so who runs it does, by hand or
 * by what the options were given.
 */
final class Downtime {
    private final BizConnectorClient client;
    private final Path file;
    private final DowntimeOptions options;
    private boolean taken;
    private boolean stopped;
    private boolean started;
    private Optional<CheckFinding> comparison = Optional.empty();

    Downtime(BizConnectorClient client, Path file, DowntimeOptions options) {
        this.client = client;
        this.file = file;
        this.options = options;
    }

    Plan plan() {
        return Plan.of("downtime", client.url(), client.timeSource())
                .checks(List.of(place(), reachable()))
                .steps(List.of(fingerprint(), stop(), start(), compare()))
                .now(this::now)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private PreCheck place() {
        if (Files.exists(file) && !taken) {
            return new PreCheck(
                    "fingerprint file",
                    CheckResult.BLOCK,
                    file
                            + " exists already, and may be the only evidence of how it was; name another file, or delete it");
        }
        Path directory = file.toAbsolutePath().getParent();
        return directory != null && Files.isWritable(directory)
                ? new PreCheck("fingerprint file", CheckResult.PASS, file + " can be written")
                : new PreCheck("fingerprint file", CheckResult.BLOCK, file + " cannot be written");
    }

    private PreCheck reachable() {
        try {
            HealthReport health = client.health();
            return health.isHealthy() || taken
                    ? new PreCheck("health", CheckResult.PASS, "it answers")
                    : new PreCheck("health", CheckResult.WARN, "it is not healthy: " + health.summary());
        } catch (OpsException e) {
            return taken
                    ? new PreCheck("health", CheckResult.PASS, "it is down already")
                    : new PreCheck("health", CheckResult.BLOCK, "no fingerprint can be taken: " + e.getMessage());
        }
    }

    private Step fingerprint() {
        return Step.named("write a fingerprint of identity, version, last sync and newest objects to " + file)
                .look(() -> taken ? Look.done(file + " is written") : Look.toDo("not taken yet"))
                .act(progress -> {
                    Fingerprints.write(new Fingerprints(client).take(), file);
                    taken = true;
                })
                .build();
    }

    private Step stop() {
        return Step.named(
                        "stop the connector" + options.stopper().map(any -> "").orElse(": by hand, this waits"))
                .look(() -> stopped || started
                        ? Look.done("it was stopped")
                        : up() ? Look.toDo("it answers") : Look.done("it does not answer"))
                .act(progress -> {
                    options.stopper().ifPresent(Runnable::run);
                    await("the connector to stop", false, progress);
                    stopped = true;
                })
                .build();
    }

    private Step start() {
        return Step.named(
                        "start the connector" + options.starter().map(any -> "").orElse(": by hand, this waits"))
                .look(() -> started || (stopped && up()) ? Look.done("it answers") : Look.toDo("it does not answer"))
                .act(progress -> {
                    options.starter().ifPresent(Runnable::run);
                    await("the connector to answer", true, progress);
                    started = true;
                })
                .build();
    }

    private Step compare() {
        return Step.named(
                        "compare with the fingerprint: an older database is caught by its last sync and newest objects")
                // another database may have been started since
                .look(() -> compared(finding -> finding.verdict() != Verdict.FAIL))
                .act(progress -> {
                    Fingerprint before = Fingerprints.read(file);
                    comparison = Optional.of(before.compare(new Fingerprints(client).take()));
                })
                .prove(() -> compared(finding -> true))
                .build();
    }

    private Look compared(Predicate<CheckFinding> counts) {
        return comparison.filter(counts).map(Downtime::seen).orElseGet(() -> Look.toDo("not compared yet"));
    }

    private static Look seen(CheckFinding finding) {
        if (finding.verdict() == Verdict.FAIL) {
            return Look.blocked(finding.summary());
        }
        return finding.verdict() == Verdict.UNKNOWN
                ? Look.accepted(finding.summary())
                : Look.done(finding.summary() + "; not known: " + String.join("; ", finding.cannotKnow()));
    }

    private boolean up() {
        try {
            client.health();
            return true;
        } catch (UnreachableException e) {
            return false;
        } catch (OpsException e) {
            return true; // something answers, or hangs, and is not stopped
        }
    }

    private void await(String what, boolean wanted, Consumer<String> progress) {
        Waiter.on(client.timeSource(), what, this::up)
                .every(client.pollEvery())
                .onPoll(now -> progress.accept(now ? "it answers" : "it does not answer"))
                .until(now -> now == wanted)
                .await(options.patience());
    }

    private List<String> now() {
        List<String> lines = new ArrayList<>();
        lines.add(up() ? "the connector answers" : "the connector does not answer");
        comparison.ifPresent(finding -> lines.add("fingerprint: " + finding.verdict() + " " + finding.summary()));
        return lines;
    }

    private List<String> next(List<StepResult> results) {
        return comparison
                .map(CheckFinding::advice)
                .orElseGet(() -> List.of("compare when it runs: procedures().verifyRestore(file)"));
    }
}
