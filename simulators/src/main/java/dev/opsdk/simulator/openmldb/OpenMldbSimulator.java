package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimNode;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.Simulator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An OpenMLDB cluster that answers like the real one: nameservers, tablets, and the queue of operations between them,
 * over real HTTP on 127.0.0.1 or within the process.
 *
 * <pre>{@code
 * try (OpenMldbSimulator sim = OpenMldbSimulator.builder().autoFailover(false).start()) {
 *     sim.table("demo_db", "t1").partitions(2).replicas(2).rows(7).create();
 *     // ChangeLeader over HTTP at sim.nameServerEndpoints().get(0), then:
 *     sim.advance(Duration.ofSeconds(5));
 *     assert sim.ops().get(0).status() == OpStatus.DONE;
 * }
 * }</pre>
 *
 * <p>Time stands still until the clock is moved, unless it was built with a running clock. Thread-safe; all threads are
 * daemons.
 */
public final class OpenMldbSimulator implements Simulator {

    private final Cluster cluster;
    private final World world;
    private final Engine engine;

    OpenMldbSimulator(Settings settings, SimClock clock) {
        this.cluster = new Cluster(settings, clock);
        this.world = cluster.world;
        this.engine = new Engine(world, cluster::changed);
        if (settings.systemTables) {
            cluster.addSystemTables();
        }
        clock.add(engine);
    }

    /**
     * Says what is wanted before it starts.
     *
     * @return a builder, set to two nameservers and three tablets under a manual clock
     */
    public static OpenMldbSimulatorBuilder builder() {
        return new OpenMldbSimulatorBuilder();
    }

    /**
     * Starts two nameservers and three tablets under a manual clock.
     *
     * @return the running simulator
     */
    public static OpenMldbSimulator start() {
        return builder().start();
    }

    /**
     * The addresses of all nameservers.
     *
     * @return {@code host:port} each, the one that led at the start first
     */
    public List<String> nameServerEndpoints() {
        return cluster.nameServers.stream().map(SimNameServer::address).toList();
    }

    /**
     * The addresses of all nameservers.
     *
     * @return in the order of {@link #nameServerEndpoints()}, as addresses of the web
     */
    @Override
    public List<String> urls() {
        return cluster.nameServers.stream().map(SimNameServer::url).toList();
    }

    /**
     * All servers.
     *
     * @return the nameservers, then the tablets
     */
    @Override
    public List<SimNode> nodes() {
        return Stream.<SimNode>concat(cluster.nameServers.stream(), cluster.tablets.stream())
                .toList();
    }

    /**
     * A nameserver.
     *
     * @param index from 0; 0 led at the start
     * @return the nameserver
     */
    public SimNameServer nameServer(int index) {
        return cluster.nameServers.get(index);
    }

    /**
     * All tablets.
     *
     * @return in the order of their making
     */
    public List<SimTablet> tablets() {
        return List.copyOf(cluster.tablets);
    }

    /**
     * A tablet.
     *
     * @param index from 0
     * @return the tablet
     */
    public SimTablet tablet(int index) {
        return cluster.tablets.get(index);
    }

    /**
     * Adds an empty tablet to the cluster.
     *
     * @return the tablet
     */
    public SimTablet addTablet() {
        SimTablet added = cluster.addTablet();
        cluster.changed();
        return added;
    }

    /**
     * Begins a table.
     *
     * @param db the database, which is made when it is missing; empty for the old default database
     * @param name the table
     * @return a builder
     */
    public TableBuilder table(String db, String name) {
        return new TableBuilder(world, db, name, cluster::changed);
    }

    /**
     * Makes an empty database.
     *
     * @param name the database
     */
    public void database(String name) {
        synchronized (world) {
            world.databases.add(name);
            world.changed();
        }
        cluster.changed();
    }

    /**
     * Writes to the leader of a partition, and through it to the followers that are connected to it.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition
     * @param rows how many
     */
    public void writeRows(String db, String table, int pid, long rows) {
        synchronized (world) {
            Partition partition = partition(db, table, pid);
            String endpoint = partition.leader().map(leader -> leader.endpoint).orElse("");
            LoadedTable leader = world.serving(endpoint, partition);
            TabletNode tablet = world.tablets.get(endpoint);
            if (leader == null || tablet == null || !leader.leader) {
                throw new IllegalStateException("nobody leads " + db + "." + table + " " + pid);
            }
            tablet.setRows(leader, leader.rows + rows);
            world.replicate(partition, leader);
        }
    }

    /**
     * A replica, to do something to it.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition
     * @param endpoint the tablet
     * @return the replica
     */
    public SimReplica replica(String db, String table, int pid, String endpoint) {
        synchronized (world) {
            Partition partition = partition(db, table, pid);
            TabletNode tablet = world.tablets.get(endpoint);
            Replica replica = partition.on(endpoint).orElse(null);
            if (replica == null || tablet == null) {
                throw new IllegalArgumentException("no replica of " + db + "." + table + " " + pid + " on " + endpoint);
            }
            return new SimReplica(world, partition, replica, tablet);
        }
    }

