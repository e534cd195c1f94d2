package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimServer;
import dev.opsdk.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A Backbone with connectors on it that answer like the real ones, over real HTTP on 127.0.0.1.
 *
 * <pre>{@code
 * try (BizConnectorSimulator sim = BizConnectorSimulator.start()) {
 *     SimConnector alice = sim.connector(0);
 *     SimConnector bob = sim.connector(1);
 *     sim.establishRelationship(alice, bob);
 *     bob.data().sendMail(alice, "Hello", "Body");
 *     // POST alice.url() + "/api/core/v1/Account/Sync" with X-API-KEY: alice.apiKey(), then read the messages
 * }
 * }</pre>
 *
 * <p>Time stands still until the clock is moved, unless it was built otherwise. Nothing reaches a connector before it
 * syncs: by request, by its module if that is enabled, or by {@link SimConnector#sync}. Thread-safe; all threads are
 * daemons.
 */
public final class BizConnectorSimulator implements Simulator {

    private final World world;
    private final SimServer backboneServer;
    private final SimServer providerServer;
    private final SimBackbone backbone;
    private final Journal journal = new Journal();
    private final List<SimConnector> connectors = new ArrayList<>();

    BizConnectorSimulator(NodeSettings settings, int count, SimClock clock) {
        world = new World(clock);
        Journal calls = journal.part();
        backboneServer = new SimServer(count, "", new BackboneServer(world), calls, clock);
        world.baseUrl(backboneServer.url());
        providerServer = new SimServer(count + 1, "", world.provider, journal.part(), clock);
        backbone = new SimBackbone(world, backboneServer, calls);
        for (int i = 0; i < count; i++) {
            connectors.add(connector(i, settings));
        }
        clock.add(world);
        if (settings.syncModule) {
            connectors.forEach(connector -> syncEvery(connector.node(), clock.now()));
        }
    }

    private SimConnector connector(int index, NodeSettings settings) {
        Node node = new Node(index, world, settings.copy());
        Journal asked = journal.part();
        SimServer server = new SimServer(index, "", new Pipeline(node), asked, world.clock);
        Front front = new Front(server.url(), settings.idle);
        synchronized (world) {
            node.port(front.port());
            node.isLoggedIn();
            BootLog.started(node);
        }
        return new SimConnector(node, server, front, asked);
    }

    private void syncEvery(Node node, Instant last) {
        Instant next = last.plus(node.settings.syncInterval);
        world.at(next, () -> {
            Sync.quietly(node);
            syncEvery(node, next);
        });
    }

    /**
     * Says what is wanted before it starts.
     *
     * @return a builder, set to two connectors with one key for everything each and a manual clock
     */
    public static BizConnectorSimulatorBuilder builder() {
        return new BizConnectorSimulatorBuilder();
    }

    /**
     * Starts what {@link #builder()} is set to.
     *
     * @return the running simulator
     */
    public static BizConnectorSimulator start() {
        return builder().start();
    }

    /**
     * One of the connectors.
     *
     * @param index from 0
     * @return the connector
     */
    public SimConnector connector(int index) {
        return connectors.get(index);
    }

    /**
     * All connectors.
     *
     * @return in the order of their indexes
     */
    public List<SimConnector> connectors() {
        return List.copyOf(connectors);
    }

    /**
     * The addresses of all connectors.
     *
     * @return in the order of their indexes
     */
    @Override
    public List<String> urls() {
        return connectors.stream().map(SimConnector::url).toList();
    }

    @Override
    public List<SimConnector> nodes() {
        return connectors();
    }

    /**
     * What the connectors talk through.
     *
     * @return the Backbone
     */
    public SimBackbone backbone() {
        return backbone;
    }

    /**
     * Where bearer tokens are given for the client credentials {@code opsdk} and {@code opsdk-secret}. A {@code scope}
     * that is asked for is given, and everything otherwise; tokens live five minutes.
     *
     * @return the address of the endpoint
     */
    public String tokenUrl() {
        return providerServer.url() + "/connect/token";
    }

    /**
     * Gives a bearer token without a request.
     *
     * @param scope the roles, separated by blanks, none for a token without roles
     * @param lifetime how long it is good, zero or less for one that has expired
     * @return the token
     */
    public String bearerToken(String scope, Duration lifetime) {
        return world.provider.issue(scope, lifetime);
    }

    /**
     * Gives two connectors an active relationship, both sides knowing it, as if it had been asked for from a template.
     *
     * @param owner made the template
     * @param reader loaded it and asked
     * @return the id of the relationship
     */
    public String establishRelationship(SimConnector owner, SimConnector reader) {
        synchronized (world) {
            Node from = owner.node();
            Node to = reader.node();
            Doc template = Doc.of("id", from.newId("RLT"))
                    .with("isOwn", true)
                    .with("createdBy", from.address())
                    .with("createdByDevice", from.device())
                    .with("createdAt", from.now())
                    .with("content", Doc.of("@type", "ArbitraryRelationshipTemplateContent", "value", new Doc()))
                    .with("expiresAt", World.iso(world.clock.now().plus(Duration.ofDays(365))));
            String key = world.ids.secretKey();
            template.with("reference", Reference.write(world.baseUrl(), template, key, world.ids));
            from.rawDb().templates.put(template.text("id"), template);
            to.rawDb().templates.put(template.text("id"), template.copy().with("isOwn", false));
            world.cloud.put(template.text("id"), template.copy());
            Doc content = Doc.of("@type", "ArbitraryRelationshipCreationContent", "value", new Doc());
            String id = Relationships.create(to, template, content).text("id");
            owner.sync();
            Doc theirs = from.rawDb().relationships.getOrDefault(id, new Doc());
            Relationships.change(from, theirs, "AcceptanceOfCreation", "Active", "");
            reader.sync();
            return id;
        }
    }

    /**
     * What was asked of all connectors, of the Backbone and of the identity provider.
     *
     * @return the journal; node numbers are those of the connectors, then the Backbone, then the identity provider
     */
    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public SimClock clock() {
        return world.clock;
    }

    @Override
    public void close() {
        world.clock.remove(world);
        connectors.forEach(SimConnector::close);
        backboneServer.close();
        providerServer.close();
    }

    @Override
    public String toString() {
        return "BizConnectorSimulator at " + String.join(", ", urls()) + "; it is " + clock();
    }
}
