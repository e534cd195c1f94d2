package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Faults;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimNode;
import dev.opsdk.simulator.SimServer;
import dev.opsdk.simulator.Simulator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A cluster manager of OceanBase Migration Service that answers like the real one, over real HTTP on 127.0.0.1.
 *
 * <pre>{@code
 * try (OmsSimulator sim = OmsSimulator.start()) {
 *     OmsChain orders = sim.chain("p_orders");
 *     orders.store().diesAfterRestore(Duration.ofSeconds(43));
 *     // POST /crawler/clear and /crawler/restore at sim.url(), then:
 *     sim.advance(Duration.ofSeconds(43));
 *     assert !orders.store().isRunning();
 * }
 * }</pre>
 *
 * <p>Time stands still until the clock is moved, and mutations take none of it, unless it was built otherwise.
 * Thread-safe; all threads are daemons.
 */
public final class OmsSimulator extends SimNode implements Simulator {

    private final World world;
    private final Engine engine;
    private final Work work;
    private final Answers answers = new Answers();
    private final Journal journal = new Journal();
    private final SimServer server;

    OmsSimulator(OmsSettings settings, SimClock clock) {
        this.world = new World(settings, clock);
        this.engine = new Engine(world);
        this.work = new Work(world);
        Routes routes = new Routes(world, answers, work, new Replies(settings));
        this.server = new SimServer(0, "", routes, journal, clock);
        clock.add(engine);
    }

    /**
     * Says what is wanted before it starts.
     *
     * @return a builder, set to both generations, three hosts, a manual clock, and mutations that take no time
     */
    public static OmsSimulatorBuilder builder() {
        return new OmsSimulatorBuilder();
    }

