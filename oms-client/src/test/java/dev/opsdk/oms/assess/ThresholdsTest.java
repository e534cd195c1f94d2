package dev.opsdk.oms.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
    private static Thresholds of(long high, long medium, long low, long headroom) {
        return new Thresholds(
                Duration.ofSeconds(high),
                Duration.ofSeconds(medium),
                Duration.ofSeconds(low),
                Duration.ofSeconds(headroom));
    }

    @ParameterizedTest
    @CsvSource({
        "30, ''",
        "31, 'HIGH, 30 s'",
        "300, 'HIGH, 30 s'",
        "301, 'MEDIUM, 300 s'",
        "900, 'MEDIUM, 300 s'",
        "901, 'LOW, 900 s'"
    })
    void aThresholdIsExceededByMoreThanItself(long lag, String exceeded) {
        assertThat(Thresholds.DEFAULT.exceeded(Duration.ofSeconds(lag)).orElse(""))
                .isEqualTo(exceeded);
    }

    @ParameterizedTest
    @CsvSource({"-1, 300, 900, 3600", "30, 29, 900, 3600", "30, 300, 299, 3600", "30, 300, 900, -1"})
    void thresholdsRiseAndAreNotNegative(long high, long medium, long low, long headroom) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(high, medium, low, headroom))
                .withMessageContaining("have to rise");
    }

    @Test
    void thresholdsMayBeTheSame() {
        assertThat(of(0, 0, 0, 0).exceeded(Duration.ofSeconds(1))).contains("LOW, 0 s");
    }
}
