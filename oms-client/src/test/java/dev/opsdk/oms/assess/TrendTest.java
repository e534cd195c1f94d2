package dev.opsdk.oms.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static Trend.Sample sample(long now, long position, long record) {
        return new Trend.Sample(Looks.at(now), Optional.of(Looks.at(position)), OptionalLong.of(record));
    }

    private static Trend.Sample blind(long now) {
        return new Trend.Sample(Looks.at(now), Optional.empty(), OptionalLong.empty());
    }

    @Test
    void oneMomentHasNoSpeed() {
        assertThat(Trend.of(List.of(sample(0, -5, 1))).speed()).isEmpty();
        assertThat(Trend.of(List.of(sample(0, -5, 1), sample(0, -4, 1))).speed())
                .isEmpty();
        assertThat(Trend.of(List.of(sample(5, -5, 1), sample(0, -4, 1))).speed())
                .as("a clock that was set back")
                .isEmpty();
    }

    @Test
    void looksThatSawNoPositionDoNotCount() {
        Trend trend = Trend.of(List.of(blind(-10), sample(0, -100, 1), blind(5), sample(10, -80, 1), blind(20)));
        assertThat(trend.speed()).hasValue(2);
        assertThat(trend.over()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void onlyWhoIsBehindAndFasterThanTimeCatchesUp() {
        assertThat(Trend.of(List.of(sample(0, -110, 1), sample(10, -90, 1))).catchesUpIn())
                .as("twice as fast, 100 s behind")
                .contains(Duration.ofSeconds(100));
        assertThat(Trend.of(List.of(sample(0, -110, 1), sample(10, -100, 1))).catchesUpIn())
                .as("as fast as time")
                .isEmpty();
        assertThat(Trend.of(List.of(sample(0, -10, 1), sample(10, 10, 1))).catchesUpIn())
                .as("there already")
                .isEmpty();
    }

    @Test
    void recordsThatCountBackwardsHaveNoRate() {
        assertThat(Trend.of(List.of(sample(0, 0, 100), sample(10, 10, 150))).recordsPerSecond())
                .hasValue(5);
        assertThat(Trend.of(List.of(sample(0, 0, 100), sample(10, 10, 100))).recordsPerSecond())
                .hasValue(0);
        assertThat(Trend.of(List.of(sample(0, 0, 100), sample(10, 10, 99))).recordsPerSecond())
                .isEmpty();
    }
}
