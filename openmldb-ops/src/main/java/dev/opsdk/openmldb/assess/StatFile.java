package dev.opsdk.openmldb.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The operation tool's stat file, as text: a line a leader that was moved away before an upgrade, {@code
 * endpoint,db,table,tid,pid,added_endpoint}, the last one empty for partitions with several replicas. Tablets can share a file; what
 * concerns another tablet is kept as it stands.
 */
public final class StatFile {
    private static final int COLUMNS = 6;

    /** Lines as they stand, without line breaks. */
    private final List<String> lines;

    private StatFile(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Takes a file's text. A line is judged when it is asked for, so that another tablet's broken line disturbs nobody.
     *
     * @param text the whole file; lines may end with LF or CRLF, and may be blank
     * @return the file
     */
    public static StatFile parse(String text) {
        return new StatFile(text.lines().toList());
    }

    /**
     * All lines.
     *
     * @return in order
     * @throws IllegalArgumentException if a line cannot be read; says which
     */
    public List<StatLine> all() {
        return read(Optional.empty());
    }

    /**
     * A tablet's lines. A partition that stands there several times counts once, and what one of its lines says about an added replica is
     * not forgotten: a run that was broken off after adding it and repeated finds two replicas, and writes a line without it.
     *
     * @param endpoint the tablet
     * @return in order
     * @throws IllegalArgumentException if one of them cannot be read; says which
     */
    public List<StatLine> of(String endpoint) {
        return read(Optional.of(endpoint));
    }

    /**
     * The file with a line more; nothing changes if the line, or one that also tells of an added replica, is there.
     *
     * @param line the line
     * @return the file
     */
    public StatFile with(StatLine line) {
        boolean told = lines.stream()
                .filter(there -> belongs(there, line.endpoint()) && samePartition(there, line))
                .map(there -> parse(there, 0))
                .anyMatch(there -> there.equals(line)
                        || (there.tid() == line.tid() && line.added().isEmpty()));
        if (told) {
            return this;
        }
        List<String> more = new ArrayList<>(lines);
        more.add(line.toString());
        return new StatFile(more);
    }

    /**
     * The file with several lines more.
     *
     * @param added the lines
     * @return the file
     */
    public StatFile with(Collection<StatLine> added) {
        StatFile file = this;
        for (StatLine line : added) {
            file = file.with(line);
        }
        return file;
    }

    /**
     * The file without what a line says about a tablet's partition, however often it stands there. Other lines stay as they are.
     *
     * @param line the line that is settled
     * @return the file
     */
    public StatFile without(StatLine line) {
        return keep(text -> !belongs(text, line.endpoint()) || !samePartition(text, line));
    }

    /**
     * The file without a tablet's lines. Other lines stay as they are.
     *
     * @param endpoint the tablet
     * @return the file
     */
    public StatFile without(String endpoint) {
        return keep(text -> !belongs(text, endpoint));
    }

    /**
     * Whether nothing is left, so that the file can go.
     *
     * @return true if all lines are blank
     */
    public boolean isEmpty() {
        return lines.stream().allMatch(String::isBlank);
    }

    /**
     * The file's text.
     *
     * @return each line with LF at its end
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private StatFile keep(Predicate<String> stays) {
        return new StatFile(lines.stream().filter(stays).toList());
    }

    private List<StatLine> read(Optional<String> endpoint) {
        List<StatLine> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || (endpoint.isPresent() && !belongs(line, endpoint.get()))) {
                continue;
            }
            StatLine parsed = parse(line, i + 1);
            merge(read, parsed);
        }
        return List.copyOf(read);
    }

    private static void merge(List<StatLine> read, StatLine line) {
        for (int i = 0; i < read.size(); i++) {
            StatLine there = read.get(i);
            if (there.endpoint().equals(line.endpoint()) && there.partition().equals(line.partition())) {
                if (there.tid() != line.tid() || line.added().isPresent()) {
                    read.set(i, line);
                }
                return;
            }
        }
        read.add(line);
    }

    private static boolean belongs(String line, String endpoint) {
        return line.split(",", 2)[0].strip().equals(endpoint);
    }

    private static boolean samePartition(String line, StatLine wanted) {
        try {
            return parse(line, 0).partition().equals(wanted.partition());
        } catch (IllegalArgumentException unreadable) {
            // what cannot be read is not known to be settled
            return false;
        }
    }

    private static StatLine parse(String line, int number) {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("line " + number + ": " + COLUMNS
                    + " columns are expected (endpoint,db,table,tid,pid,added endpoint), but there are "
                    + columns.length + ": " + line);
        }
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = columns[i].strip();
        }
        try {
            StatLine parsed = new StatLine(
                    columns[0],
                    columns[1],
                    columns[2],
                    number(columns[3]),
                    number(columns[4]),
                    columns[5].isEmpty() ? Optional.empty() : Optional.of(columns[5]));
            // refuses numbers that no partition can have
            parsed.partition();
            return parsed;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage() + ": " + line, wrong);
        }
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number < 0) {
                throw new NumberFormatException();
            }
            return number;
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + text + "' is not a number", wrong);
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
