package dev.opsdk.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    @Property
    void aPauseIsWithinItsLimits(
            @ForAll @IntRange(min = 1) int failed,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long first,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long max,
            @ForAll @LongRange(min = 0, max = 1_000_000) long asked,
            @ForAll @LongRange(min = 0, max = 1_000_000) long obeyed) {
        RetryPolicy policy =
                new RetryPolicy(3, Duration.ofNanos(first), Duration.ofNanos(max), Duration.ofMillis(obeyed));
        Duration pause = policy.pause(failed, Duration.ofMillis(asked));
        Duration server = Duration.ofMillis(Math.min(asked, obeyed));
        assertThat(pause).isGreaterThanOrEqualTo(server);
        assertThat(pause.toNanos()).isLessThanOrEqualTo(Math.max(server.toNanos(), max));
        if (failed == 1) {
            assertThat(pause.toNanos()).isLessThanOrEqualTo(Math.max(server.toNanos(), first));
        }
    }

    @Test
    void jitterIsFull() {
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int i = 0; i < 2_000; i++) {
            long pause = RetryPolicy.DEFAULT.pause(3, Duration.ZERO).toMillis();
            shortest = Math.min(shortest, pause);
            longest = Math.max(longest, pause);
        }
        assertThat(shortest).isLessThan(80);
        assertThat(longest).isBetween(720L, 800L);
    }

    @Test
    void senselessValuesAreRefused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("maxAttempts is 0");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timeouts.DEFAULT.withConnect(Duration.ZERO)).hasMessageContaining("connect");
        assertThatThrownBy(() -> Timeouts.DEFAULT.withMutation(Duration.ofSeconds(-1)))
                .hasMessageContaining("mutation");
    }
}
