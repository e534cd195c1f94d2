package dev.opsdk.oms.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A reply and when it was so, by the server's clock. Lag is computed from that clock, since positions and samples are the server's,
 * too.
 *
 * @param value what the server said
 * @param serverTime the HTTP {@code Date} of the answer, to the second; empty when it has none
 * @param receivedAt when it came, by this machine's clock
 * @param <T> the reply
 */
public record Observed<T>(T value, Optional<Instant> serverTime, Instant receivedAt) {

    /**
     * The best there is for "now" when computing a lag.
     *
     * @return the server's time, or this machine's when the server told none
     */
    public Instant now() {
        return serverTime.orElse(receivedAt);
    }

    /**
     * How far this machine's clock is ahead of the server's.
     *
     * @return negative when it is behind; exact to about a second; empty when the server told no time
     */
    public Optional<Duration> clockSkew() {
        return serverTime.map(server -> Duration.between(server, receivedAt));
    }

    @Override
    public String toString() {
        return value + " (at " + now() + (serverTime.isPresent() ? "" : ", this machine's clock") + ")";
    }
}
