package dev.opsdk.oms;

import dev.opsdk.core.testkit.EnvFuzz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OmsEnvFuzzTest {
    private static final Map<String, String> GOOD = Map.of("OPSDK_OMS_URL", "http://a:8088");

    @Test
    void addresses() {
        EnvFuzz.of("OPSDK_OMS_URL", GOOD, List.of("http://a:8088", "10.0.0.1:8088", "https://cm/"), OmsClient::fromEnv);
    }

    @Test
    void decisions() {
        EnvFuzz.of("OPSDK_OMS_READ_ONLY", GOOD, List.of("true", "false", ""), OmsClient::fromEnv);
    }
}
