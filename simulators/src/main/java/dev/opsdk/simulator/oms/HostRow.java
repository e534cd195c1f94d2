package dev.opsdk.simulator.oms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A machine with a Supervisor. */
final class HostRow {

    final String ip;
    boolean up = true;

    @Nullable
    Instant downSince;

    /** Over its thresholds: the scheduler passes it by, a request that names it does not. */
    boolean full;

    HostRow(String ip) {
        this.ip = ip;
    }
}
