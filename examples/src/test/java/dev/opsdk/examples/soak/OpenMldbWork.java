package dev.opsdk.examples.soak;

import dev.opsdk.core.TimeSource;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A cluster whose leader changes and one of whose tablets dies in every round. */
final class OpenMldbWork implements Work {
    private final OpenMldbSimulator cluster = OpenMldbSimulator.builder()
            .tablets(3)
            .systemTables(false)
            .autoFailover(false)
            .start();
    private final OpenMldbOps mldb = client(Rough::patient);
    private final OpenMldbOps hasty = client(Rough::hasty);

    OpenMldbWork() {
        cluster.table("shop", "orders").partitions(4).replicas(2).rows(100).create();
    }

    private OpenMldbOps client(UnaryOperator<OpenMldbOps.Builder> kind) {
        return kind.apply(OpenMldbOps.builder()
                        .nameServers(cluster.nameServerEndpoints().toArray(String[]::new)))
                .timeSource(TimeSource.simulated(cluster.clock()::now, cluster::advance))
                .build();
    }

    @Override
    public void round(int number) throws InterruptedException {
        mldb.status().tables();
        mldb.status().ops();
        mldb.tablet(cluster.tablet(0).endpoint()).partitions();
        mldb.nameServer().autoFailover(number % 2 == 0);
        mldb.nameServer().autoFailover(false);
        mldb.procedures().recoverData(o -> o);
        Rough.crowd(mldb, c -> c.nameServer().tables());
        for (Fault fault : Rough.faults()) {
            int leader = cluster.nameServer(0).isLeader() ? 0 : 1;
            cluster.nameServer(leader).fail(fault.times(2));
            Rough.attempt(() -> hasty.nameServer().tables());
            Rough.attempt(() -> hasty.nameServer().autoFailover(false));
            cluster.nameServer(leader).releaseFaults();
            cluster.nameServer(leader).clearFaults();
        }
        cluster.failOver();
        mldb.nameServer().tablets();
        cluster.tablet(2).kill();
        Rough.attempt(() -> hasty.tablet(cluster.tablet(2).endpoint()).partitions());
        cluster.tablet(2).restart();
        cluster.advance(Duration.ofMinutes(2));
        Rough.attempt(() -> mldb.procedures().recoverData(o -> o).run());
        mldb.nameServer()
                .ops()
                .forEach(op -> Rough.attempt(() -> mldb.nameServer().deleteOp(op.id())));
        try (OpenMldbOps another = client(Rough::patient)) {
            another.nameServer().databases();
            another.async().call(c -> c.nameServer().tables()).join();
        }
        cluster.forgetCalls();
    }

    @Override
    public void close() {
        mldb.close();
        hasty.close();
        cluster.close();
    }
}
