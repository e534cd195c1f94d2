package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.testkit.Parsing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CcrEnvFuzzTest {
    @Test
    void addressesInTheEnvironment() {
        Parsing.ofUser("OPSDK_CCR_URL", 300, List.of("http://a:1,http://b:2", "https://h"), "", text -> {
            try (CcrClient ccr = CcrClient.fromEnv(
                    name -> Optional.ofNullable(Map.of("OPSDK_CCR_URL", text).get(name)))) {
                return ccr.toString();
            } catch (IllegalStateException e) {
                assertThat(e.getMessage()).contains("OPSDK_CCR_URL is not set"); // blank is not set
                return "";
            }
        });
        Parsing.ofUser("OPSDK_CCR_READ_ONLY", 300, List.of("true", "false", ""), "OPSDK_CCR_READ_ONLY", text -> {
            Map<String, String> env = Map.of("OPSDK_CCR_URL", "http://a:1", "OPSDK_CCR_READ_ONLY", text);
            try (CcrClient ccr = CcrClient.fromEnv(name -> Optional.ofNullable(env.get(name)))) {
                return ccr.toString();
            }
        });
    }
}
