package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.model.monitoring.ConnectorVersion;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnsupportedException;
import java.util.Optional;

/** Says which server it is that does not know a route. The API moved from {@code /api/v2} to {@code /api/core/v1} with 7.0.0. */
final class Generations {
    private static final int OURS = 7;

    private final Wire wire;
    private final MonitoringApi api;

    Generations(Wire wire, MonitoringApi api) {
        this.wire = wire;
        this.api = api;
    }

    /** The same failure with what is known about the server. */
    UnsupportedException explained(UnsupportedException failure) {
        boolean ofTheApi = failure.call()
                .filter(call -> call.url().contains("/api/core/v1/"))
                .isPresent();
        Optional<ConnectorVersion> version = ofTheApi ? version(failure) : Optional.empty();
        return version.map(found -> said(failure, found)).orElse(failure);
    }

    private Optional<ConnectorVersion> version(UnsupportedException failure) {
        try {
            return Optional.of(wire.send(api.version(), Target.SERVER, Readers.bare(ConnectorVersion.class)));
        } catch (OpsException e) {
            failure.addSuppressed(e); // what was asked for failed; that nobody knows why is less important
            return Optional.empty();
        }
    }

    private static UnsupportedException said(UnsupportedException failure, ConnectorVersion version) {
        boolean old = version.major().orElse(OURS) < OURS;
        String server = "this is Connector " + version.version();
        String remedy = old
                ? server + ", whose API is /api/v2; this client speaks /api/core/v1 of 7.0.0 and later"
                : server + "; " + failure.remedy().orElse("it does not have this call");
        return new UnsupportedException(new Refusal(
                failure.call().orElseThrow(),
                failure.status().orElse(0),
                failure.serverMessage(),
                remedy,
                failure.details()));
    }
}
