package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.Fingerprint;
import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Multi-step work on a connector, as plans: printing one changes nothing, {@code run()} does. */
public final class ConnectorProcedures {
    private final BizConnectorClient client;

    /**
     * For {@link BizConnectorClient#procedures()}.
     *
     * @param client the connector's client
     */
    public ConnectorProcedures(BizConnectorClient client) {
        this.client = client;
    }

    /**
     * Stops the connector and starts it again, with a fingerprint before and a comparison after, so that it is noticed when an outdated
     * database, or another one, was started. The connector cannot be stopped over its API: the plan waits for who does it by hand,
     * unless the options say how. Between stop and start is the time to back up, to update or to move.
     *
     * @param file where the fingerprint is kept; must not be there yet
     * @param how how it is stopped and started, and how long to wait
     * @return a plan
     */
    public Plan downtime(Path file, Consumer<DowntimeOptions.Builder> how) {
        return new Downtime(client, file, DowntimeOptions.of(how)).plan();
    }

    /**
     * Takes a fingerprint of identity, version, last sync and newest objects. Reads the lists of messages, requests, files and relationships;
     * what the roles do not admit to is left out.
     *
     * @param file where it is kept; must not be there yet
     * @return the fingerprint
     * @throws dev.opsdk.core.error.OpsException if the connector cannot be read
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Fingerprint fingerprint(Path file) {
        Fingerprint fingerprint = new Fingerprints(client).take();
        Fingerprints.write(fingerprint, file);
        return fingerprint;
    }

    /**
     * Verifies that a connector was started with its newest database, after a downtime or a restore: the fingerprint of before, health,
     * database, and the identity with a signed proof. Leaves a challenge on the Backbone that ends after 10 min.
     *
     * @param file the fingerprint that was taken before
     * @return the report
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no fingerprint
     */
    public CheckReport verifyRestore(Path file) {
        Fingerprint before = Fingerprints.read(file);
        Instant begin = client.timeSource().now();
        long start = client.timeSource().nanos();
        CheckRun run = new CheckRun(
                client,
                CheckOptions.of(options -> options.pin(before.identity()).proveKey()));
        List<CheckFinding> findings = new ArrayList<>();
        findings.add(compare(before));
        for (String check : List.of("health", "credentials", "database", "key material", "sync")) {
            findings.add(run.one(check));
        }
        return new CheckReport(
                "restore verification",
                client.url(),
                begin,
                Duration.ofNanos(client.timeSource().nanos() - start),
                findings,
                Map.of());
    }

    private CheckFinding compare(Fingerprint before) {
        try {
            return before.compare(new Fingerprints(client).take());
        } catch (RuntimeException e) {
            return Trouble.unknown("fingerprint", e);
        }
    }

    /**
     * Replaces an API key that somebody may have seen. Both keys must be in the connector's configuration when it begins, and the old
     * one must be taken out, with a restart, before its end. A refused key is tried once, because each try costs the server 1 to 4 s.
     *
     * @param oldKey the key that ends
     * @param newKey the key that begins; this client uses it from then on
     * @param how what takes the old key out, and how to connect with a key
     * @return a plan
     */
    public Plan rotateApiKey(Secret oldKey, Secret newKey, Consumer<RotationOptions.Builder> how) {
        return new KeyRotation(client, oldKey, newKey, RotationOptions.of(how)).plan();
    }

    /**
     * Deletes what is old. The plan lists all of it; it is read again before each deletion, and each deletion is sent at most once. It
     * needs {@code confirm(client.url())}.
     *
     * @param how which kinds, and how many at most
     * @return a plan, whose steps are the things to be deleted; its pre-checks name the lists that could not be read
     */
    public Plan deleteOldMaterial(Consumer<DeletionOptions.Builder> how) {
        return DeleteOldMaterial.planned(client, DeletionOptions.of(how));
    }
}
