package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.Faults;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimNode;
import dev.opsdk.simulator.SimServer;
import java.time.Duration;
import java.util.List;

/** One of the connectors of a simulator. */
public final class SimConnector extends SimNode {

    private final Node node;
    private final SimServer server;
    private final Front front;
    private final Journal journal;

    SimConnector(Node node, SimServer server, Front front, Journal journal) {
        this.node = node;
        this.server = server;
        this.front = front;
        this.journal = journal;
    }

    /**
     * Where it can be reached.
     *
     * @return {@code http://127.0.0.1:port}; the interface is below {@code /api/core/v1}
     */
    @Override
    public String url() {
        return front.url();
    }

    /**
     * The first of its keys.
     *
     * @return the key, empty when it has none
     */
    public String apiKey() {
        return node.settings.keys.isEmpty() ? "" : node.settings.keys.get(0).value();
    }

    /**
     * The address of its identity.
     *
     * @return for example {@code did:e:localhost:dids:...}
     */
    public String address() {
        synchronized (node.world) {
            return node.address();
        }
    }

    /**
     * The public key of its identity, in the words of the interface.
     *
     * @return the key
     */
    public String publicKey() {
        synchronized (node.world) {
            return node.identity().publicKey();
        }
    }

    /**
     * Arranges and inspects what it knows, without a request.
     *
     * @return the content of its database
     */
    public SimData data() {
        return new SimData(node);
    }

    /**
     * Fetches what the Backbone has for it, as {@code POST /Account/Sync} would.
     *
     * @throws IllegalStateException when it cannot
     */
    public void sync() {
        synchronized (node.world) {
            try {
                Sync.run(node);
            } catch (Refusal e) {
                throw new IllegalStateException(e.code() + ": " + e.text(), e);
            }
        }
    }

    /** Its database refuses connections, until {@link #databaseUp}. */
    public void databaseDown() {
        synchronized (node.world) {
            node.databaseDown = true;
        }
    }

    /** Its database is there again. */
    public void databaseUp() {
        synchronized (node.world) {
            node.databaseDown = false;
        }
    }

    /** The check behind {@code /health} breaks, and stays so until {@link #restart}. */
    public void healthCheckBreaks() {
        synchronized (node.world) {
            node.healthCheckBroken = true;
        }
    }

    @Override
    public boolean isUp() {
        return front.isUp();
    }

    @Override
    public void kill() {
        front.kill();
        server.kill();
    }

    /**
     * Ends its process if it runs, and starts it again: counters and {@code since} begin anew. It does not come up
     * while its database or the Backbone is down; the log says why.
     *
     * @return whether it is up
     */
    @Override
    public boolean restart() {
        kill();
        synchronized (node.world) {
            if (BootLog.failed(node)) {
                return false;
            }
            node.since = node.world.clock.now();
            node.counts.clear();
            node.healthCheckBroken = false;
            node.logout();
            BootLog.started(node);
        }
        server.restart();
        front.restart();
        return true;
    }

    /**
     * Makes a backup of its database, the identity in it included.
     *
     * @return the backup
     */
    public DatabaseSnapshot snapshot() {
        synchronized (node.world) {
            return new DatabaseSnapshot(node.rawDb(), node.identity());
        }
    }

    /**
     * Restores a backup. What was fetched from the Backbone after it was made is lost, as it is not sent twice.
     *
     * @param backup made earlier
     */
    public void restoreDatabaseFrom(DatabaseSnapshot backup) {
        synchronized (node.world) {
            node.restore(backup.db(), backup.identity());
        }
    }

    /** Starts with an empty database, and so silently as somebody else: what a changed {@code dbName} does. */
    public void loseDatabase() {
        synchronized (node.world) {
            node.restore(new Db(), Identity.create(node.world.ids));
        }
    }

    /**
     * What it wrote to its standard output, with colours, as log4js does.
     *
     * @return the text
     */
    public String logs() {
        return node.log.text();
    }

    /** Forgets the log. */
    public void clearLogs() {
        node.log.clear();
    }

    /**
     * How long the real server would have made those wait that it did not let in, oldest first.
     *
     * @return one to four seconds each
     */
    public List<Duration> unauthorizedDelays() {
        return node.gate.delays();
    }

    /**
     * The events it tried to send.
     *
     * @return oldest first
     */
    public List<WebhookDelivery> webhookDeliveries() {
        return node.webhooks.deliveries();
    }

    /**
     * Waits until no event waits to be sent any more.
     *
     * @param atMost real time
     * @return false when time is up
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitWebhooks(Duration atMost) throws InterruptedException {
        return node.webhooks.await(atMost);
    }

    @Override
    protected Faults faults() {
        return server.faults();
    }

    /**
     * What was asked of it. The bodies of uploads are there byte for byte, as the characters of the same number.
     *
     * @return the journal
     */
    public Journal journal() {
        return journal;
    }

    @Override
    public String toString() {
        return "connector " + url();
    }

    Node node() {
        return node;
    }

    void close() {
        kill();
        front.close();
        server.close();
        node.webhooks.close();
    }
}
