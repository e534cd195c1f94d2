package dev.opsdk.bizconnector.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.RequestCounts;
import dev.opsdk.bizconnector.assess.SupportMask;
import dev.opsdk.bizconnector.model.account.IdentityInfo;
import dev.opsdk.bizconnector.model.monitoring.ConnectorVersion;
import dev.opsdk.bizconnector.model.monitoring.HealthReport;
import dev.opsdk.bizconnector.model.monitoring.RequestStatistics;
import dev.opsdk.bizconnector.model.monitoring.SupportInformation;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.UnauthorizedException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one run reads from its connector, each thing once. The first read with credentials opens the way for the others: the server
 * takes 1 to 4 s to refuse a key, and somebody may take a row of refusals for an attack.
 */
final class Readings {
    private final BizConnectorClient client;
    private final Memo<HealthReport> health;
    private final Memo<ConnectorVersion> version;
    private final Memo<SupportInformation> support;
    private final Memo<RequestStatistics> counters;
    private final Memo<IdentityInfo> identity;
    private final Memo<Boolean> admitted;

    Readings(BizConnectorClient client) {
        this.client = client;
        this.health = new Memo<>(client::health);
        this.version = new Memo<>(() -> client.monitoring().version());
        this.support = new Memo<>(() -> client.monitoring().support());
        this.counters = new Memo<>(() -> client.monitoring().requests());
        this.identity = new Memo<>(() -> client.account().identityInfo());
        this.admitted = new Memo<>(this::tryCredentials);
    }

    BizConnectorClient client() {
        return client;
    }

    TimeSource time() {
        return client.timeSource();
    }

    Instant now() {
        return client.timeSource().now();
    }

    /** Whether the credentials are good; every other failure is left to who reads. */
    private boolean tryCredentials() {
        try {
            version.get();
            return true;
        } catch (UnauthorizedException e) {
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    boolean admitted() {
        return admitted.get();
    }

    <T> T read(Supplier<T> call) {
        if (!admitted.get()) {
            throw new NotAdmitted();
        }
        return call.get();
    }

    /** The connector refused the credentials once; that is not tried again. */
    static final class NotAdmitted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAdmitted() {
            super("not asked: the connector refuses the credentials");
        }
    }

    /** Needs no credentials, and costs the server a connection to its database and a call to its Backbone. */
    HealthReport health() {
        return health.get();
    }

    ConnectorVersion version() {
        return read(version::get);
    }

    SupportInformation support() {
        return read(support::get);
    }

    /** The secrets in the support information, if that was read already. */
    Set<Secret> secretsSeen() {
        return support.known()
                .map(read -> {
                    ObjectNode answer = JsonNodeFactory.instance.objectNode();
                    answer.set("configuration", read.configuration().reveal());
                    return SupportMask.secrets(answer);
                })
                .orElseGet(Set::of);
    }

    IdentityInfo identity() {
        return read(identity::get);
    }

    /** The counters as they were when they were first asked for. */
    RequestStatistics counters() {
        return read(counters::get);
    }

    RequestCounts requests() {
        return counts(counters());
    }

    RequestCounts requestsAgain() {
        return counts(read(() -> client.monitoring().requests()));
    }

    private RequestCounts counts(RequestStatistics read) {
        return RequestCounts.of(read.since(), read.requestCount(), read.requestCountByStatus(), now());
    }
}
