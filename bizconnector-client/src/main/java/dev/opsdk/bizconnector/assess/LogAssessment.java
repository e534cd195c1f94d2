package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What a log's contents mean. */
public final class LogAssessment {
    private static final int SHOWN = 5;
    private static final double MANY = 0.05;

    private LogAssessment() {}

    /**
     * Judges a log.
     *
     * @param log what it holds
     * @param source where it is from, such as its path
     * @param unreadable lines that could not be decoded as text
     * @return a finding named {@code log}
     */
    public static CheckFinding of(LogSummary log, String source, long unreadable) {
        CheckFinding.Builder finding = CheckFinding.of("log");
        if (log.lines() == 0) {
            return finding.unknown("the log is empty").seen("lines", 0, source).build();
        }
        counts(log, source, finding);
        if (unreadable > 0) {
            finding.seen("damaged characters", unreadable, source);
        }
        boolean known = log.byLevel().keySet().stream().anyMatch(level -> level != LogLevel.NONE);
        if (!known) {
            finding.unknown("no line has the connector's log format: is this its log, with its default layout?");
        }
        bootFailures(log, finding);
        log.sicknesses()
                .forEach((sickness, seen) -> finding.reason(
                                sickness.weight(), sickness + ", " + seen.times() + " x, e.g. " + seen.example())
                        .advice(sickness.advice()));
        long errors = log.count(LogLevel.ERROR) + log.count(LogLevel.FATAL);
        if (log.count(LogLevel.FATAL) > 0) {
            finding.fail(log.count(LogLevel.FATAL) + " fatal errors");
        }
        if (errors > 0) {
            finding.warn(errors + " errors were logged");
            log.errors().stream().skip(Math.max(0, log.errors().size() - SHOWN)).forEach(each -> {
                String where = source + ":" + each.line();
                each.at()
                        .ifPresentOrElse(
                                at -> finding.seen(each.id(), each.cause(), at, where),
                                () -> finding.seen(each.id(), each.cause(), where));
            });
        } else if (known) {
            finding.pass("no error was logged");
        }
        if (log.starts() > 1) {
            finding.warn("the connector was started " + log.starts() + " times, and stopped in order "
                    + log.orderlyStops() + " times");
        }
        statuses(log, finding);
        return finding.cannotKnow("what ordinary refusals were about: a 400 or 404 is logged without its reason and id")
                .build();
    }

    private static void counts(LogSummary log, String source, CheckFinding.Builder finding) {
        String span = log.from().map(Instant::toString).orElse("?") + " to "
                + log.to().map(Instant::toString).orElse("?");
        finding.seen("lines", log.lines() + ", " + log.events() + " events, " + span, source);
        log.byLevel().forEach((level, categories) -> {
            String shown = categories.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(SHOWN)
                    .map(each -> (each.getKey().isEmpty() ? "(no category)" : each.getKey()) + " " + each.getValue())
                    .collect(Collectors.joining(", "));
            finding.seen(level.name(), log.count(level) + ": " + shown, source);
        });
        if (!log.byStatus().isEmpty()) {
            finding.seen("requests by status", log.byStatus(), source);
        }
    }

    private static void bootFailures(LogSummary log, CheckFinding.Builder finding) {
        if (log.bootFailures().isEmpty()) {
            return;
        }
        LogSummary.FailedStart last = log.bootFailures().get(log.bootFailures().size() - 1);
        // who came up since has got over it
        boolean over = last.at().isPresent()
                && log.to().filter(last.at().get()::isBefore).isPresent();
        finding.reason(
                        over ? Verdict.WARN : Verdict.FAIL,
                        "it did not start: " + last.why() + (last.words().isEmpty() ? "" : ": " + last.words()))
                .advice(last.why().advice());
        if (log.bootFailures().size() > 1) {
            finding.reason(
                    over ? Verdict.WARN : Verdict.FAIL, log.bootFailures().size() + " starts failed in all");
        }
    }

    private static void statuses(LogSummary log, CheckFinding.Builder finding) {
        long all = log.byStatus().values().stream().mapToLong(Long::longValue).sum();
        long broken = log.byStatus().tailMap(500).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (broken > 0 && broken >= all * MANY) {
            finding.warn(broken + " of " + all + " requests ended with 5xx");
        }
    }
}
