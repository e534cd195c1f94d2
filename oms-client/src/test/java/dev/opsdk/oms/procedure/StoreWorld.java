package dev.opsdk.oms.procedure;

import dev.opsdk.core.testkit.SimTime;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Store;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.oms.OmsSimulatorBuilder;
import dev.opsdk.simulator.oms.OmsStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated cluster manager with one chain, and a client that lives in its time: who sleeps lets that world go on. */
public final class StoreWorld implements AutoCloseable {
    private static final Set<String> READS = Set.of("/crawler/detail", "/JDBCWriter/detail", "/crawler/list");

    private final OmsSimulator sim;
    private final OmsChain chain;
    private final SimTime time;
    private final OmsClient oms;

    private StoreWorld(Consumer<OmsSimulatorBuilder> sims, Consumer<OmsClient.Builder> clients) {
        OmsSimulatorBuilder builder = OmsSimulator.builder();
        sims.accept(builder);
        sim = builder.start();
        chain = sim.chain("p_1");
        sim.advance(Duration.ofSeconds(30));
        time = SimTime.of(sim.clock()::now, sim.clock()::advance);
        oms = client(clients);
    }

    /** All in order. */
    public static StoreWorld start() {
        return start(sim -> {}, client -> {});
    }

    /** The same, changed. */
    public static StoreWorld start(Consumer<OmsSimulatorBuilder> sim, Consumer<OmsClient.Builder> client) {
        return new StoreWorld(sim, client);
    }

    /** Another client in the same time. */
    public OmsClient client(Consumer<OmsClient.Builder> change) {
        OmsClient.Builder builder = OmsClient.builder().url(sim.url()).timeSource(time);
        change.accept(builder);
        return builder.build();
    }

    /** The simulator. */
    public OmsSimulator sim() {
        return sim;
    }

    /** The chain. */
    public OmsChain chain() {
        return chain;
    }

    /** The truth about its store. */
    public OmsStore truth() {
        return chain.store();
    }

    /** Its store. */
    public Store store() {
        return oms.store(chain.store().name());
    }

    /** Its store's name. */
    public String name() {
        return chain.store().name();
    }

    /** The client. */
    public OmsClient oms() {
        return oms;
    }

    /** The time of both. */
    public SimTime time() {
        return time;
    }

    /** What was asked that could have changed something. */
    public List<Journal.Entry> mutations() {
        return sim.journal().entries().stream()
                .filter(entry -> !READS.contains(entry.path()))
                .toList();
    }

    /** What changed something, by path. */
    public List<String> executed() {
        return mutations().stream()
                .filter(entry -> entry.outcome() == Outcome.EXECUTED)
                .map(Journal.Entry::path)
                .toList();
    }

    @Override
    public void close() {
        oms.close();
        sim.close();
    }
}
