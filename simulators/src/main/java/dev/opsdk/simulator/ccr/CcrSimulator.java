package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Listener;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimServer;
import dev.opsdk.simulator.Simulator;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * A CCR syncer cluster that answers like the real one, over real HTTP on 127.0.0.1: one or more nodes over one
 * metadata database, between a source and a destination cluster.
 *
 * <pre>{@code
 * try (CcrSimulator sim = CcrSimulator.start()) {
 *     sim.source().database("demo").tables("t1", "t2");
 *     // create a job over HTTP at sim.url(), then:
 *     sim.advance(Duration.ofMinutes(1));
 *     assert sim.job("orders").isIncremental();
 * }
 * }</pre>
 *
 * <p>Time stands still until the clock is moved, unless it was built with a running clock. Thread-safe; all threads are
 * daemons.
 */
public final class CcrSimulator implements Simulator {

    private final World world;
    private final Engine engine;
    private final Journal journal = new Journal();
    private final List<CcrNode> nodes = new ArrayList<>();

    CcrSimulator(CcrSettings settings, SimClock clock, int count, List<String> advertised) {
        this.world = new World(settings, clock);
        this.engine = new Engine(world);
        List<ServerSocket> bound = Listener.ascending(count);
        for (int i = 0; i < count; i++) {
            NodeMemory memory = new NodeMemory(i, clock.now());
            world.nodes.add(memory);
            Redirects redirects =
                    new Redirects(world, memory, owner -> node(owner).advertisedAddress());
            String address = i < advertised.size() ? advertised.get(i) : "";
            SimServer server =
                    new SimServer(bound.get(i), i, address, new Routes(world, memory, redirects), journal, clock);
            nodes.add(new CcrNode(world, engine, memory, server));
        }
        clock.add(engine);
    }

    /**
     * Says what is wanted before it starts.
     *
     * @return a builder, set to one node of {@link CcrGeneration#G4} under a manual clock
     */
    public static CcrSimulatorBuilder builder() {
        return new CcrSimulatorBuilder();
    }

    /**
     * Starts one node of {@link CcrGeneration#G4} under a manual clock.
     *
     * @return the running simulator
     */
    public static CcrSimulator start() {
        return builder().start();
    }

    @Override
    public List<String> urls() {
        return nodes.stream().map(CcrNode::url).toList();
    }

    @Override
    public List<CcrNode> nodes() {
        return List.copyOf(nodes);
    }

    /**
     * A node.
     *
     * @param index from 0
     * @return the node
     */
    public CcrNode node(int index) {
        return nodes.get(index);
    }

    /**
     * The cluster that is copied from.
     *
     * @return the source
     */
    public SimSource source() {
        return world.source;
    }

    /**
     * The cluster that is copied to.
     *
     * @return the destination
     */
    public SimDestination destination() {
        return world.destination;
    }

    /**
     * The truth about a job.
     *
     * @param name its name, which need not exist
     * @return a view that looks anew at each call
     */
    public CcrJob job(String name) {
        return new CcrJob(world, name);
    }

    /**
     * Makes the metadata database refuse writes: jobs are neither created nor deleted, but what was done before that
     * step is done.
     *
     * @param refused whether it does
     */
    public void refuseMetadataWrites(boolean refused) {
        synchronized (world) {
            world.readOnly = refused;
        }
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
        nodes.forEach(CcrNode::close);
    }

    @Override
    public String toString() {
        return "CcrSimulator at " + String.join(", ", urls()) + "; it is " + clock();
    }
}
