package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.Op;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A line of the operation tool's {@code showopstatus}.
 *
 * @param op the op
 * @param db the database under which it is shown
 * @param cells what the tool prints, one a column of {@link OpStatusReport#COLUMNS}
 */
public record OpStatusRow(Op op, String db, List<String> cells) {
    private static final String NONE = "-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    /** Keeps a copy. */
    public OpStatusRow {
        cells = List.copyOf(cells);
    }

    static OpStatusRow of(Op op, Instant now, ZoneId zone) {
        boolean begun = op.startSeconds() != 0;
        boolean ended = op.endSeconds() != 0;
        long until = ended ? op.endSeconds() : now.getEpochSecond();
        return new OpStatusRow(
                op,
                op.db(),
                List.of(
                        op.db(),
                        Long.toString(op.id()),
                        String.valueOf(op.type().wire()),
                        op.table().orElse(NONE),
                        op.pid().isPresent() ? Long.toString(op.pid().getAsLong()) : NONE,
                        String.valueOf(op.state().wire()),
                        begun ? time(op.startSeconds(), zone) : NONE,
                        begun ? until - op.startSeconds() + "s" : NONE,
                        begun && ended ? time(op.endSeconds(), zone) : NONE,
                        op.taskText(),
                        op.forReplicaCluster() == 1 ? "yes" : "no"));
    }

    private static String time(long seconds, ZoneId zone) {
        return TIME.format(Instant.ofEpochSecond(seconds).atZone(zone));
    }

    @Override
    public String toString() {
        return String.join(" ", cells);
    }
}
