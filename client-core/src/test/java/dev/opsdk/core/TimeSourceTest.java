package dev.opsdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeSourceTest {
    private final AtomicReference<Instant> world = new AtomicReference<>(Instant.EPOCH);
    private final TimeSource time = TimeSource.simulated(world::get, by -> world.updateAndGet(now -> now.plus(by)));

    @Test
    void toWaitInSimulatedTimeIsToMoveIt() throws InterruptedException {
        time.sleep(Duration.ofHours(1));
        time.sleep(Duration.ofHours(-1));
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(3600));
        assertThat(time.nanos()).isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void simulatedTimeStandsStillForWhoIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.sleep(Duration.ofHours(1))).isInstanceOf(InterruptedException.class);
        assertThat(time.now()).isEqualTo(Instant.EPOCH);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