    /**
     * Lets the nameserver believe that a replica is not alive.
     *
     * @param db the database
     * @param table the table
     * @param pid the partition
     * @param endpoint the tablet
     */
    public void breakReplica(String db, String table, int pid, String endpoint) {
        replica(db, table, pid, endpoint).markDead();
        cluster.changed();
    }

    private Partition partition(String db, String table, int pid) {
        return world.table(db, table)
                .flatMap(found -> found.partition(pid))
                .orElseThrow(() -> new IllegalArgumentException("no partition " + db + "." + table + " " + pid));
    }

    /**
     * Takes leadership from the leading nameserver, whose process goes on as the last in the queue. Operations that
     * ended well or were canceled are forgotten, and so are tablets that are away.
     */
    public void failOver() {
        synchronized (world) {
            cluster.life.failOver();
        }
        cluster.changed();
    }

    /**
     * The queue of operations.
     *
     * @return all that are not forgotten, oldest first
     */
    public List<OpView> ops() {
        synchronized (world) {
            return world.ops.all().stream().map(Op::view).toList();
        }
    }

    /**
     * Lets operations fail at a task.
     *
     * @param opType for example {@code kMigrateOP}
     * @param task for example {@code kSendSnapshot}
     * @param times how many of them
     */
    public void failOps(String opType, String task, int times) {
        synchronized (world) {
            world.ops.fail(opType, task, times);
        }
    }

    /** Keeps all operations where they are. */
    public void holdOps() {
        synchronized (world) {
            world.ops.hold(true);
        }
    }

    /** Ends {@link #holdOps()}. */
    public void releaseOps() {
        synchronized (world) {
            world.ops.hold(false);
        }
    }

    /**
     * Lets a method answer with success and create no operation.
     *
     * @param method for example {@code RecoverTable}
     * @param times how many answers of success
     */
    public void codeZeroWithoutOp(String method, int times) {
        synchronized (world) {
            world.silent.put(method, times);
        }
    }

    /**
     * Sets whether the nameserver has collected numbers from the tablets. Before that it shows neither offsets nor
     * counts.
     *
     * @param pulled true unless said otherwise
     */
    public void statusPulled(boolean pulled) {
        synchronized (world) {
            world.statusPulled = pulled;
        }
    }

    /**
     * The cluster as it is now.
     *
     * @return a copy
     */
    public ClusterView view() {
        synchronized (world) {
            return ClusterView.of(world);
        }
    }

    /**
     * Whether automatic failover is on.
     *
     * @return what ConfGet would say
     */
    public boolean isAutoFailover() {
        synchronized (world) {
            return world.autoFailover;
        }
    }

    /**
     * Asks a server without a socket.
     *
     * @param hostPort the address of a server of this cluster
     * @param request what to ask; it is the first of its connection
     * @return the answer
     * @throws NoAnswerException when there is none
     */
    public SimResponse exchange(String hostPort, SimRequest request) throws NoAnswerException {
        Node node = cluster.nodes.get(hostPort);
        if (node == null) {
            throw new NoAnswerException(NoAnswerException.Reason.REFUSED, hostPort);
        }
        return node.exchange(request);
    }

    /**
     * Makes the cluster known in a real ZooKeeper and keeps it true there. Needs ZooKeeper's client on the class path.
     *
     * @param connectString for example {@code 127.0.0.1:2181}
     * @param root for example {@code /openmldb}
     * @return this
     */
    public OpenMldbSimulator registerIn(String connectString, String root) {
        cluster.register(ZooKeeperRegistry.connect(world, connectString, root, ""));
        return this;
    }

    /**
     * Like {@link #registerIn(String, String)}, with nodes that only their creator may read or change.
     *
     * @param connectString for example {@code 127.0.0.1:2181}
     * @param root for example {@code /openmldb}
     * @param credentials {@code user:password}, for the scheme {@code digest}
     * @return this
     */
    public OpenMldbSimulator registerIn(String connectString, String root, String credentials) {
        cluster.register(ZooKeeperRegistry.connect(world, connectString, root, credentials));
        return this;
    }

    @Override
    public SimClock clock() {
        return world.clock;
    }

    /**
     * What came over sockets.
     *
     * @return the journal; node numbers are 0 and up for nameservers, 1000 and up for tablets
     */
    @Override
    public Journal journal() {
        return cluster.journal;
    }

    /**
     * Every call that was understood, over sockets or within the process; as many are kept as a {@link Journal} keeps.
     *
     * @return oldest first
     */
    public List<SimCall> calls() {
        synchronized (world) {
            return world.calls();
        }
    }

    /**
     * Every call that was answered with anything but success.
     *
     * @return oldest first
     */
    public List<SimCall> refusals() {
        return calls().stream().filter(call -> call.code() != 0).toList();
    }

    /** Forgets the journal and the calls. */
    public void forgetCalls() {
        cluster.journal.clear();
        synchronized (world) {
            world.forgetCalls();
        }
    }

    @Override
    public void close() {
        world.clock.remove(engine);
        cluster.close();
    }

    @Override
    public String toString() {
        return "OpenMldbSimulator at " + String.join(", ", urls()) + "; it is " + clock();
    }
}
