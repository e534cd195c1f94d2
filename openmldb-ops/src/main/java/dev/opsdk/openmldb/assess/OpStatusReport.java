package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.Op;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the operation tool's {@code showopstatus} prints.
 *
 * @param rows databases in the order asked for, in each by op id
 */
public record OpStatusReport(List<OpStatusRow> rows) {
    /** The columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "db",
            "op_id",
            "op_type",
            "name",
            "pid",
            "status",
            "start_time",
            "execute_time",
            "end_time",
            "cur_task",
            "for_replica_cluster");

    /** Keeps a copy. */
    public OpStatusReport {
        rows = List.copyOf(rows);
    }

    /**
     * Makes the report.
     *
     * @param databases which, in this order; {@code ""} is the default database, which the tool leaves out
     * @param ops the ops of all databases, in any order
     * @param status only ops with exactly this status, such as {@code kFailed}; a status that does not exist matches none
     * @param now the time by the server's clock, for how long running ops take
     * @param zone the time zone of the printed times
     * @return the report
     */
    public static OpStatusReport of(
            Collection<String> databases, List<Op> ops, Optional<String> status, Instant now, ZoneId zone) {
        List<Op> ordered = new ArrayList<>(ops);
        ordered.sort(Comparator.comparingLong(Op::id));
        List<OpStatusRow> rows = new ArrayList<>();
        for (String db : databases) {
            for (Op op : ordered) {
                if (op.db().equals(db)
                        && status.filter(wanted -> !wanted.equals(op.state().wire()))
                                .isEmpty()) {
                    rows.add(OpStatusRow.of(op, now, zone));
                }
            }
        }
        return new OpStatusReport(rows);
    }

    /**
     * The databases that the tool shows when none is named.
     *
     * @param listed what {@code ShowDatabase} says, which hides the system's
     * @return the system's databases first
     */
    public static List<String> databases(List<String> listed) {
        List<String> all = new ArrayList<>(Scope.SYSTEM_DATABASES);
        listed.stream().filter(db -> !all.contains(db)).forEach(all::add);
        return List.copyOf(all);
    }

    /**
     * Refuses a database that does not exist. The server does not: it then shows the ops of all databases (contract of the nameserver's
     * client, seen), which the tool prints under the wrong name.
     *
     * @param db the name that was asked for
     * @param listed what {@code ShowDatabase} says
     * @return why there is nothing to show; empty when the database exists
     */
    public static Optional<Finding> refusal(String db, List<String> listed) {
        return db.isEmpty() || databases(listed).contains(db)
                ? Optional.empty()
                : Optional.of(Finding.block(db, "no database has this name; there are " + databases(listed)));
    }

    /** The rows, below the columns' names. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.join(" ", COLUMNS));
        rows.forEach(row -> text.append('\n').append(row));
        return text.toString();
    }
}
