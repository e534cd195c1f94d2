package dev.opsdk.simulator.openmldb;

import org.jspecify.annotations.Nullable;

/** What the nameserver believes about one replica; the tablet may know better. */
final class Replica {

    final String endpoint;
    boolean leader;
    /** Null until somebody has set it, which is not the same on the wire as true. */
    @Nullable
    Boolean alive;
    /** The latest report of the tablet, kept when it is gone. */
    long rows;

    boolean present = true;

    Replica(String endpoint, boolean leader) {
        this.endpoint = endpoint;
        this.leader = leader;
    }

    boolean isAlive() {
        return alive == null || alive;
    }

    boolean leads() {
        return leader && isAlive();
    }
}
