package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.ApiKeyEntry;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.HealthAssessment;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.core.Durations;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.internal.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs checks beside each other, within one limit. */
final class CheckRun {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

    private final BizConnectorClient client;
    private final CheckOptions options;
    private final Readings readings;
    private final Map<String, Named> checks = new LinkedHashMap<>();

    private record Named(String name, Callable<CheckFinding> check, Optional<String> needs) {}

    CheckRun(BizConnectorClient client, CheckOptions options) {
        this.client = client;
        this.options = options;
        this.readings = new Readings(client);
        ConnectorChecks connector = new ConnectorChecks(readings, options);
        HostChecks host = new HostChecks(readings.time(), options);
        SystemChecks systems = new SystemChecks(readings, options);
        add("health", connector::health);
        add("credentials", connector::credentials);
        add("database", connector::database);
        add("sync", connector::sync);
        add("version", connector::version);
        add("requests", connector::requests);
        add("configuration", connector::configurationFindings);
        add("key material", connector::keyMaterial);
        add("announcements", connector::announcements);
        add("clocks", systems::clocks);
        add("log", host::log, !options.logs().isEmpty(), "logs(...)");
        add("resources", host::resources, options.cgroup().isPresent(), "cgroup(...)");
        add("disk", host::disk, !options.disks().isEmpty(), "disks(...)");
        add("api keys", host::apiKeys, !options.apiKeys().isEmpty(), "apiKeys(...)");
        add("old material", () -> oldMaterial().finding(), options.oldMaterial().isPresent(), "oldMaterial(...)");
        add("backbone", systems::backbone, options.systems(), "systems()");
        add("tls", systems::tls, options.systems() || client.url().startsWith("https:"), "systems()");
        add(
                "webhooks",
                systems::webhooks,
                options.systems() || !options.webhooks().isEmpty(),
                "systems() or webhooks(...)");
    }

    private OldMaterial oldMaterial() {
        return OldMaterial.find(
                readings, options.oldMaterial().orElse(Duration.ofDays(30)), EnumSet.allOf(OldKind.class));
    }

    private void add(String name, Callable<CheckFinding> check) {
        add(name, check, true, "");
    }

    private void add(String name, Callable<CheckFinding> check, boolean told, String needs) {
        checks.put(name, new Named(name, check, told ? Optional.empty() : Optional.of("tell " + needs)));
    }

    Readings readings() {
        return readings;
    }

    CheckFinding one(String name) {
        Named named = checks.get(name);
        if (named == null) {
            throw new NoSuchElementException("there is no check '" + name + "', but " + checks.keySet());
        }
        return run(List.of(named)).get(0);
    }

    CheckReport all() {
        Instant begin = readings.now();
        long start = readings.time().nanos();
        List<Named> wanted =
                checks.values().stream().filter(each -> each.needs().isEmpty()).toList();
        List<CheckFinding> findings = run(wanted);
        Map<String, String> notRun = new LinkedHashMap<>();
        checks.values().forEach(each -> each.needs().ifPresent(what -> notRun.put(each.name(), what)));
        return new CheckReport(
                "connector checks",
                client.url(),
                begin,
                Duration.ofNanos(readings.time().nanos() - start),
                findings,
                notRun);
    }

    private List<CheckFinding> run(List<Named> wanted) {
        ExecutorService executor = Threads.perTask("opsdk-checks");
        try {
            List<Callable<CheckFinding>> calls =
                    wanted.stream().map(Named::check).toList();
            List<Future<CheckFinding>> futures =
                    executor.invokeAll(calls, options.timeLimit().toNanos(), TimeUnit.NANOSECONDS);
            List<CheckFinding> findings = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                findings.add(outcome(wanted.get(i), futures.get(i)));
            }
            // the log repeats what others wrote; the other checks speak in their own words
            findings.replaceAll(each -> each.check().equals("log") ? each.masked(secrets()) : each);
            return List.copyOf(findings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the checks were interrupted");
        } finally {
            executor.shutdownNow();
        }
    }

    private List<Secret> secrets() {
        List<Secret> known = new ArrayList<>(options.secrets());
        options.apiKeys().stream().map(ApiKeyEntry::key).forEach(known::add);
        known.addAll(readings.secretsSeen());
        return known;
    }

    private CheckFinding outcome(Named named, Future<CheckFinding> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            String late = "did not end within " + Durations.text(options.timeLimit());
            return named.name().equals("health")
                    ? HealthAssessment.failed("it " + late, true)
                    : CheckFinding.of(named.name()).unknown(late).build();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (Trouble.surprising(cause)) {
                LOG.warn("the check '{}' broke; the others are not affected", named.name(), cause);
            }
            return Trouble.unknown(named.name(), cause);
        }
    }
}
