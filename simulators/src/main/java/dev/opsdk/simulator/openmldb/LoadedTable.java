package dev.opsdk.simulator.openmldb;

import java.util.LinkedHashSet;
import java.util.Set;

/** A partition that a tablet serves. */
final class LoadedTable {

    final int tid;
    final int pid;
    final String name;
    final StorageMode storage;
    boolean leader;
    String state = NORMAL;
    long rows;
    /** The tablets a leader sends its log to. */
    final Set<String> followers = new LinkedHashSet<>();

    static final String NORMAL = "kTableNormal";
    static final String LOADING = "kTableLoading";
    static final String PAUSED = "kSnapshotPaused";

    LoadedTable(int tid, int pid, String name, StorageMode storage, boolean leader) {
        this.tid = tid;
        this.pid = pid;
        this.name = name;
        this.storage = storage;
        this.leader = leader;
    }

    String mode() {
        return leader ? "kTableLeader" : "kTableFollower";
    }
}
