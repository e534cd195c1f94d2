package dev.opsdk.core.call;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How reads are repeated after a failed connection, a timeout, or a gateway's 502, 503 or 504. Mutations are never repeated.
 * Between attempts a read pauses for a random time up to a limit that doubles (full jitter), or as long as the server's
 * {@code Retry-After} says.
 *
 * @param maxAttempts how often a read is sent at most; 1 switches retrying off
 * @param firstPause the limit of the first pause
 * @param maxPause the limit of any pause
 * @param maxRetryAfter how much of a {@code Retry-After} is obeyed
 */
public record RetryPolicy(int maxAttempts, Duration firstPause, Duration maxPause, Duration maxRetryAfter) {
    /** 4 attempts, pauses up to 200 ms, 400 ms, 800 ms ... 5 s, {@code Retry-After} up to 30 s. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(4, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** Every read is sent once. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Refuses negative values. */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is " + maxAttempts + "; a read is sent at least once");
        }
        if (firstPause.isNegative() || maxPause.isNegative() || maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("a pause cannot be negative");
        }
    }

    /**
     * How long to pause.
     *
     * @param failedAttempts how many attempts have failed, from 1
     * @param retryAfter what the server asked for, or zero
     * @return a random pause, or the server's if that is longer
     */
    public Duration pause(int failedAttempts, Duration retryAfter) {
        long first = firstPause.toNanos();
        int doublings = Math.min(failedAttempts - 1, Math.max(0, Long.numberOfLeadingZeros(Math.max(first, 1)) - 2));
        long limit = Math.min(first << doublings, maxPause.toNanos());
        Duration jittered =
                Duration.ofNanos(limit == 0 ? 0 : ThreadLocalRandom.current().nextLong(limit + 1));
        Duration asked = retryAfter.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : retryAfter;
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
