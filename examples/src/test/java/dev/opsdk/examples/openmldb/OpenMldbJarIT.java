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
            assertThat(text(status.getErrorStream())).isEmpty();
            assertThat(out).contains("| t1 ");
            assertThat(status.waitFor()).isZero();
        }
    }

    @Test
    void aZooKeeperThatIsNotThereIsSaidInOneLine() throws Exception {
        Process process = start("--cmd=scaleout", "--zk_cluster=127.0.0.1:1", "--zk_root_path=/openmldb");
        assertThat(text(process.getErrorStream())).contains("ZooKeeper").doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(Exit.NO_CLUSTER);
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
                process.destroy();
                assertThat(err.lines()).anyMatch(said -> said.startsWith("interrupted: "));
            }
            assertThat(text(process.getInputStream())).contains("is NOT complete");
            assertThat(process.waitFor(35, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(sim.isAutoFailover()).isTrue();
        }
    }
}
