package dev.opsdk.simulator.openmldb;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Tasks that are to fail, in the order they were asked for. Guarded by the world's monitor. */
final class OpFailures {

    private static final class Planned {
        final String opType;
        final String task;
        int left;

        Planned(String opType, String task, int left) {
            this.opType = opType;
            this.task = task;
            this.left = left;
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    OpFailures() {}

    void add(String opType, String task, int times) {
        planned.add(new Planned(opType, task, times));
    }

    /** Whether such a task of such an operation fails now. */
    boolean strike(String opType, String task) {
        for (Iterator<Planned> each = planned.iterator(); each.hasNext(); ) {
            Planned next = each.next();
            if (next.opType.equals(opType) && next.task.equals(task)) {
                next.left--;
                if (next.left == 0) {
                    each.remove();
                }
                return true;
            }
        }
        return false;
    }
}
