package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A leader that was moved away before an upgrade; a line of the operation tool's stat file.
 *
 * @param endpoint the tablet that led
 * @param db the database
 * @param table the table
 * @param tid the table's number
 * @param pid the partition's number
 * @param added the tablet that got a replica for the time being, for a partition with one replica; empty for others
 */
public record StatLine(String endpoint, String db, String table, long tid, long pid, Optional<String> added) {
    /** Refuses what the file's format cannot express: it knows no quotes. */
    public StatLine {
        Stream.concat(Stream.of(endpoint, db, table), added.stream()).forEach(StatLine::requireExpressible);
        if (endpoint.isBlank()
                || table.isBlank()
                || added.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("endpoint, table and added endpoint must not be blank");
        }
        if (added.filter(endpoint::equals).isPresent()) {
            throw new IllegalArgumentException("the added replica cannot be on " + endpoint + " itself");
        }
    }

    static boolean expressible(String name) {
        return name.indexOf(',') < 0
                && name.chars().noneMatch(c -> c == '\n' || c == '\r')
                && name.equals(name.strip());
    }

    private static void requireExpressible(String name) {
        if (!expressible(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot stand in a stat file: no commas, line breaks or blanks around");
        }
    }

    /**
     * The partition.
     *
     * @return database, table, number
     */
    public PartitionId partition() {
        return new PartitionId(db, table, pid);
    }

    /** As in the file, without the line break. */
    @Override
    public String toString() {
        return String.join(",", endpoint, db, table, Long.toString(tid), Long.toString(pid), added.orElse(""));
    }
}
