package dev.opsdk.simulator.ccr;

import java.time.Duration;
import java.time.ZoneId;

/** What a simulator was built with. Set once by the builder, read everywhere. */
final class CcrSettings {

    static final Duration STEP = Duration.ofSeconds(3);
    static final Duration HEARTBEAT = Duration.ofSeconds(5);
    static final Duration DEAD_AFTER = Duration.ofSeconds(12);

    CcrGeneration generation = CcrGeneration.G4;
    boolean lagWithSeqs = true;
    boolean detailRoutes = true;
    String metadata = "sqlite";
    String version = "2.1.8-alpha.2-dev:56d7533";
    String hostName = "vm";
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Duration fullSync = Duration.ofSeconds(15);
    Duration partialSync = Duration.ofSeconds(6);
    Duration deletion = Duration.ofSeconds(3);
    Duration loading = Duration.ofSeconds(2);
    int binlogsPerStep = 10;

    CcrSettings() {}

    boolean since(CcrGeneration first) {
        return generation.since(first);
    }
}
