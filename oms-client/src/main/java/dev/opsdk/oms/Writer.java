package dev.opsdk.oms;

import dev.opsdk.oms.model.MigrationReply;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterUpdate;
import dev.opsdk.oms.procedure.WriterProcedures;
import java.util.function.Consumer;

/** One writer (JDBCWriter, on the wire also applier and replicator). Writers belong to generation 1 of OMS. */
public final class Writer {
    private final OmsClient client;
    private final WriterName name;

    Writer(OmsClient client, WriterName name) {
        this.client = client;
        this.name = name;
    }

    /**
     * The writer's name.
     *
     * @return the name
     */
    public WriterName name() {
        return name;
    }

    /**
     * What it is, whether it runs, and how far it is; with the server's time, from which its lag is computed.
     *
     * @return the detail; holds both databases' passwords, masked wherever it is printed
     * @throws dev.opsdk.core.error.NotFoundException if there is no such writer (inferred from a success that shows none)
     * @throws dev.opsdk.core.error.UnsupportedException if this server has no writers any more
     */
    public Observed<WriterDetail> detail() {
        return client.wire().send(client.wire().orders().detail(name));
    }

    /** Stops it. */
    public void stop() {
        client.wire().send(client.wire().orders().stop(name));
    }

    /** Starts it. A store has to hold the position it stands at, else the start fails with CM-RESOIE000201 (OMS documentation). */
    public void start() {
        client.wire().send(client.wire().orders().start(name));
    }

    /** Deletes it, for good. The console does so only when it is stopped or abnormal; the server does not ask. */
    public void clean() {
        client.wire().send(client.wire().orders().clean(name));
    }

    /**
     * Moves it to another host of the region. It has to be stopped, unless it is not running anyway. Makes a new writer, stopped, under a
     * new name; this one must not be started again. Tags and quotas of the host are not looked at (OMS documentation).
     *
     * @param node a healthy host's address
     * @return the new name, if the reply names it
     */
    public MigrationReply<WriterName> migrate(String node) {
        return client.wire().send(client.wire().orders().migrate(name, node, false));
    }

    /**
     * Moves it away from a host that is down ({@code force=true}). When that host comes back, the old writer may run there again and write
     * beside the new one.
     *
     * @param node a healthy host's address
     * @return the new name, if the reply names it
     */
    public MigrationReply<WriterName> migrateFromDeadHost(String node) {
        return client.wire().send(client.wire().orders().migrate(name, node, true));
    }

    /**
     * Changes its configuration. It has to be stopped, and is not started again by that.
     *
     * @param changes says what, such as {@code u -> u.set("worker_num", "32")}
     */
    public void update(Consumer<WriterUpdate.Builder> changes) {
        WriterUpdate.Builder builder = WriterUpdate.builder();
        changes.accept(builder);
        update(builder.build());
    }

    /**
     * Changes its configuration.
     *
     * @param update what changes
     */
    public void update(WriterUpdate update) {
        client.wire().send(client.wire().orders().update(name, update));
    }

    /**
     * The same calls as they would be sent, for plans.
     *
     * @return shows requests
     */
    public WriterRequests requests() {
        return new WriterRequests(client.wire(), name);
    }

    /**
     * Multi-step work on it.
     *
     * @return makes plans
     */
    public WriterProcedures procedures() {
        return new WriterProcedures(client, name);
    }

    @Override
    public String toString() {
        return "writer '" + name + "' at " + client;
    }
}
