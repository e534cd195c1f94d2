package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One connector: its process, its identity and its database. */
final class Node {

    private static final Duration LOGIN = Duration.ofMinutes(5);

    final int index;
    final World world;
    final NodeSettings settings;
    final LogText log;
    final WebhookSender webhooks;
    final Gate gate;
    final Map<Integer, Integer> counts = new TreeMap<>();
    final Deque<Runnable> inbox = new ArrayDeque<>();
    String correlation = "";
    boolean databaseDown;
    boolean healthCheckBroken;
    Instant since;
    private Identity identity;
    private Db db = new Db();
    private @Nullable Instant login;
    private int port;

    Node(int index, World world, NodeSettings settings) {
        this.index = index;
        this.world = world;
        this.settings = settings;
        this.log = new LogText(world.clock);
        this.webhooks = new WebhookSender(log);
        this.gate = new Gate(world.provider, settings, world.ids);
        this.since = world.clock.now();
        this.identity = Identity.create(world.ids);
        world.byAddress.put(identity.address(), this);
    }

    void port(int number) {
        port = number;
    }

    int port() {
        return port;
    }

    Identity identity() {
        return identity;
    }

    String address() {
        return identity.address();
    }

    String device() {
        return identity.device();
    }

    String now() {
        return world.now();
    }

    String newId(String prefix) {
        return world.ids.next(prefix);
    }

    /** The database, if it can be reached. */
    Db db() throws Refusal {
        if (databaseDown) {
            throw Refusal.thrown("connect ECONNREFUSED 127.0.0.1:27017");
        }
        return db;
    }

    /** The database for whoever arranges or inspects a test. */
    Db rawDb() {
        return db;
    }

    /** Replaces the database and the identity in it. */
    void restore(Db other, Identity its) {
        world.byAddress.remove(identity.address());
        db = other;
        identity = its;
        world.byAddress.put(identity.address(), this);
    }

    /** Calls the Backbone, or fails as such a call fails now. */
    void reach(String operation) throws Refusal {
        world.outage.stall();
        world.outage.check(operation, world.baseUrl(), now());
        if (!isLoggedIn()) {
            throw Refusal.upstream(
                    401,
                    "error.transport.request.noAuthGrant",
                    "Backbone did not grant authentication. Are the credentials correct?");
        }
    }

    /** A login is good for five minutes, whatever becomes of the credentials meanwhile. */
    boolean isLoggedIn() {
        Instant now = world.clock.now();
        if (login != null && now.isBefore(login.plus(LOGIN))) {
            return true;
        }
        if (world.outage.rejectsLogins()) {
            return false;
        }
        login = now;
        return true;
    }

    void logout() {
        login = null;
    }

    /** Tells whoever wants to know. */
    void emit(String trigger, @Nullable Object data) {
        String body = JsonWriter.write(Doc.of("data", Answer.visible(data), "trigger", trigger));
        String id = correlation.isEmpty() ? world.ids.uuid() : correlation;
        for (WebhookTarget target : settings.webhooks) {
            if (target.wants(trigger)) {
                log.info("WebhooksModule", "Sending request to webhook " + body, id);
                webhooks.send(target, trigger, body, id);
            }
        }
    }

    Optional<Doc> relationshipTo(String peer) {
        return db.relationships.values().stream()
                .filter(relationship -> relationship.text("peer").equals(peer))
                .reduce((older, newer) -> newer);
    }

    Optional<Doc> activeRelationshipTo(String peer) {
        return relationshipTo(peer)
                .filter(relationship -> relationship.text("status").equals("Active"));
    }
}
