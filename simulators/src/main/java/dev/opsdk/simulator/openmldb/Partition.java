package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A partition as the nameserver's metadata has it. */
final class Partition {

    /** A leader's time in office: from which offset on it wrote. */
    record Term(long term, long offset) {}

    final TableRow table;
    final int pid;
    final List<Replica> replicas = new ArrayList<>();
    final List<Term> terms = new ArrayList<>();
    /** The latest numbers of an alive leader. */
    long rows;

    Partition(TableRow table, int pid) {
        this.table = table;
        this.pid = pid;
    }

    long key() {
        return TabletNode.key(table.tid, pid);
    }

    Optional<Replica> leader() {
        return replicas.stream().filter(Replica::leads).findFirst();
    }

    Optional<Replica> on(String endpoint) {
        return replicas.stream()
                .filter(replica -> replica.endpoint.equals(endpoint))
                .findFirst();
    }

    List<Replica> aliveFollowers() {
        return replicas.stream()
                .filter(replica -> replica.isAlive() && !replica.leader)
                .toList();
    }

    long term() {
        return terms.isEmpty() ? 0 : terms.get(terms.size() - 1).term();
    }
}
