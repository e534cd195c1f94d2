package dev.opsdk.oms;

import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.MigrationReply;
import dev.opsdk.oms.procedure.ConnectorProcedures;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connector, in the generation that fits it (see {@link OmsClient.Builder#generation}). The cluster manager documents no call
 * that shows a connector: whether it runs is seen in the console.
 */
public final class Connector {
    private final OmsClient client;
    private final ConnectorName name;

    Connector(OmsClient client, ConnectorName name) {
        this.client = client;
        this.name = name;
    }

    /**
     * The connector's name.
     *
     * @return the name
     */
    public ConnectorName name() {
        return name;
    }

    /**
     * Which generation it is called in. When neither the builder nor the name tells, a read is asked, once a client.
     *
     * @return the generation, never {@link Generation#AUTO}
     */
    public Generation generation() {
        return client.wire().generationOf(name);
    }

    /** Starts it; it goes on where it was. In generation 2 not for the very first start of a project (OMS documentation). */
    public void start() {
        start(ConnectorStart.PLAIN);
    }

    /**
     * Starts it.
     *
     * @param how such as {@code s -> s.fromNewCheckpoint()} after a pull-back
     */
    public void start(Consumer<ConnectorStart.Builder> how) {
        start(ConnectorRequests.start(how));
    }

    /**
     * Starts it.
     *
     * @param how from where
     * @throws dev.opsdk.core.error.UnsupportedException if its generation cannot do that; nothing is sent then
     */
    public void start(ConnectorStart how) {
        client.wire().send(client.wire().connectors().start(generation(), name, how));
    }

    /** Stops it. */
    public void stop() {
        client.wire().send(client.wire().connectors().stop(generation(), name));
    }

    /**
     * Changes its configuration. It has to be stopped; in generation 2 it may also be abnormal (OMS documentation). It is not started
     * again by that.
     *
     * @param changes says what, such as {@code u -> u.jvm(j -> j.maxHeap("6g"))}
     */
    public void update(Consumer<ConnectorUpdate.Builder> changes) {
        update(ConnectorRequests.update(changes));
    }

    /**
     * Changes its configuration.
     *
     * @param update what changes
     * @throws dev.opsdk.core.error.UnsupportedException if its generation cannot do that; nothing is sent then
     */
    public void update(ConnectorUpdate update) {
        client.wire().send(client.wire().connectors().update(generation(), name, update));
    }

    /**
     * Moves it to another host of the region. It has to be stopped. Makes a new connector, stopped, under a new name; this one must not
     * be started again. With a named host, tags and quotas are not looked at (OMS documentation).
     *
     * @param node the host's address
     * @return the new name, if the reply names it
     */
    public MigrationReply<ConnectorName> migrate(String node) {
        return migrate(Optional.of(node));
    }

    /**
     * Moves it to a host that the server picks.
     *
     * @return the new name, if the reply names it
     * @throws dev.opsdk.core.error.UnsupportedException in generation 1; nothing is sent then
     */
    public MigrationReply<ConnectorName> migrate() {
        return migrate(Optional.empty());
    }

    private MigrationReply<ConnectorName> migrate(Optional<String> node) {
        return client.wire().send(client.wire().connectors().migrate(generation(), name, node));
    }

    /**
     * Deletes it, for good. The server does not ask whether its project still runs.
     *
     * @throws dev.opsdk.core.error.UnsupportedException in generation 1; nothing is sent then
     */
    public void delete() {
        client.wire().send(client.wire().connectors().delete(generation(), name));
    }

    /**
     * The same calls as they would be sent, for plans.
     *
     * @return shows requests
     */
    public ConnectorRequests requests() {
        return new ConnectorRequests(client, name);
    }

    /**
     * Multi-step work on it.
     *
     * @return makes plans
     */
    public ConnectorProcedures procedures() {
        return new ConnectorProcedures(client, name);
    }

    @Override
    public String toString() {
        return "connector '" + name + "' at " + client;
    }
}
