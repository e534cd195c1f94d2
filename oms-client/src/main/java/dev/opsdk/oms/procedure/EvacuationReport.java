package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Report;
import dev.opsdk.oms.model.ComponentName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an evacuation came to, component by component. */
public final class EvacuationReport {
    /** How one component ended. */
    public enum Ending {
        /** It is on the other host and was started. */
        DONE,
        /** It is not, for a reason that is known. */
        FAILED,
        /** Whether it was moved is not known. */
        UNKNOWN,
        /** Nothing was asked of it. */
        UNTOUCHED
    }

    /**
     * One component.
     *
     * @param component the name it had
     * @param ending how it ended
     * @param newName the name it has now, if it was moved
     * @param report of its migration; empty when it is untouched
     */
    public record Row(
            ComponentName component,
            Ending ending,
            Optional<? extends ComponentName> newName,
            Optional<Report> report) {
        @Override
        public String toString() {
            return ending + " " + component + newName.map(name -> " -> " + name).orElse("");
        }
    }

    private final String host;
    private final List<Row> rows;
    private final List<String> next;
    private final Supplier<Evacuation> resume;

    EvacuationReport(String host, List<Row> rows, List<String> next, Supplier<Evacuation> resume) {
        this.host = host;
        this.rows = List.copyOf(rows);
        this.next = List.copyOf(next);
        this.resume = resume;
    }

    /**
     * The table.
     *
     * @return a row a component, in order
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The components that ended so.
     *
     * @param ending how
     * @return their rows
     */
    public List<Row> ended(Ending ending) {
        return rows.stream().filter(row -> row.ending() == ending).toList();
    }

    /**
     * Whether all are moved.
     *
     * @return true if every row is done
     */
    public boolean complete() {
        return ended(Ending.DONE).size() == rows.size();
    }

    /**
     * What to do next.
     *
     * @return instructions, the first one first
     */
    public List<String> next() {
        return next;
    }

    /**
     * The same evacuation from what is true now: what is done is left alone, what failed goes on.
     *
     * @return a new evacuation
     */
    public Evacuation resume() {
        return resume.get();
    }

    /** The table, and what to do next. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("evacuateHost '" + host + "' " + (complete() ? "is complete" : "is NOT complete"));
        rows.forEach(row -> text.append("\n  ").append(row));
        next.forEach(line -> text.append("\n  next: ").append(line));
        return text.toString();
    }
}
