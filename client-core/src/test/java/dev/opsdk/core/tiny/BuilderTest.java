package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.internal.Threads;
import dev.opsdk.core.testkit.FakeTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BuilderTest {
    private static TinyClient.Builder builder() {
        return TinyClient.at(new BaseUrl("http", "h", 1));
    }

    @Test
    void senselessSettingsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> builder().keepAlive(Duration.ZERO)).hasMessageContaining("keepAlive is PT0S");
        assertThatThrownBy(() -> builder().keepAlive(Duration.ofSeconds(-1)))
                .hasMessageContaining("keepAlive is PT-1S");
        assertThatThrownBy(() -> builder().pollEvery(Duration.ZERO)).hasMessageContaining("pollEvery is PT0S");
        assertThatThrownBy(() -> builder().pollEvery(Duration.ofSeconds(-1)))
                .hasMessageContaining("pollEvery is PT-1S");
        assertThatThrownBy(() -> builder().parallelism(0)).hasMessageContaining("parallelism is 0");
        assertThatThrownBy(() -> builder().maxReplyBytes(0)).hasMessageContaining("maxReplyBytes is 0");
        assertThatThrownBy(() -> builder().timeouts(t -> t.withRead(Duration.ZERO)))
                .hasMessageContaining("timeout read is PT0S");
    }

    @Test
    void theSmallestSettingsAreTaken() {
        try (TinyClient client = builder()
                .parallelism(1)
                .maxReplyBytes(1)
                .pollEvery(Duration.ofMillis(1))
                .build()) {
            assertThat(client.told().parallelism()).isOne();
            assertThat(client.told().maxReplyBytes()).isOne();
        }
    }

    @Test
    void settingsAreKept() {
        FakeTime time = FakeTime.start();
        try (TinyClient client = builder()
                .keepAlive(Duration.ofSeconds(7))
                .parallelism(3)
                .maxReplyBytes(9)
                .readOnly(true)
                .timeSource(time)
                .build()) {
            assertThat(client.told().keepAlive()).isEqualTo(Duration.ofSeconds(7));
            assertThat(client.told().parallelism()).isEqualTo(3);
            assertThat(client.told().maxReplyBytes()).isEqualTo(9);
            assertThat(client.told().readOnly()).isTrue();
            assertThat(client.told().time()).isSameAs(time);
            assertThat(client.told().system()).isEqualTo("tiny");
        }
    }

    @Test
    void aClockOfOnesOwnIsTheWallClock() throws InterruptedException {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        TimeSource time = TimeSource.of(Clock.fixed(noon, ZoneOffset.UTC));
        assertThat(time.now()).isEqualTo(noon);
        long before = time.nanos();
        time.sleep(Duration.ofSeconds(-1));
        time.sleep(Duration.ofNanos(1));
        assertThat(time.nanos()).isGreaterThanOrEqualTo(before);
        assertThat(TimeSource.system().now()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void threadsAreDaemons() throws Exception {
        ExecutorService executor = Threads.perTask("test");
        try {
            assertThat(executor.submit(() -> Thread.currentThread().isDaemon()).get(10, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            executor.shutdownNow();
        }
    }
}
