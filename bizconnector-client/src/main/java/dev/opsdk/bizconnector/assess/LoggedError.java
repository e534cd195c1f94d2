package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure that a caller got an id for, and what the log says about it. Only answers with 500 and failures of the Backbone are logged
 * with their id; an ordinary 400 or 404 is not.
 *
 * @param id the id, as in {@code error.id} of the answer
 * @param at when
 * @param cause the first line of the exception, secrets masked
 * @param correlationId by which the request's other lines can be found
 * @param line number of its first line in the log, from 1
 */
public record LoggedError(String id, Optional<Instant> at, String cause, Optional<String> correlationId, long line) {
    private static final int LONGEST_CAUSE = 400;
    private static final Pattern ID = Pattern.compile("(ERR[A-HJ-NP-Z2-9]{17})(?:\\s+([^\\n]++))?");

    /**
     * Reads it from an event.
     *
     * @param event an event of a log
     * @return the error; empty when the event has no id
     */
    public static Optional<LoggedError> in(LogEvent event) {
        if (!event.level().trouble()) {
            return Optional.empty();
        }
        Matcher matcher = ID.matcher(event.message());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String cause = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new LoggedError(
                matcher.group(1),
                event.at(),
                Masking.cut(Masking.text(cause), LONGEST_CAUSE),
                event.correlationId(),
                event.firstLine()));
    }
}
