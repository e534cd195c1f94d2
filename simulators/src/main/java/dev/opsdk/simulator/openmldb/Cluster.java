package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Listener;
import dev.opsdk.simulator.SimClock;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts processes, their servers and what they can do together. */
final class Cluster {

    final World world;
    final Ops ops;
    final Life life;
    final Journal journal = new Journal();
    final Map<String, Node> nodes = new ConcurrentHashMap<>();
    final List<SimTablet> tablets = new CopyOnWriteArrayList<>();
    final List<SimNameServer> nameServers = new CopyOnWriteArrayList<>();
    private final Queue<ServerSocket> bound = new ArrayDeque<>();
    private int highestPort;
    private volatile @Nullable Registry registry;

    Cluster(Settings settings, SimClock clock) {
        this.world = new World(settings, clock);
        this.ops = new Ops(world);
        this.life = new Life(world, ops);
        if (settings.sockets) {
            // what is sorted by address, here or by a client, is then sorted alike in every run
            bound.addAll(Listener.ascending(settings.nameServers + settings.tablets));
        }
        for (int i = 0; i < settings.nameServers; i++) {
            addNameServer(i);
        }
        for (int i = 0; i < settings.tablets; i++) {
            addTablet();
        }
    }

    private void addNameServer(int index) {
        Node node = node("10.255.0." + (index + 1) + ":7527", index);
        String endpoint = world.settings.useNames ? "ns_" + (index + 1) : node.address();
        NameServerNode server = new NameServerNode(endpoint, node.address(), world.newLock());
        RpcService service = new RpcService("openmldb.nameserver.NameServer", MethodNames.nameServer());
        Function<String, Function<RpcMethod, RpcMethod>> around =
                name -> method -> new RpcMethod(method.request(), guarded(name, method.handler(), server));
        service.with(new QueryCalls(world).methods(), around)
                .with(new OpCalls(world).methods(), around)
                .with(new ReplicaCalls(world, ops).methods(), around)
                .with(new EndpointCalls(world, ops).methods(), around);
        world.nameServers.add(server);
        node.serve(world, service, this::changed);
        nameServers.add(new SimNameServer(world, life, server, node, this::changed));
    }

    /** Only the leader does anything; and sometimes even that comes to nothing although it says otherwise. */
    private Function<Params, Reply> guarded(String name, Function<Params, Reply> handler, NameServerNode server) {
        return params -> {
            if (!world.leads(server)) {
                Reply refusal = Reply.general(Code.NOT_LEADER);
                return name.equals("ConfGet") ? refusal.put("conf", Map.of()) : refusal;
            }
            int left = world.silent.getOrDefault(name, 0);
            world.ops.swallow(left > 0);
            try {
                Reply reply = handler.apply(params);
                if (left > 0 && reply.code() == 0) {
                    world.silent.put(name, left - 1);
                }
                return reply;
            } finally {
                world.ops.swallow(false);
            }
        };
    }

    SimTablet addTablet() {
        int index = tablets.size();
        Node node = node("10.0." + index / 250 + "." + (index % 250 + 1) + ":10921", 1000 + index);
        String endpoint = world.settings.useNames ? "tablet_" + (index + 1) : node.address();
        TabletNode tablet = new TabletNode(endpoint, node.address(), world.now());
        RpcService service = new RpcService("openmldb.api.TabletServer", MethodNames.tabletServer());
        service.with(new TabletCalls(world, tablet).methods(), name -> method -> method);
        synchronized (world) {
            world.tablets.put(endpoint, tablet);
            world.changed();
        }
        node.serve(world, service, this::changed);
        SimTablet handle = new SimTablet(world, life, tablet, node, this::changed);
        tablets.add(handle);
        return handle;
    }

    private Node node(String fakeAddress, int index) {
        Node node = world.settings.sockets
                ? Node.listening(nextSocket(), index, journal, world.clock)
                : Node.withoutSocket(fakeAddress);
        nodes.put(node.address(), node);
        return node;
    }

    private ServerSocket nextSocket() {
        ServerSocket next = bound.isEmpty() ? Listener.randomAbove(highestPort) : bound.remove();
        highestPort = next.getLocalPort();
        return next;
    }

    void addSystemTables() {
        synchronized (world) {
            world.databases.addAll(World.SYSTEM_DATABASES);
        }
        List<String> endpoints = new ArrayList<>();
        tablets.forEach(tablet -> endpoints.add(tablet.endpoint()));
        if (endpoints.isEmpty()) {
            return;
        }
        system("__INTERNAL_DB", "USER", endpoints.get(0), 1);
        system("__INTERNAL_DB", "JOB_INFO", endpoints.get(1 % endpoints.size()), 0);
        system("__INTERNAL_DB", "PRE_AGG_META_INFO", endpoints.get(2 % endpoints.size()), 0);
        system("INFORMATION_SCHEMA", "GLOBAL_VARIABLES", endpoints.get(0), 4);
        system("INFORMATION_SCHEMA", "DEPLOY_RESPONSE_TIME", endpoints.get(1 % endpoints.size()), 0);
    }

    private void system(String db, String name, String endpoint, long rows) {
        new TableBuilder(world, db, name, () -> {})
                .placedOn(endpoint)
                .rows(rows)
                .create();
    }

    void register(Registry wanted) {
        Registry former = registry;
        if (former != null) {
            former.close();
        }
        registry = wanted;
        changed();
    }

    /** Something may have changed that is registered somewhere. */
    void changed() {
        Registry current = registry;
        if (current != null) {
            current.sync();
        }
    }

    void close() {
        Registry current = registry;
        registry = null;
        if (current != null) {
            current.close();
        }
        nodes.values().forEach(Node::close);
    }
}
