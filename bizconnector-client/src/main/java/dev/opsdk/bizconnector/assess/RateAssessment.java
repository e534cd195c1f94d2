package dev.opsdk.bizconnector.assess;

import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Request and error rates from two samples; knows a restart between them. */
public final class RateAssessment {
    private static final String READ = "GET /Monitoring/Requests";
    private static final String CHECK = "requests";

    private RateAssessment() {}

    /**
     * Judges all that happened since the process began. An old sorrow weighs as much as a new one: two samples tell more.
     *
     * @param only the sample
     * @param thresholds from where it is worth a look
     * @return a finding named {@code requests}
     */
    public static CheckFinding sinceStart(RequestCounts only, RateThresholds thresholds) {
        CheckFinding.Builder finding = CheckFinding.of(CHECK);
        judge(only, Duration.between(only.since(), only.readAt()), "since the start", thresholds, finding);
        return finding.build();
    }

    /**
     * Judges what happened between two samples.
     *
     * @param first the earlier one
     * @param second the later one
     * @param thresholds from where it is worth a look
     * @return a finding named {@code requests}; a warning when the connector was restarted in between
     */
    public static CheckFinding between(RequestCounts first, RequestCounts second, RateThresholds thresholds) {
        CheckFinding.Builder finding = CheckFinding.of(CHECK);
        if (second.since().isAfter(first.since())) {
            finding.seen("since", first.since() + ", then " + second.since(), READ)
                    .warn("the connector was restarted at " + second.since())
                    .advice(
                            "look into the log before that time, and at the exit code: 1 is a boot failure or the process's "
                                    + "own decision, 137 a kill such as out of memory");
            judge(second, Duration.between(second.since(), second.readAt()), "since the restart", thresholds, finding);
            return finding.build();
        }
        if (second.since().isBefore(first.since()) || second.total() < first.total()) {
            return finding.seen("since", first.since() + ", then " + second.since(), READ)
                    .unknown("the counters went back without a restart: the two samples are of different processes")
                    .advice(
                            "check that one connector alone stands behind this address: running several with one identity is "
                                    + "not supported")
                    .build();
        }
        SortedMap<Integer, Long> grown = new TreeMap<>();
        second.byStatus().forEach((status, count) -> {
            long more = count - first.with(status);
            if (more > 0) {
                grown.put(status, more);
            }
        });
        RequestCounts difference =
                new RequestCounts(second.since(), second.total() - first.total(), grown, second.readAt());
        Duration time = Duration.between(first.readAt(), second.readAt());
        judge(difference, time, "in " + Ages.text(time), thresholds, finding);
        return finding.build();
    }

    private static void judge(
            RequestCounts counts, Duration time, String when, RateThresholds thresholds, CheckFinding.Builder finding) {
        double seconds = Math.max(time.toNanos() / 1e9, 1e-3);
        long errors = counts.serverErrors();
        long refused = counts.with(401);
        double share = counts.total() == 0 ? 0 : (double) errors / counts.total();
        double refusedPerMinute = refused * 60 / seconds;
        finding.seen(
                        "requests " + when,
                        counts.total() + ", " + rate(counts.total() / seconds) + "/s",
                        counts.readAt(),
                        READ)
                .seen("by status", counts.byStatus(), counts.readAt(), READ);
        if (counts.total() == 0) {
            finding.pass("no request " + when);
        } else {
            Verdict verdict = share >= thresholds.failServerErrors() && errors > 0
                    ? Verdict.FAIL
                    : share >= thresholds.warnServerErrors() && errors > 0 ? Verdict.WARN : Verdict.PASS;
            finding.reason(verdict, errors + " of " + counts.total() + " requests ended with 5xx " + when);
            if (verdict != Verdict.PASS) {
                finding.advice("scan the log: each 500 has an id there, with the exception");
            }
        }
        // one wrong key at start-up is nobody's attack
        if (refused > 1 && refusedPerMinute >= thresholds.warnUnauthorizedPerMinute()) {
            finding.warn(refused + " requests were refused with 401 " + when + ", " + rate(refusedPerMinute)
                            + " a minute")
                    .advice(
                            "somebody tries keys, or a client has an old one: look for the callers at the proxy in front; the "
                                    + "connector logs no address");
        }
        finding.cannotKnow("who asked: the counters have no caller and no route")
                .cannotKnow("which 5xx are its own: an unhealthy /health is 500 too, and so is a failing Backbone");
    }

    private static String rate(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
