package dev.opsdk.simulator.oms;

/** A machine with a Supervisor. */
final class HostRow {

    final String ip;
    boolean up = true;

    /** Over its thresholds: the scheduler passes it by, a request that names it does not. */
    boolean full;

    HostRow(String ip) {
        this.ip = ip;
    }
}
