package dev.opsdk.examples.kit;

import dev.opsdk.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A simulated time for somebody who looks on: a wait takes a twentieth of what it would, and never long. */
record PacedTime(TimeSource simulated) implements TimeSource {
    private static final int FASTER = 20;
    private static final Duration MOST = Duration.ofMillis(500);

    @Override
    public Instant now() {
        return simulated.now();
    }

    @Override
    public long nanos() {
        return simulated.nanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Duration real = duration.dividedBy(FASTER);
        TimeSource.system().sleep(real.compareTo(MOST) < 0 ? real : MOST);
        simulated.sleep(duration);
    }
}
