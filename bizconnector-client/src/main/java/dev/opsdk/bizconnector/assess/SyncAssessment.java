package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old the last synchronisation is, against how often there should be one. */
public final class SyncAssessment {
    private static final String READ = "GET /api/core/v1/Account/SyncInfo";
    private static final String SETUP = "GET /Monitoring/Support";
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final int WARN_AFTER = 3;
    private static final int FAIL_AFTER = 10;

    private SyncAssessment() {}

    /**
     * Judges an age.
     *
     * @param completedAt when the last sync run ended; empty when there was none
     * @param setup who synchronises; empty when nobody could be asked
     * @param expected how old it may be at most where nothing polls; empty when that is not known
     * @param now the time
     * @return a finding named {@code sync}
     */
    public static CheckFinding of(
            Optional<Instant> completedAt, Optional<SyncSetup> setup, Optional<Duration> expected, Instant now) {
        CheckFinding.Builder finding = CheckFinding.of("sync");
        setup.ifPresentOrElse(
                each -> finding.seen(
                                "polling", each.polling() ? "every " + Durations.text(each.interval()) : "off", SETUP)
                        .seen("server-sent events", each.events() ? "on" : "off", SETUP),
                () -> finding.seen("setup", "not readable", SETUP));
        if (setup.isPresent() && !setup.get().automatic()) {
            finding.warn("nobody synchronises: the modules sync and sse are both off, so nothing arrives unless "
                            + "somebody calls POST /api/core/v1/Account/Sync")
                    .advice("enable the module sse, or sync with an interval");
        }
        if (completedAt.isEmpty()) {
            boolean should = setup.map(SyncSetup::automatic).orElse(false);
            return finding.seen("lastSyncRun", "none", READ)
                    .reason(should ? Verdict.FAIL : Verdict.WARN, "it never synchronised")
                    .advice("force one with account().sync(): its error names the cause")
                    .build();
        }
        Duration age = Duration.between(completedAt.get(), now);
        finding.seen("lastSyncRun", completedAt.get(), completedAt.get(), READ);
        if (age.compareTo(SKEW.negated()) < 0) {
            return finding.warn("the last sync is " + Ages.text(age.negated())
                            + " in the future: this clock and the connector's differ")
                    .advice("synchronise both clocks (NTP)")
                    .build();
        }
        Duration shown = age.isNegative() ? Duration.ZERO : age;
        Optional<Duration> limit =
                setup.filter(SyncSetup::polling).map(SyncSetup::interval).or(() -> expected);
        if (limit.isEmpty()) {
            // with events alone a quiet Backbone leaves an old sync, and that is in order
            return finding.reason(
                            setup.map(SyncSetup::events).orElse(false) ? Verdict.PASS : Verdict.UNKNOWN,
                            "the last sync is " + Ages.text(shown)
                                    + " old; nothing tells how often there should be one")
                    .build();
        }
        return judge(shown, limit.get(), finding).build();
    }

    private static CheckFinding.Builder judge(Duration age, Duration interval, CheckFinding.Builder finding) {
        String text = "the last sync is " + Ages.text(age) + " old, expected every " + Durations.text(interval);
        Verdict verdict = age.compareTo(interval.multipliedBy(FAIL_AFTER).plus(GRACE)) > 0
                ? Verdict.FAIL
                : age.compareTo(interval.multipliedBy(WARN_AFTER).plus(GRACE)) > 0 ? Verdict.WARN : Verdict.PASS;
        finding.reason(verdict, text);
        return verdict == Verdict.PASS
                ? finding
                : finding.advice("force one with account().sync(): its error names the cause")
                        .advice("look into the log for 'Sync failed'");
    }
}
