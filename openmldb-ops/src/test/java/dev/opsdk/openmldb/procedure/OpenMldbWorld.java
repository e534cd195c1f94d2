package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.testkit.SimTime;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.openmldb.ClusterView;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulatorBuilder;
import dev.opsdk.simulator.openmldb.SimCall;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A simulated cluster and a client that lives in its time: who sleeps lets the cluster's ops go on. */
public final class OpenMldbWorld implements AutoCloseable {
    private static final Set<String> MUTATIONS = Set.of(
            "ConfSet",
            "ChangeLeader",
            "Migrate",
            "AddReplicaNS",
            "DelReplicaNS",
            "RecoverTable",
            "UpdateTableAliveStatus",
            "CancelOP",
            "DeleteOP",
            "OfflineEndpoint",
            "RecoverEndpoint",
            "MakeSnapshotNS",
            "LoadTable");

    private final OpenMldbSimulator sim;
    private final SimTime time;
    private final InProcess wire;
    private final OpenMldbOps ops;

    private OpenMldbWorld(OpenMldbSimulator sim, InProcess wire, Consumer<OpenMldbOps.Builder> change) {
        this.sim = sim;
        this.wire = wire;
        this.time = SimTime.of(sim.clock()::now, sim.clock()::advance);
        this.ops = client(change);
    }

    /** Over sockets. */
    public static OpenMldbWorld start(Consumer<OpenMldbSimulatorBuilder> change) {
        OpenMldbSimulatorBuilder builder = OpenMldbSimulator.builder();
        change.accept(builder);
        OpenMldbSimulator sim = builder.start();
        return new OpenMldbWorld(sim, new InProcess(sim), client -> {});
    }

    /** Without sockets. */
    public static OpenMldbWorld inProcess(Consumer<OpenMldbSimulatorBuilder> change) {
        OpenMldbSimulatorBuilder builder = OpenMldbSimulator.builder().sockets(false);
        change.accept(builder);
        OpenMldbSimulator sim = builder.start();
        InProcess wire = new InProcess(sim);
        return new OpenMldbWorld(sim, wire, client -> client.interceptor(wire));
    }

    /** Another client in the same time. */
    public OpenMldbOps client(Consumer<OpenMldbOps.Builder> change) {
        OpenMldbOps.Builder builder = OpenMldbOps.builder()
                .nameServers(sim.nameServerEndpoints().toArray(String[]::new))
                .timeSource(time);
        change.accept(builder);
        return builder.build();
    }

    /** What goes without sockets. */
    InProcess wire() {
        return wire;
    }

    /** The simulator. */
    public OpenMldbSimulator sim() {
        return sim;
    }

    /** The truth. */
    public ClusterView view() {
        return sim.view();
    }

    /** The client. */
    public OpenMldbOps ops() {
        return ops;
    }

    /** The time of both. */
    public SimTime time() {
        return time;
    }

    /** What was asked that changes something, as method and request. */
    public List<SimCall> mutations() {
        return sim.calls().stream()
                .filter(call -> MUTATIONS.contains(call.method()))
                .toList();
    }

    /** Their methods. */
    public List<String> mutationMethods() {
        return mutations().stream().map(SimCall::method).toList();
    }

    /** The tablets' names. */
    public String tablet(int index) {
        return sim.tablet(index).endpoint();
    }

    @Override
    public void close() {
        ops.close();
        sim.close();
    }
}
