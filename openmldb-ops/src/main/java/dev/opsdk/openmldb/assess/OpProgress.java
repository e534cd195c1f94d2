package dev.opsdk.openmldb.assess;

import static java.util.Map.entry;

import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.OpType;
import dev.opsdk.openmldb.model.TaskType;
import dev.opsdk.openmldb.model.TaskType.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far an op is. Prints as {@code kSendSnapshot, 2 of 8}.
 *
 * @param state where it stands
 * @param task the task that runs, empty when none does
 * @param step the task's place in the op, from 1; 0 when no task runs or its place is not known
 * @param steps how many tasks the op has; 0 when that is not known
 */
public record OpProgress(OpState state, Optional<TaskType> task, int step, int steps) {
    /** The tasks of the nameserver's ops, in order (OpenMLDB 0.9, nameserver sources). Others are not known to have a fixed order. */
    private static final Map<OpType.Known, List<Known>> TASKS = Map.ofEntries(
            entry(
                    OpType.Known.ADD_REPLICA,
                    List.of(
                            Known.PAUSE_SNAPSHOT,
                            Known.SEND_SNAPSHOT,
                            Known.LOAD_TABLE,
                            Known.ADD_REPLICA,
                            Known.RECOVER_SNAPSHOT,
                            Known.ADD_TABLE_INFO,
                            Known.CHECK_BINLOG_SYNC_PROGRESS,
                            Known.UPDATE_PARTITION_STATUS)),
            entry(
                    OpType.Known.MIGRATE,
                    List.of(
                            Known.PAUSE_SNAPSHOT,
                            Known.SEND_SNAPSHOT,
                            Known.RECOVER_SNAPSHOT,
                            Known.LOAD_TABLE,
                            Known.ADD_REPLICA,
                            Known.ADD_TABLE_INFO,
                            Known.CHECK_BINLOG_SYNC_PROGRESS,
                            Known.DEL_REPLICA,
                            Known.UPDATE_TABLE_INFO,
                            Known.DROP_TABLE)),
            entry(
                    OpType.Known.CHANGE_LEADER,
                    List.of(Known.SELECT_LEADER, Known.CHANGE_LEADER, Known.UPDATE_LEADER_INFO)),
            entry(OpType.Known.DEL_REPLICA, List.of(Known.DEL_REPLICA, Known.DEL_TABLE_INFO, Known.DROP_TABLE)),
            entry(OpType.Known.OFFLINE_REPLICA, List.of(Known.DEL_REPLICA, Known.UPDATE_PARTITION_STATUS)),
            // a former leader has no first task
            entry(OpType.Known.RECOVER_TABLE, List.of(Known.DEL_REPLICA, Known.RECOVER_TABLE)),
            entry(OpType.Known.UPDATE_PARTITION_STATUS, List.of(Known.UPDATE_PARTITION_STATUS)),
            entry(
                    OpType.Known.RE_ADD_REPLICA_SIMPLIFY,
                    List.of(Known.ADD_REPLICA, Known.CHECK_BINLOG_SYNC_PROGRESS, Known.UPDATE_PARTITION_STATUS)),
            entry(
                    OpType.Known.RE_ADD_REPLICA_WITH_DROP,
                    List.of(
                            Known.PAUSE_SNAPSHOT,
                            Known.DROP_TABLE,
                            Known.SEND_SNAPSHOT,
                            Known.LOAD_TABLE,
                            Known.ADD_REPLICA,
                            Known.RECOVER_SNAPSHOT,
                            Known.CHECK_BINLOG_SYNC_PROGRESS,
                            Known.UPDATE_PARTITION_STATUS)),
            entry(
                    OpType.Known.RE_ADD_REPLICA_NO_SEND,
                    List.of(
                            Known.PAUSE_SNAPSHOT,
                            Known.LOAD_TABLE,
                            Known.ADD_REPLICA,
                            Known.RECOVER_SNAPSHOT,
                            Known.CHECK_BINLOG_SYNC_PROGRESS,
                            Known.UPDATE_PARTITION_STATUS)),
            entry(
                    OpType.Known.RE_ADD_REPLICA,
                    List.of(
                            Known.PAUSE_SNAPSHOT,
                            Known.SEND_SNAPSHOT,
                            Known.LOAD_TABLE,
                            Known.ADD_REPLICA,
                            Known.RECOVER_SNAPSHOT,
                            Known.CHECK_BINLOG_SYNC_PROGRESS,
                            Known.UPDATE_PARTITION_STATUS)));

    /**
     * Reads an op.
     *
     * @param op the op
     * @return how far it is
     */
    public static OpProgress of(Op op) {
        List<Known> tasks = op.type().known().map(TASKS::get).orElse(List.of());
        int step = op.task().flatMap(TaskType::known).map(tasks::indexOf).orElse(-1) + 1;
        return new OpProgress(op.state(), op.task(), step, tasks.size());
    }

    /**
     * How much of it is behind.
     *
     * @return from 0 to 1 by tasks, which take unequal times; 1 when it ended, however it did
     */
    public double fraction() {
        if (state.is(OpState.Known.DONE) || state.is(OpState.Known.FAILED) || state.is(OpState.Known.CANCELED)) {
            return 1;
        }
        return step == 0 ? 0 : (step - 1.0) / steps;
    }

    @Override
    public String toString() {
        if (!state.is(OpState.Known.DOING) || task.isEmpty()) {
            return String.valueOf(state.wire());
        }
        return task.get().wire() + (step == 0 ? "" : ", " + step + " of " + steps);
    }
}
