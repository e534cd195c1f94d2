package dev.opsdk.simulator.openmldb;

/** A nameserver process. Guarded by the world's monitor. */
final class NameServerNode {

    final String endpoint;
    final String address;
    boolean up = true;
    /** The place in the queue for leadership: the number of its lock. */
    long lock;

    NameServerNode(String endpoint, String address, long lock) {
        this.endpoint = endpoint;
        this.address = address;
        this.lock = lock;
    }
}
