package dev.opsdk.bizconnector;

import dev.opsdk.core.testkit.EnvFuzz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorEnvFuzzTest {
    private static final Map<String, String> GOOD =
            Map.of("OPSDK_CONNECTOR_URL", "http://a:8080", "OPSDK_CONNECTOR_API_KEY", "key");

    @Test
    void addresses() {
        EnvFuzz.of("OPSDK_CONNECTOR_URL", GOOD, List.of("http://a:8080", "https://h/"), BizConnectorClient::fromEnv);
    }

    @Test
    void keys() {
        EnvFuzz.ofSecret("OPSDK_CONNECTOR_API_KEY", GOOD, BizConnectorClient::fromEnv);
    }

    @Test
    void decisions() {
        EnvFuzz.of("OPSDK_CONNECTOR_READ_ONLY", GOOD, List.of("true", "false", ""), BizConnectorClient::fromEnv);
    }
}
