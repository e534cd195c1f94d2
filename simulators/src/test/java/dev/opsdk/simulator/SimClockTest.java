package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimClockTest {

    /** Notes when it ran, every so often. */
    private static final class Beat implements SimClock.Timeline {
        private final String name;
        private final Duration every;
        private final List<String> log;
        private final Instant start;
        private Instant next;

        Beat(String name, SimClock clock, Duration every, List<String> log) {
            this.name = name;
            this.every = every;
            this.log = log;
            this.start = clock.now();
            this.next = start.plus(every);
        }

        @Override
        public Instant nextDue() {
            return next;
        }

        @Override
        public void runDue(Instant now) {
            log.add(name + Duration.between(start, now).toSeconds());
            next = next.plus(every);
        }
    }

    @Test
    void aManualClockRunsWhatIsDueInTheOrderOfTime() {
        SimClock clock = SimClock.manual();
        List<String> log = new ArrayList<>();
        clock.add(new Beat("a", clock, Duration.ofSeconds(3), log));
        clock.add(new Beat("b", clock, Duration.ofSeconds(2), log));
        clock.advance(Duration.ofSeconds(6));
        assertThat(log).containsExactly("b2", "a3", "b4", "a6", "b6");
    }

    @Test
    void nothingRunsAfterItWasTakenOut() {
        SimClock clock = SimClock.manual(Instant.EPOCH);
        List<String> log = new ArrayList<>();
        Beat beat = new Beat("a", clock, Duration.ofSeconds(1), log);
        clock.add(beat);
        clock.remove(beat);
        clock.advance(Duration.ofSeconds(5));
        assertThat(log).isEmpty();
        assertThat(clock.now()).isEqualTo(Instant.EPOCH.plusSeconds(5));
    }

    @Test
    void timeDoesNotGoBack() {
        SimClock clock = SimClock.manual();
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRunningClockMovesByItselfAndOnlyByItself() throws InterruptedException {
        SimClock clock = SimClock.running(1000);
        CountDownLatch minute = new CountDownLatch(6);
        SimClock.Timeline counter = new SimClock.Timeline() {
            private Instant next = clock.now().plusSeconds(10);

            @Override
            public Instant nextDue() {
                return next;
            }

            @Override
            public void runDue(Instant now) {
                next = next.plusSeconds(10);
                minute.countDown();
            }
        };
        clock.add(counter);
        assertThat(minute.await(20, TimeUnit.SECONDS)).isTrue();
        clock.remove(counter);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SimClock.running(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
