package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.MonitoringApi;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.monitoring.ConnectorVersion;
import dev.opsdk.bizconnector.model.monitoring.RequestStatistics;
import dev.opsdk.bizconnector.model.monitoring.SupportInformation;

/** What the connector tells about itself. Roles: {@link Roles#MONITORING_VERSION}, {@link Roles#MONITORING_REQUESTS},
 * {@link Roles#MONITORING_SUPPORT}. */
public final class Monitoring {
    private final Wire wire;
    private final MonitoringApi api;

    Monitoring(Wire wire) {
        this.wire = wire;
        this.api = wire.api(MonitoringApi.class);
    }

    /**
     * What runs.
     *
     * @return version, build and commit
     */
    public ConnectorVersion version() {
        return wire.send(api.version(), Target.SERVER, Readers.bare(ConnectorVersion.class));
    }

    /**
     * What was answered since the connector was started. When {@code since} changed between two looks, it was restarted.
     *
     * @return counters
     */
    public RequestStatistics requests() {
        return wire.send(api.requests(), Target.SERVER, Readers.bare(RequestStatistics.class));
    }

    /**
     * All there is to know for a support case; it answers also when the connector is not well. The server leaks secrets here: print it, or
     * write {@code configuration().masked()}.
     *
     * @return version, health, configuration and identity
     */
    public SupportInformation support() {
        return wire.send(api.support(), Target.SERVER, Readers.bare(SupportInformation.class));
    }
}
