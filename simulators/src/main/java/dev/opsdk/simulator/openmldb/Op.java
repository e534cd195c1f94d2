package dev.opsdk.simulator.openmldb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An operation in the nameserver's queue. Guarded by the world's monitor. */
final class Op {

    final long id;
    final String type;
    final String db;
    final String table;
    final long pid;
    final int lane;
    final Instant notBefore;
    final List<Task> tasks = new ArrayList<>();
    OpStatus status = OpStatus.INITED;
    int at;
    /** Whether a tablet it needed refused its running task. */
    boolean doomed;

    long start;
    long end;

    Op(long id, String type, TableRow table, long pid, int lane, Instant notBefore) {
        this.id = id;
        this.type = type;
        this.db = table.db;
        this.table = table.name;
        this.pid = pid;
        this.lane = lane;
        this.notBefore = notBefore;
    }

    /** The running, failed or canceled task; an operation that waits or is done shows none. */
    String task() {
        return status == OpStatus.INITED || status == OpStatus.DONE
                ? "-"
                : tasks.get(Math.min(at, tasks.size() - 1)).type();
    }

    boolean running() {
        return status == OpStatus.INITED || status == OpStatus.DOING;
    }

    OpView view() {
        return new OpView(id, type, db, table, pid, status, task());
    }
}
