package dev.opsdk.simulator.openmldb;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a cluster is like; set before it starts. */
final class Settings {

    int nameServers = 2;
    int tablets = 3;
    boolean useNames;
    boolean grantTables;
    final Map<String, String> users = new HashMap<>();
    boolean autoFailover = true;
    int opConcurrency = 2;
    Duration taskTime = Duration.ofMillis(500);
    Duration loadTime = Duration.ofMillis(500);
    Duration takeOverTime = Duration.ZERO;
    Duration heartbeatTimeout = Duration.ofSeconds(60);
    boolean systemTables = true;
    boolean sockets = true;
    boolean sdkEndpoints;
    String version = "0.9.3-simulated";

    Settings() {}
}
