package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.OldItem;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.bizconnector.assess.RequestCounts;
import dev.opsdk.core.call.Results;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * The operator's checks of one connector. Each says PASS, WARN, FAIL or UNKNOWN with the evidence, what it cannot know, and what to do;
 * none of them throws because something is wrong. They only read, but for {@link CheckOptions.Builder#proveKey()}.
 *
 * <pre>{@code
 * CheckReport report = connector.checks().run(o -> o.logs(Path.of("/var/log/enmeshed-connector/latest.log"))
 *         .disks(Path.of("/var/lib/mongodb"))
 *         .registry(CheckOptions.GHCR));
 * System.out.println(report);
 * }</pre>
 *
 * <p>Roles: {@code monitoring:**} and {@code core:account} for most; {@code core:attributes} for the database, {@code
 * core:announcements}, and those of the lists for old material. A check whose role is missing is unknown.
 */
public final class Checks {
    private final BizConnectorClient client;

    /**
     * For {@link BizConnectorClient#checks()}.
     *
     * @param client the connector's client
     */
    public Checks(BizConnectorClient client) {
        this.client = client;
    }

    /**
     * All that asks the connector alone.
     *
     * @return the report
     */
    public CheckReport run() {
        return run(options -> {});
    }

    /**
     * All that can run with what is told, beside each other. One that fails, or does not end in time, hides no other.
     *
     * @param how what to look at besides the connector
     * @return the report; checks that were not told what they need stand in {@code notRun}
     */
    public CheckReport run(Consumer<CheckOptions.Builder> how) {
        return new CheckRun(client, CheckOptions.of(how)).all();
    }

    /**
     * One check alone, by the name that it has in a report.
     *
     * @param check its name, such as {@code sync}
     * @param how what it needs besides the connector
     * @return its finding
     * @throws NoSuchElementException if there is none of that name; the message has the names
     */
    public CheckFinding only(String check, Consumer<CheckOptions.Builder> how) {
        return new CheckRun(client, CheckOptions.of(how)).one(check);
    }

    /**
     * Several connectors at once, as many as the first one's {@code parallelism} says.
     *
     * @param connectors name to client
     * @param how what to look at besides the connectors, the same for all
     * @return a report per connector; a connector that cannot be reached has a report that says so
     */
    public static Results<String, CheckReport> each(
            Map<String, BizConnectorClient> connectors, Consumer<CheckOptions.Builder> how) {
        Map<String, BizConnectorClient> all = Map.copyOf(connectors);
        if (all.isEmpty()) {
            return Results.of(Map.of(), Map.of());
        }
        return connectors.values().iterator().next().each(connectors.keySet(), (any, name) -> {
            BizConnectorClient connector = all.get(name);
            if (connector == null) {
                throw new NoSuchElementException(name);
            }
            return connector.checks().run(how);
        });
    }

    /**
     * The health report, with what it cannot know. Costs the connector a connection to its database and a call to its Backbone: not
     * more often than every 10 s.
     *
     * @return a finding named {@code health}
     */
    public CheckFinding health() {
        return only("health", options -> {});
    }

    /**
     * Whether a query reaches the database, which the health report alone does not show.
     *
     * @return a finding named {@code database}
     */
    public CheckFinding database() {
        return only("database", options -> {});
    }

    /**
     * How old the last sync is.
     *
     * @return a finding named {@code sync}
     */
    public CheckFinding sync() {
        return only("sync", options -> {});
    }

    /**
     * Whether there is a newer version.
     *
     * @param how a registry, or an offline list of tags; without either only the compatibility is judged
     * @return a finding named {@code version}, or {@code compatibility}
     */
    public CheckFinding version(Consumer<CheckOptions.Builder> how) {
        return only("version", how);
    }

    /**
     * Request and error rates.
     *
     * @param how an earlier sample, or how long to wait for a second one; without either all since the start is judged
     * @return a finding named {@code requests}
     */
    public CheckFinding requests(Consumer<CheckOptions.Builder> how) {
        return only("requests", how);
    }

    /**
     * A sample of the request counters, to be kept for a later run.
     *
     * @return the counters
     * @throws dev.opsdk.core.error.OpsException if they cannot be read
     */
    public RequestCounts requestCounts() {
        var read = client.monitoring().requests();
        return RequestCounts.of(
                read.since(),
                read.requestCount(),
                read.requestCountByStatus(),
                client.timeSource().now());
    }

    /**
     * What in the configuration is not fit for production.
     *
     * @return a finding named {@code configuration}
     */
    public CheckFinding configuration() {
        return only("configuration", options -> {});
    }

    /**
     * Whether the connector has the identity that it should have.
     *
     * @param how the pin, and whether to let it sign a proof
     * @return a finding named {@code key material}
     */
    public CheckFinding keyMaterial(Consumer<CheckOptions.Builder> how) {
        return only("key material", how);
    }

    /**
     * What a log tells.
     *
     * @param how the logs, their zone and the period
     * @return a finding named {@code log}
     */
    public CheckFinding log(Consumer<CheckOptions.Builder> how) {
        return only("log", how);
    }

    /**
     * Lists what is old, without deleting anything.
     *
     * @param waiting from when on a request or a message waits too long
     * @return what was found; lists that could not be read are left out, {@link #run} says which
     */
    public List<OldItem> oldMaterial(Duration waiting) {
        return OldMaterial.find(new Readings(client), waiting, EnumSet.allOf(OldKind.class))
                .items();
    }

    /**
     * Writes a zip for a support case: a report, support information, health, version, counters and an excerpt of the log, with every
     * secret masked, see {@link SupportBundle}.
     *
     * @param zip the file; replaced when it is there
     * @param how what to look at besides the connector; its logs are excerpted
     * @return the report that stands in it
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public CheckReport supportBundle(Path zip, Consumer<CheckOptions.Builder> how) {
        return new SupportBundle(client, CheckOptions.of(how)).write(zip);
    }

    @Override
    public String toString() {
        return "checks of " + client.url();
    }
}
