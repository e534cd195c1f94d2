package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was logged, with all its lines.
 *
 * @param at when; empty for text without a level, and for a time that does not exist
 * @param level how serious
 * @param category who says it, such as {@code HttpServer}; empty for text without a level
 * @param message what was said behind the category, on as many lines as it had, without correlation id; not masked
 * @param correlationId by which the lines of one request belong together
 * @param firstLine number of its first line in the text, from 1
 * @param lines its lines without colours and without the container's time stamps, as they came; not masked
 */
public record LogEvent(
        Optional<Instant> at,
        LogLevel level,
        String category,
        String message,
        Optional<String> correlationId,
        long firstLine,
        List<String> lines) {

    /** Keeps a copy. */
    public LogEvent {
        lines = List.copyOf(lines);
    }

    /**
     * All of it.
     *
     * @return its lines; not masked
     */
    public String text() {
        return String.join("\n", lines);
    }

    /** The first line, without what may be a secret: time, level, category and the number of lines. */
    @Override
    public String toString() {
        return at.map(Instant::toString).orElse("no time") + " " + level + (category.isEmpty() ? "" : " " + category)
                + " (line " + firstLine + (lines.size() > 1 ? ", " + lines.size() + " lines" : "") + ")";
    }
}
