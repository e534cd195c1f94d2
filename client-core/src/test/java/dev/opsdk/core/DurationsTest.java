package dev.opsdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.007S, 7 ms",
        "PT0.333S, 330 ms",
        "PT0.95S, 1 s",
        "PT0.999S, 1 s",
        "PT1.26S, 1.3 s",
        "PT30S, 30 s",
        "PT59.96S, 1 min",
        "PT90S, 90 s",
        "PT4M59.999999S, 5 min",
        "PT2H, 120 min"
    })
    void aDurationIsRoundedToWhatAPersonWouldSay(Duration duration, String text) {
        assertThat(Durations.text(duration)).isEqualTo(text);
    }
}
