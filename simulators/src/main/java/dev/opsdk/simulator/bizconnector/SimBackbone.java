package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimServer;
import java.time.Duration;
import java.util.List;

/** The Backbone that all connectors of a simulator talk through. Whatever is wrong with it stays until {@link #up}. */
public final class SimBackbone {

    private final World world;
    private final SimServer server;
    private final Journal journal;

    SimBackbone(World world, SimServer server, Journal journal) {
        this.world = world;
        this.server = server;
        this.journal = journal;
    }

    /**
     * Its address, as the connectors were configured with it. It answers {@code /health} and
     * {@code /api/v2/Version}; what passes between it and the connectors needs no network.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public String url() {
        return server.url();
    }

    /** Ends whatever is wrong, and lets every call go on that hangs. */
    public void up() {
        synchronized (world) {
            world.outage.none();
        }
        server.restart();
    }

    /** Connections to it are refused. */
    public void down() {
        synchronized (world) {
            world.outage.down();
        }
        server.kill();
    }

    /**
     * It answers every call of its interface with a status. The connector passes 401, 403, 404 and most others on as
     * they are; 400 becomes a 500 with a validation code, and 500 a 500 without a result.
     *
     * @param status what it answers
     */
    public void failing(int status) {
        synchronized (world) {
            world.outage.failing(status);
            if (status == 401) {
                world.byAddress.values().forEach(Node::logout);
            }
        }
    }

    /**
     * It refuses logins. Connectors go on working, and call themselves healthy, for up to five minutes after their
     * last one. That calls then end as {@code error.transport.request.noAuthGrant} with 401 is a guess: no such
     * answer was recorded.
     */
    public void rejectsCredentials() {
        synchronized (world) {
            world.outage.credentials();
        }
    }

    /** Calls that need it get no answer until {@link #up}. */
    public void hangs() {
        synchronized (world) {
            world.outage.hanging();
        }
    }

    /**
     * Calls that need it take their time.
     *
     * @param delay real time for each request to a connector
     */
    public void slow(Duration delay) {
        synchronized (world) {
            world.outage.late(delay);
        }
    }

    /**
     * Publishes a notice to everybody.
     *
     * @param severity {@code Low}, {@code Medium} or {@code High}
     * @param title what it is about
     * @param body the text
     */
    public void announce(String severity, String title, String body) {
        synchronized (world) {
            world.announcements.add(Doc.of("id", world.ids.next("ANC"))
                    .with("createdAt", world.now())
                    .with("severity", severity)
                    .with("title", title)
                    .with("body", body)
                    .with("actions", List.of()));
        }
    }

    /**
     * What was asked of its own address.
     *
     * @return the journal
     */
    public Journal journal() {
        return journal;
    }
}
