package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.MigrationReply;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Every call of connectors, in the words of the generation that is meant. What it cannot do is refused before it is sent. */
public final class ConnectorOrders {
    private final ConnectorApi first;
    private final ConnectorV2Api second;
    private final BaseUrl server;

    ConnectorOrders(Transport transport, BaseUrl server) {
        this.first = transport.api(ConnectorApi.class, server);
        this.second = transport.api(ConnectorV2Api.class, server);
        this.server = server;
    }

    /**
     * {@code startByName} or {@code v2/resume}. The flags have opposite senses: not to resume is to pull back.
     *
     * @param generation which one
     * @param name the connector
     * @param start how
     * @return the call
     */
    public Order<Boolean> start(Generation generation, ConnectorName name, ConnectorStart start) {
        refuse(start.refusedBy(generation), "connector startByName", "connector/task/startByName", name);
        Request request = (generation == Generation.GEN1
                        ? first.start(name.text(), start.isFromNewCheckpoint() ? "false" : null)
                        : second.resume(
                                name.text(), flag(start.isFromNewCheckpoint()), flag(start.isFullImportAgain())))
                .request();
        return Order.of(request, name.text(), Readers.acknowledged());
    }

    private static @Nullable String flag(boolean set) {
        return set ? "true" : null;
    }

    /**
     * {@code stopByName} or {@code v2/stop}.
     *
     * @param generation which one
     * @param name the connector
     * @return the call
     */
    public Order<Boolean> stop(Generation generation, ConnectorName name) {
        Request request =
                (generation == Generation.GEN1 ? first.stop(name.text()) : second.stop(name.text())).request();
        return Order.of(request, name.text(), Readers.acknowledged());
    }

    /**
     * {@code updateByName} or {@code v2/update}.
     *
     * @param generation which one
     * @param name the connector
     * @param update what changes
     * @return the call
     */
    public Order<Boolean> update(Generation generation, ConnectorName name, ConnectorUpdate update) {
        refuse(update.refusedBy(generation), "connector updateByName", "connector/task/updateByName", name);
        if (generation == Generation.GEN1) {
            return new Order<>(
                    first.update(name.text(), update.revealForm()).request(),
                    first.update(name.text(), update.maskedForm()).request(),
                    name.text(),
                    update.secrets(),
                    Readers.acknowledged());
        }
        String deleted = update.deleteParams().isEmpty() ? null : String.join(",", update.deleteParams());
        return new Order<>(
                second.update(name.text(), deleted, update.revealBody()).request(),
                second.update(name.text(), deleted, update.maskedBody()).request(),
                name.text(),
                update.secrets(),
                Readers.acknowledged());
    }

    /**
     * {@code migrate} by GET, or {@code v2/migrate} by POST.
     *
     * @param generation which one
     * @param name the connector
     * @param node the host it goes to; empty to leave it to the server
     * @return the call
     */
    public Order<MigrationReply<ConnectorName>> migrate(
            Generation generation, ConnectorName name, Optional<String> node) {
        String checked = node.map(Nodes::checked).orElse(null);
        if (generation == Generation.GEN1) {
            if (checked == null) {
                throw refused(
                        "generation 1 does not pick a host itself",
                        "GET",
                        "connector migrate",
                        "connector/task/migrate",
                        name);
            }
            return Order.of(
                    first.migrate(name.text(), checked).request(),
                    name.text(),
                    Readers.enveloped(fields ->
                            newName(fields, name, List.of("result", "taskName", "name", "connector", "task"))));
        }
        return Order.of(
                second.migrate(name.text(), checked).request(),
                name.text(),
                Readers.enveloped(fields -> newName(fields, name, List.of("result"))));
    }

    private static MigrationReply<ConnectorName> newName(ObjectNode reply, ConnectorName old, List<String> fields) {
        return NewNames.in(reply, old, ConnectorName::of, fields);
    }

    /**
     * {@code v2/delete}.
     *
     * @param generation which one; generation 1 cannot
     * @param name the connector
     * @return the call
     */
    public Order<Boolean> delete(Generation generation, ConnectorName name) {
        if (generation == Generation.GEN1) {
            throw refused(
                    "generation 1 cannot delete connectors",
                    "POST",
                    "connector v2 delete",
                    "connector/task/v2/delete",
                    name);
        }
        return Order.of(second.delete(name.text()).request(), name.text(), Readers.acknowledged());
    }

    private void refuse(Optional<String> why, String operation, String path, ConnectorName name) {
        if (why.isPresent()) {
            throw refused(why.get(), "POST", operation, path, name);
        }
    }

    private UnsupportedException refused(String why, String method, String operation, String path, ConnectorName name) {
        return new UnsupportedException(new Refusal(
                new CallSite("oms", operation, name.text(), Effect.MUTATION, method, server + "/" + path),
                0,
                "not sent: " + why,
                "if this is OMS V4.1.1 or later, tell the builder generation(GEN2)"));
    }
}
