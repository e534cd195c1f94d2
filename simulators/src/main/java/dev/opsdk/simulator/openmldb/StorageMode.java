package dev.opsdk.simulator.openmldb;

/** Where a table keeps its data. */
public enum StorageMode {
    /** In memory, with a log and snapshots on disk. */
    MEMORY("kMemory"),
    /** On an SSD. */
    SSD("kSSD"),
    /** On a hard disk. */
    HDD("kHDD");

    private final String wire;

    StorageMode(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static StorageMode ofWire(String name) {
        for (StorageMode mode : values()) {
            if (mode.wire.equals(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
