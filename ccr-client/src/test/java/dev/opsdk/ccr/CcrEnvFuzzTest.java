package dev.opsdk.ccr;

import dev.opsdk.core.testkit.EnvFuzz;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CcrEnvFuzzTest {
    private static final Map<String, String> GOOD = Map.of("OPSDK_CCR_URL", "http://a:1");

    @Test
    void addresses() {
        EnvFuzz.of("OPSDK_CCR_URL", GOOD, List.of("http://a:1,http://b:2", "https://h"), CcrClient::fromEnv);
    }

    @Test
    void decisions() {
        EnvFuzz.of("OPSDK_CCR_READ_ONLY", GOOD, List.of("true", "false", ""), CcrClient::fromEnv);
    }
}
