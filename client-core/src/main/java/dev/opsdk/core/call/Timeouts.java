package dev.opsdk.core.call;

import java.time.Duration;

/**
 * How long a client waits.
 *
 * @param connect for a connection
 * @param read for one attempt of a read that the server answers from memory
 * @param slowRead for one attempt of a read that makes the server ask others
 * @param mutation for a mutation; servers work synchronously, so this is long
 * @param readDeadline for a read as a whole: all attempts and the pauses between them
 */
public record Timeouts(Duration connect, Duration read, Duration slowRead, Duration mutation, Duration readDeadline) {
    /** 10 s, 10 s, 90 s, 5 min, 2 min. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(90),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2));

    /** Refuses zero and negative durations. */
    public Timeouts {
        positive("connect", connect);
        positive("read", read);
        positive("slowRead", slowRead);
        positive("mutation", mutation);
        positive("readDeadline", readDeadline);
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("timeout " + name + " is " + value + "; it must be longer than zero");
        }
    }

    /**
     * With another limit for connecting.
     *
     * @param limit longer than zero
     * @return a copy
     */
    public Timeouts withConnect(Duration limit) {
        return new Timeouts(limit, read, slowRead, mutation, readDeadline);
    }

    /**
     * With another limit for one attempt of a quick read. What makes the server ask others is bounded by {@link #withSlowRead} alone, and
     * all attempts together by {@link #withReadDeadline}: whoever wants an answer within 5 s at any price sets all three.
     *
     * @param limit longer than zero
     * @return a copy
     */
    public Timeouts withRead(Duration limit) {
        return new Timeouts(connect, limit, slowRead, mutation, readDeadline);
    }

    /**
     * With another limit for one attempt of a slow read.
     *
     * @param limit longer than zero
     * @return a copy
     */
    public Timeouts withSlowRead(Duration limit) {
        return new Timeouts(connect, read, limit, mutation, readDeadline);
    }

    /**
     * With another limit for mutations.
     *
     * @param limit longer than zero
     * @return a copy
     */
    public Timeouts withMutation(Duration limit) {
        return new Timeouts(connect, read, slowRead, limit, readDeadline);
    }

    /**
     * With another limit for a read as a whole.
     *
     * @param limit longer than zero
     * @return a copy
     */
    public Timeouts withReadDeadline(Duration limit) {
        return new Timeouts(connect, read, slowRead, mutation, limit);
    }
}
