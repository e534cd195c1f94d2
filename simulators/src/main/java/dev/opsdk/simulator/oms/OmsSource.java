package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database that changes come from, as a store reads it: a heartbeat each second and traffic on top, its logs kept
 * for a while. Counting begins seven days before the simulator starts.
 */
public final class OmsSource {

    /** From a second on, so many records each second. */
    private record Rate(long from, long countBefore, long perSecond) {}

    private static final long HISTORY = Duration.ofDays(7).toSeconds();

    private final World world;
    private final List<Rate> rates = new ArrayList<>();
    private SourceType type = SourceType.OCEANBASE;
    private String ip = "10.10.20.5";
    private int port = 2881;
    private long lag = 1;
    private long logsFrom;
    private @Nullable Long frozenAt;

    OmsSource(World world) {
        this.world = world;
        long origin = world.second() - HISTORY;
        this.logsFrom = origin;
        rates.add(new Rate(origin, 0, 1));
    }

    /**
     * Sets how much happens in it, from now on.
     *
     * @param recordsPerSecond on top of one heartbeat a second; none unless said otherwise
     * @return this
     */
    public OmsSource traffic(long recordsPerSecond) {
        synchronized (world) {
            long now = world.second();
            rates.add(new Rate(now, recordsAt(now), recordsPerSecond + 1));
            return this;
        }
    }

    /**
     * Sets how far behind real time its newest record is.
     *
     * @param behind whole seconds; one unless said otherwise
     * @return this
     */
    public OmsSource lag(Duration behind) {
        synchronized (world) {
            lag = behind.toSeconds();
            return this;
        }
    }

    /**
     * Lets its heartbeat stand still, as an idle Oracle source was seen to do, or go on.
     *
     * @param still whether no newer time is seen
     * @return this
     */
    public OmsSource heartbeatStandsStill(boolean still) {
        synchronized (world) {
            frozenAt = still ? Long.valueOf(head()) : null;
            return this;
        }
    }

    /**
     * Purges its logs up to an instant: who still has to read from before it never can.
     *
     * @param before the oldest time that is left
     * @return this
     */
    public OmsSource purgeLogs(Instant before) {
        synchronized (world) {
            logsFrom = Math.max(logsFrom, before.getEpochSecond());
            return this;
        }
    }

    /**
     * Sets the kind of database and its address.
     *
     * @param kind OceanBase unless said otherwise
     * @param sourceIp its IPv4 address
     * @param sourcePort its port
     * @return this
     */
    public OmsSource is(SourceType kind, String sourceIp, int sourcePort) {
        synchronized (world) {
            type = kind;
            ip = sourceIp;
            port = sourcePort;
            return this;
        }
    }

    /**
     * The time of its newest record.
     *
     * @return whole seconds
     */
    public Instant newest() {
        synchronized (world) {
            return Instant.ofEpochSecond(head());
        }
    }

    long head() {
        return frozenAt != null ? frozenAt : world.second() - lag;
    }

    boolean hasLogsFrom(long position) {
        return position >= logsFrom;
    }

    SourceType type() {
        return type;
    }

    String ip() {
        return ip;
    }

    int port() {
        return port;
    }

    /** How many records there were up to a second. */
    long recordsAt(long second) {
        Rate valid = rates.get(0);
        for (Rate rate : rates) {
            if (rate.from <= second) {
                valid = rate;
            }
        }
        return Math.max(0, valid.countBefore + (second - valid.from) * valid.perSecond);
    }
}
