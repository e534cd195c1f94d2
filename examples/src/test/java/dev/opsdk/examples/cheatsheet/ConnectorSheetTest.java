package dev.opsdk.examples.cheatsheet;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorSheetTest {
    @Test
    void everyLineRuns(@TempDir Path dir) throws Exception {
        try (BizConnectorSimulator sim = BizConnectorSimulator.start()) {
            SimConnector server = sim.connector(0);
            try (BizConnectorClient connector = BizConnectorClient.builder()
                    .url(server.url())
                    .apiKey(Secret.of(server.apiKey()))
                    .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                    .build()) {
                run(
                        connector,
                        dir.resolve("fingerprint.json"),
                        Files.writeString(dir.resolve("connector.log"), server.logs()),
                        dir);
                Sheet.of("bizconnector-client")
                        .isWhatThisTestRuns(ConnectorSheetTest.class)
                        .askedFor(server.journal().entries().stream()
                                .map(Journal.Entry::path)
                                .toList());
            }
        }
    }

    private static void run(BizConnectorClient connector, Path fingerprint, Path log, Path dir) {
        List<String> tags = List.of("7.4.6", "7.5.0");
        // the sheet begins
        connector.health();
        connector.checks().run();
        connector.checks().only("disk", o -> o.disks(dir));
        connector.checks().only("resources", o -> o.cgroup(dir));
        connector.checks().log(o -> o.logs(log));
        connector.checks().version(o -> o.tags(tags));
        connector.checks().database();
        connector.procedures().fingerprint(fingerprint);
        connector.procedures().verifyRestore(fingerprint);
        connector.procedures().downtime(fingerprint, o -> o.patience(Duration.ofMinutes(5)));
        connector.checks().keyMaterial(o -> o.proveKey());
        connector.checks().oldMaterial(Duration.ofDays(90));
        connector.checks().run(o -> o.systems());
        // the sheet ends
    }
}