    /**
     * Starts what {@link #builder()} is set to.
     *
     * @return the running simulator
     */
    public static OmsSimulator start() {
        return builder().start();
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public List<String> urls() {
        return List.of(url());
    }

    /**
     * The cluster manager is the only server.
     *
     * @return this
     */
    @Override
    public List<OmsSimulator> nodes() {
        return List.of(this);
    }

    /**
     * Creates a store with a writer and a connector on the first host, all running and up to date. The connector's
     * name is of the second generation if there is one.
     *
     * @param project for example {@code p_orders}; the subtopic is {@code p_orders_source-000-0}
     * @return the chain
     */
    public OmsChain chain(String project) {
        String subTopic = project + "_source-000-0";
        OmsStore store = addStore(subTopic);
        return new OmsChain(store, addWriter(subTopic), addConnector(subTopic, project + "-incr_trans-1-0"));
    }

    /**
     * Creates a store on the first host, running and up to date.
     *
     * @param subTopic what it stores
     * @return the store
     */
    public OmsStore addStore(String subTopic) {
        synchronized (world) {
            StoreRow row = Builders.store(world, subTopic, firstHost());
            StoreLife.start(world, row);
            world.stores.put(row.name, row);
            return store(row.name);
        }
    }

    /**
     * Creates a writer on the first host, running and up to date.
     *
     * @param subTopic what it reads
     * @return the writer
     */
    public OmsWriter addWriter(String subTopic) {
        synchronized (world) {
            return writer(Builders.writer(world, subTopic, firstHost()).name);
        }
    }

    /**
     * Creates a connector on the first host, running and up to date.
     *
     * @param subTopic what it reads
     * @param task for example {@code np_1-incr_trans-1-0}; a {@code full_trans} needs no store
     * @return the connector
     */
    public OmsConnector addConnector(String subTopic, String task) {
        synchronized (world) {
            return connector(Builders.connector(world, subTopic, task, firstHost()).name);
        }
    }

    /**
     * Creates a checker, stopped.
     *
     * @param id the id of its task
     * @param type migrate or verify
     * @return the checker
     */
    public OmsChecker addChecker(String id, String type) {
        synchronized (world) {
            world.checkers.put(id, new CheckerRow(id, type));
            return checker(id);
        }
    }

    /**
     * The truth about a store.
     *
     * @param name its name, which need not exist
     * @return a view that looks anew at each call
     */
    public OmsStore store(String name) {
        return new OmsStore(world, name);
    }

    /**
     * The truth about a writer.
     *
     * @param name its name, which need not exist
     * @return a view that looks anew at each call
     */
    public OmsWriter writer(String name) {
        return new OmsWriter(world, name);
    }

    /**
     * The truth about a connector.
     *
     * @param name its name, which need not exist
     * @return a view that looks anew at each call
     */
    public OmsConnector connector(String name) {
        return new OmsConnector(world, name);
    }

    /**
     * The truth about a checker.
     *
     * @param id the id of its task, which need not exist
     * @return a view that looks anew at each call
     */
    public OmsChecker checker(String id) {
        return new OmsChecker(world, id);
    }

    /**
     * A host.
     *
     * @param ip its address, which need not be known
     * @return a view that looks anew at each call
     */
    public OmsHost host(String ip) {
        return new OmsHost(world, ip);
    }

    /**
     * The stores the cluster manager knows.
     *
     * @return their names, oldest first
     */
    public List<String> stores() {
        synchronized (world) {
            return world.stores.values().stream()
                    .filter(row -> row.state != ComponentState.GONE)
                    .map(row -> row.name)
                    .toList();
        }
    }

    /**
     * The writers of a subtopic whose process is alive, wanted or zombie. More than one write the same changes twice.
     *
     * @param subTopic what they read
     * @return their names, oldest first
     */
    public List<String> writing(String subTopic) {
        return alive(world.writers.values(), subTopic);
    }

    /**
     * The connectors of a subtopic whose process is alive, wanted or zombie.
     *
     * @param subTopic what they read
     * @return their names, oldest first
     */
    public List<String> connecting(String subTopic) {
        return alive(world.connectors.values(), subTopic);
    }

    /**
     * Sets the state of the database the cluster manager keeps its knowledge in.
     *
     * @param state fine unless said otherwise
     */
    public void metaDb(MetaDb state) {
        synchronized (world) {
            world.metaDb = state;
            for (StoreRow store : world.stores.values()) {
                store.frozen = state == MetaDb.FINE ? null : Details.fresh(world, store, false);
            }
        }
    }

    /**
     * Sets how far the clock of the cluster manager is ahead of everybody else's; Date headers and sampling times
     * follow it, positions do not.
     *
     * @param ahead zero unless said otherwise, negative for behind
     */
    public void skew(Duration ahead) {
        synchronized (world) {
            world.skew = ahead;
        }
    }

    /**
     * Makes the first starts of whatever is migrated from now on fail.
     *
     * @param times how many starts of each new one
     */
    public void migratedFailsToStart(int times) {
        synchronized (world) {
            world.migratedStartsToFail = times;
        }
    }

    /**
     * Plans an answer behind those already planned.
     *
     * @param answer what the cluster manager says, where and how often
     * @return this
     * @throws IllegalArgumentException when it is for a path that is not served here
     */
    public OmsSimulator answer(OmsAnswer answer) {
        answer.path().ifPresent(server.faults()::requireServed);
        answers.add(answer);
        return this;
    }

    @Override
    public OmsSimulator fail(Fault fault) {
        super.fail(fault);
        return this;
    }

    /** Forgets planned faults and answers, and releases what hangs. */
    @Override
    public void clearFaults() {
        answers.clear();
        super.clearFaults();
    }

    @Override
    public boolean isUp() {
        return server.isUp();
    }

    @Override
    public void kill() {
        server.kill();
    }

    /** Starts the cluster manager again on its old port; what it knew it still knows. */
    @Override
    public boolean restart() {
        server.restart();
        return true;
    }

    @Override
    protected Faults faults() {
        return server.faults();
    }

    /**
     * Waits until so many mutations wait for the clock; afterwards {@link #advance} can be trusted to reach them.
     *
     * @param count how many
     * @param atMost real time
     * @return false when time is up
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitMutations(int count, Duration atMost) throws InterruptedException {
        return work.awaitWaiting(count, atMost);
    }

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
        world.clock.remove(engine);
        server.close();
    }

    @Override
    public String toString() {
        return "OmsSimulator at " + String.join(", ", urls()) + "; it is " + clock();
    }

    private List<String> alive(Collection<? extends WorkerRow> rows, String subTopic) {
        synchronized (world) {
            return rows.stream()
                    .filter(row -> row.subTopic.equals(subTopic) && row.writes() && world.isUp(row.ip()))
                    .map(row -> row.name)
                    .toList();
        }
    }

    private String firstHost() {
        return world.hosts.keySet().iterator().next();
    }
}
