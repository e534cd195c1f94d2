package dev.opsdk.simulator.ccr;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One syncer process: what it holds in memory, and when it was last heard of. Guarded by the world's lock. */
final class NodeMemory {

    final int index;
    /** Fair, as Go's is: a waiting writer keeps later readers out. That is how one hung job freezes others. */
    final ReentrantReadWriteLock manager = new ReentrantReadWriteLock(true);

    final Map<String, LiveJob> jobs = new LinkedHashMap<>();
    /** Jobs it owns but has not started yet, with the time when it will. */
    final Map<String, Instant> loading = new HashMap<>();
    /** Names that broke /metrics; they stay broken until the process ends. */
    final TreeSet<String> metricNames = new TreeSet<>();

    /** Calls of create_ccr that wait for a cluster's SQL. */
    final AtomicInteger waitingForSql = new AtomicInteger();

    boolean alive = true;
    Instant lastStamp;
    Instant nextBeat;

    NodeMemory(int index, Instant now) {
        this.index = index;
        this.lastStamp = now;
        this.nextBeat = now.plus(CcrSettings.HEARTBEAT);
    }

    Optional<LiveJob> find(String name) {
        return Optional.ofNullable(jobs.get(name));
    }
}
