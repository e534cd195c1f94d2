package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.LogEvent;
import dev.opsdk.bizconnector.assess.LogParser;
import dev.opsdk.bizconnector.assess.Masking;
import dev.opsdk.core.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** The latest warnings, errors, starts and requests of the logs that were told, masked. */
final class LogExcerpt {
    private static final int MOST_EVENTS = 5_000;
    private static final int LONGEST_EVENT = 16_000;
    private static final Set<String> STARTS_AND_REQUESTS =
            Set.of("HttpServer", "ConnectorRuntime", "Transport.Transport");

    private final Optional<Instant> notBefore;
    private final Collection<Secret> known;
    private final Deque<String> kept = new ArrayDeque<>();
    private boolean recent = true;

    private LogExcerpt(Optional<Instant> notBefore, Collection<Secret> known) {
        this.notBefore = notBefore;
        this.known = known;
    }

    static String of(CheckOptions options, Instant now, Collection<Secret> known) throws InterruptedException {
        Optional<Instant> notBefore = options.logPeriod().map(now::minus);
        LogExcerpt excerpt = new LogExcerpt(notBefore, known);
        LogParser parser = new LogParser(options.logZone());
        Optional<String> trouble = Optional.empty();
        try {
            for (Path path : options.logs()) {
                LogFiles.of(path).lines(line -> parser.feed(line).ifPresent(excerpt::keep), notBefore);
            }
        } catch (IOException e) {
            trouble = Optional.of("could not be read any further: " + Trouble.words(e));
        }
        parser.end().ifPresent(excerpt::keep);
        trouble.ifPresent(excerpt.kept::addLast);
        return String.join("\n", excerpt.kept);
    }

    private void keep(LogEvent event) {
        // what has no time was written when the one before it was
        event.at().ifPresent(at -> recent = notBefore.filter(at::isBefore).isEmpty());
        if (!recent || !wanted(event)) {
            return;
        }
        if (kept.size() == MOST_EVENTS) {
            kept.removeFirst();
        }
        // masked before it is cut: half a secret would not be recognised
        String masked = Masking.text(event.text(), known);
        kept.addLast(masked.length() > LONGEST_EVENT ? masked.substring(0, LONGEST_EVENT) + "..." : masked);
    }

    private static boolean wanted(LogEvent event) {
        return switch (event.level()) {
            case WARN, ERROR, FATAL, NONE -> true;
            case INFO, MARK -> STARTS_AND_REQUESTS.contains(event.category());
            case DEBUG, TRACE -> false;
        };
    }
}
