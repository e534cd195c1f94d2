package dev.opsdk.benchmarks;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.Scope;
import dev.opsdk.openmldb.procedure.ClusterOperation;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import dev.opsdk.simulator.openmldb.SimCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole scale-out over sockets: ten full tablets and ten new ones, waiting moves the simulated time. */
record ScaleOutRun(
        int moves,
        int steps,
        boolean complete,
        long spread,
        long leaderSpread,
        Map<String, Long> requests,
        ToolScaleOut.Outcome tool,
        Duration took) {
    private static final List<String> OPS =
            List.of("AddReplicaNS", "ChangeLeader", "DelReplicaNS", "Migrate", "RecoverTable");
    private static final int TABLETS = 10;
    private static final int PARTITIONS = 50;

    static ScaleOutRun of(int partitions) {
        try (OpenMldbSimulator sim = OpenMldbSimulator.builder()
                        .tablets(TABLETS)
                        .systemTables(false)
                        .start();
                OpenMldbOps mldb = OpenMldbOps.builder()
                        .nameServers(sim.nameServerEndpoints().toArray(String[]::new))
                        .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                        .build()) {
            for (int table = 0; table * PARTITIONS < partitions; table++) {
                sim.table("db", "t" + table)
                        .partitions(PARTITIONS)
                        .replicas(2)
                        .rows(1_000)
                        .create();
            }
            for (int i = 0; i < TABLETS; i++) {
                sim.addTablet();
            }
            ToolScaleOut.Outcome tool = ToolScaleOut.plan(snapshot(mldb), partitions);
            int before = sim.calls().size();
            long start = System.nanoTime();
            ClusterOperation<MovePlan> operation = mldb.procedures().scaleOut(o -> o);
            Report report = operation.run();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Map<String, Long> requests = new TreeMap<>();
            sim.calls().stream().skip(before).forEach(call -> requests.merge(label(call), 1L, Long::sum));
            Distribution now = Distribution.of(snapshot(mldb), Scope.userDatabases());
            return new ScaleOutRun(
                    operation.decision().moves().size(),
                    report.steps().size(),
                    report.proved(),
                    now.spread(),
                    now.leaderSpread(),
                    requests,
                    tool,
                    took);
        }
    }

    private static ClusterSnapshot snapshot(OpenMldbOps mldb) {
        return ClusterSnapshot.builder()
                .tablets(mldb.nameServer().tablets())
                .tables(mldb.nameServer().tables())
                .build();
    }

    private static String label(SimCall call) {
        if (!call.method().equals("ShowTable")) {
            return call.method();
        }
        return call.request().contains("\"name\"") ? "ShowTable (one table)" : "ShowTable (all tables)";
    }

    long total() {
        return requests.values().stream().mapToLong(count -> count).sum();
    }

    /** How often an op is looked at until it ends; the look before it was asked for does not count. */
    double pollsAnOp() {
        long ops = OPS.stream()
                .mapToLong(method -> requests.getOrDefault(method, 0L))
                .sum();
        return (double) (requests.getOrDefault("ShowOPStatus", 0L) - ops) / ops;
    }

    long fullReads() {
        return requests.getOrDefault("ShowTable (all tables)", 0L);
    }
}
