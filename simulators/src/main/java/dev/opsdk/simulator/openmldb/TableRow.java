package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as the nameserver's metadata has it. */
final class TableRow {

    final String db;
    final String name;
    final int tid;
    final int replicaNum;
    final StorageMode storage;
    final List<Partition> partitions = new ArrayList<>();
    String offlinePath = "";

    TableRow(String db, String name, int tid, int replicaNum, StorageMode storage) {
        this.db = db;
        this.name = name;
        this.tid = tid;
        this.replicaNum = replicaNum;
        this.storage = storage;
    }

    Optional<Partition> partition(long pid) {
        return pid >= 0 && pid < partitions.size() ? Optional.of(partitions.get((int) pid)) : Optional.empty();
    }
}
