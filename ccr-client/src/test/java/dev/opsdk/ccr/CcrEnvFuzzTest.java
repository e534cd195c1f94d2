package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.testkit.Parsing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CcrEnvFuzzTest {
    @Test
    void addressesInTheEnvironment() {
        Parsing.ofUser(
                "OPSDK_CCR_URL",
                300,
                List.of("http://a:1,http://b:2", "https://h"),
                "",
                text -> asTheEnvironmentSays("OPSDK_CCR_URL", Map.of("OPSDK_CCR_URL", text)));
    }

    @Test
    void decisionsInTheEnvironment() {
        Parsing.ofUser(
                "OPSDK_CCR_READ_ONLY",
                300,
                List.of("true", "false", ""),
                "",
                text -> asTheEnvironmentSays(
                        "OPSDK_CCR_READ_ONLY", Map.of("OPSDK_CCR_URL", "http://a:1", "OPSDK_CCR_READ_ONLY", text)));
    }

    /** What it says, or a refusal that names the variable. */
    private static String asTheEnvironmentSays(String variable, Map<String, String> env) {
        try (CcrClient ccr = CcrClient.fromEnv(Environment.of(env))) {
            return ccr.toString();
        } catch (IllegalStateException e) {
            assertThat(e.getMessage()).contains(variable);
            return "";
        }
    }
}
