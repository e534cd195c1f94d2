package dev.opsdk.examples.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar as its users start it. It exists when the unit tests are over. */
@Timeout(60)
class OpenMldbJarIT {

    private static Process start(String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("opsdk.jar")));
        line.addAll(List.of(args));
        return new ProcessBuilder(line).start();
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static OpenMldbSimulator cluster() {
        OpenMldbSimulator sim = OpenMldbSimulator.builder()
                .clock(SimClock.running(20))
                .tablets(2)
                .start();
        sim.table("demo_db", "t1").partitions(4).replicas(2).create();
        sim.addTablet();
        return sim;
    }

    @Test
    void itRunsWithNothingElseOnTheClassPath() throws Exception {
        Process version = start("--version");
        assertThat(text(version.getInputStream())).startsWith("opsdk-openmldb 0");
        assertThat(version.waitFor()).isZero();
        try (OpenMldbSimulator sim = cluster()) {
            Process status = start(
                    "--cmd=showtablestatus",
                    "--nameservers=" + sim.nameServerEndpoints().get(0));
            String out = text(status.getInputStream());
            assertThat(text(status.getErrorStream())).startsWith("asking ").hasLineCount(1);
            assertThat(out).contains("| t1 ");
            assertThat(status.waitFor()).isZero();
        }
    }

    @Test
    void itFindsTheClusterInZooKeeper() throws Exception {
        try (TestingServer zooKeeper = new TestingServer();
                OpenMldbSimulator sim = cluster().registerIn(zooKeeper.getConnectString(), "/openmldb")) {
            assertThat(sim.isAutoFailover()).isTrue();
            Process process = start(
                    "--openmldb_bin_path=./bin/openmldb",
                    "--zk_cluster=" + zooKeeper.getConnectString(),
                    "--zk_root_path=/openmldb",
                    "--cmd=scaleout",
                    "--dry-run");
            assertThat(text(process.getInputStream())).contains("Plan: scaleOut", "curl -sS", "expected  (# leader");
            assertThat(text(process.getErrorStream())).contains("asking ").doesNotContain("Exception");
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        Process process = start("--cmd=scaleup");
        assertThat(text(process.getErrorStream())).contains("scaleup").doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(Exit.USAGE);
    }

    @Test
    void whoEndsItGetsAutoFailoverBackAndTheReport() throws Exception {
        try (OpenMldbSimulator sim = cluster()) {
            sim.holdOps();
            Process process = start(
                    "--cmd=scaleout",
                    "--nameservers=" + sim.nameServerEndpoints().get(0));
            try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
                String line;
                do {
                    line = err.readLine();
                    assertThat(line).isNotNull();
                } while (!line.startsWith("[2/"));
                process.toHandle().destroy(); // leaves the streams open, unlike process.destroy()
                assertThat(err.lines()).anyMatch(said -> said.startsWith("interrupted: "));
            }
            assertThat(text(process.getInputStream())).contains("is NOT complete");
            assertThat(process.waitFor(35, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(sim.isAutoFailover()).isTrue();
        }
    }
}
