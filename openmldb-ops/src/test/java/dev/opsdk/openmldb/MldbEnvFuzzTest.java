package dev.opsdk.openmldb;

import dev.opsdk.core.testkit.EnvFuzz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MldbEnvFuzzTest {
    private static final Map<String, String> LISTED = Map.of("OPSDK_OPENMLDB_NAMESERVERS", "a:6527");
    private static final Map<String, String> ZOOKEEPER =
            Map.of("OPSDK_OPENMLDB_ZK", "127.0.0.1:1", "OPSDK_OPENMLDB_ZK_ROOT", "/openmldb");

    @Test
    void nameServers() {
        EnvFuzz.of(
                "OPSDK_OPENMLDB_NAMESERVERS",
                Map.of(),
                List.of("a:6527", "10.0.0.1:6527,10.0.0.2:6527", "[::1]:1"),
                OpenMldbOps::fromEnv);
    }

    @Test
    void zooKeepers() {
        EnvFuzz.of(
                "OPSDK_OPENMLDB_ZK",
                ZOOKEEPER,
                List.of("127.0.0.1:1", "127.0.0.1:1,127.0.0.1:2", "127.0.0.1:1/chroot"),
                OpenMldbOps::fromEnv);
    }

    @Test
    void rootsInZooKeeper() {
        EnvFuzz.of(
                "OPSDK_OPENMLDB_ZK_ROOT", ZOOKEEPER, List.of("/openmldb", "/a/b", "/openmldb/"), OpenMldbOps::fromEnv);
    }

    @Test
    void users() {
        EnvFuzz.of("OPSDK_OPENMLDB_USER", LISTED, List.of("root", "a b", ""), OpenMldbOps::fromEnv);
    }

    @Test
    void passwords() {
        Map<String, String> user = Map.of("OPSDK_OPENMLDB_NAMESERVERS", "a:6527", "OPSDK_OPENMLDB_USER", "root");
        EnvFuzz.ofSecret("OPSDK_OPENMLDB_PASSWORD", user, OpenMldbOps::fromEnv);
    }

    @Test
    void decisions() {
        EnvFuzz.of("OPSDK_OPENMLDB_READ_ONLY", LISTED, List.of("true", "false", ""), OpenMldbOps::fromEnv);
    }
}
