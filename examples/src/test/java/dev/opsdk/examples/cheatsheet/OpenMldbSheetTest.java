package dev.opsdk.examples.cheatsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.TimeSource;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenMldbSheetTest {
    @Test
    void everyLineRuns(@TempDir Path dir) throws Exception {
        try (OpenMldbSimulator sim = OpenMldbSimulator.builder().tablets(2).start();
                OpenMldbOps mldb = OpenMldbOps.builder()
                        .nameServers(sim.nameServerEndpoints().toArray(String[]::new))
                        .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                        .build()) {
            sim.table("db1", "t1").partitions(4).replicas(2).rows(10).create();
            sim.addTablet();
            sim.breakReplica("db1", "t1", 0, followerOf(mldb));
            run(mldb);
            tablet(mldb, sim.tablet(2).endpoint(), dir.resolve("stat"));
        }
        Sheet sheet = Sheet.of("openmldb-ops").isWhatThisTestRuns(OpenMldbSheetTest.class);
        assertThat(String.join("\n", sheet.commands()))
                .contains(
                        "--cmd=recoverdata",
                        "--cmd=scaleout",
                        "--cmd=scalein",
                        "--cmd=pre-upgrade",
                        "--cmd=post-upgrade",
                        "--cmd=showopstatus",
                        "--cmd=showtablestatus");
    }

    private static String followerOf(OpenMldbOps mldb) {
        return mldb.nameServer().table("db1", "t1").orElseThrow().partitions().get(0).replicas().stream()
                .filter(replica -> !replica.markedLeader())
                .findFirst()
                .orElseThrow()
                .endpoint();
    }

    private static void run(OpenMldbOps mldb) {
        // the sheet begins
        mldb.procedures().recoverData(o -> o).run();
        mldb.procedures().scaleOut(o -> o).run();
        mldb.procedures().scaleOut(o -> o).decision();
        mldb.status().ops(Optional.empty(), Optional.of("kFailed"), ZoneId.systemDefault());
        mldb.status().tables("db%");
        // the sheet ends
    }

    private static void tablet(OpenMldbOps mldb, String endpoint, Path statFile) {
        // the sheet begins
        mldb.procedures().preUpgrade(endpoint, o -> o.statFile(statFile)).run();
        mldb.procedures().postUpgrade(endpoint, statFile).run();
        mldb.procedures().scaleIn(List.of(endpoint)).run();
        // the sheet ends
    }
}
