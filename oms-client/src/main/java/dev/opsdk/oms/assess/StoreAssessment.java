package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.Checkpoint;
import dev.opsdk.oms.model.CheckpointRange;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a store is. Of a store, {@code active} on the wire says whether the observation can be believed, not whether it is well; a writer's
 * says the other thing.
 *
 * @param store the store
 * @param verdict how it is, and why
 * @param lag how late its newest position is, that of the latest source if there are several
 * @param begin from when on it holds data, of all its sources
 * @param end up to when it holds data, of all its sources
 * @param trend where the looks lead
 */
public record StoreAssessment(
        StoreName store,
        Verdict verdict,
        Optional<Lag> lag,
        Optional<Instant> begin,
        Optional<Instant> end,
        Trend trend) {

    /**
     * Judges one look; a stall needs several.
     *
     * @param look what the server said
     * @return the verdict
     */
    public static StoreAssessment of(Observed<CrawlerDetail> look) {
        return of(List.of(look), Thresholds.DEFAULT);
    }

    /**
     * Judges looks at one store.
     *
     * @param history the oldest first
     * @param thresholds when late is too late
     * @return the verdict
     */
    public static StoreAssessment of(List<Observed<CrawlerDetail>> history, Thresholds thresholds) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("no look at the store was taken");
        }
        Observed<CrawlerDetail> last = history.get(history.size() - 1);
        CrawlerDetail detail = last.value();
        List<CheckpointRange> ranges = detail.ranges();
        Optional<Checkpoint> newest = newest(ranges);
        Optional<Lag> lag = newest.map(position -> Lag.of(position, last.now()));
        Trend trend = Trend.of(history.stream().map(StoreAssessment::sample).toList());
        Findings findings = new Findings()
                .clock(last)
                .fact("status", detail.status())
                .fact(
                        "port",
                        Optional.of(detail.port())
                                .filter(port -> port.isPresent())
                                .map(port -> port.getAsInt()))
                .fact("retention", retention(ranges));
        lag.ifPresent(findings::lag);
        findings.trend(trend);
        return new StoreAssessment(
                detail.name(),
                verdict(detail, findings, lag, trend, thresholds),
                lag,
                begin(ranges),
                newest.flatMap(Checkpoint::time),
                trend);
    }

    /**
     * Says that it could not be looked at.
     *
     * @param store the store
     * @param why the failure
     * @return {@link Level#UNKNOWN}
     */
    public static StoreAssessment unknown(StoreName store, String why) {
        return new StoreAssessment(
                store,
                new Findings().verdict(Level.UNKNOWN, why),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Trend.of(List.of()));
    }

    private static Verdict verdict(
            CrawlerDetail detail, Findings findings, Optional<Lag> lag, Trend trend, Thresholds thresholds) {
        if (detail.observationTrusted().isEmpty()) {
            return findings.verdict(Level.UNKNOWN, "the reply does not say whether it can be believed (active)");
        }
        if (!detail.observationTrusted().get()) {
            return findings.verdict(
                    Level.UNTRUSTWORTHY,
                    "the cluster manager's own collection does not work (active=false), so nothing else it says counts",
                    "writes to the metaDB may fail: look into /home/admin/logs/cm/log/service.log",
                    "the metaDB may be slow: look for more than 60 ms in /home/admin/logs/cm/log/dao-digest.log",
                    "the clocks of cluster manager and metaDB may differ: compare them");
        }
        if (detail.normal().isEmpty()) {
            return findings.verdict(Level.UNKNOWN, "the reply has no status");
        }
        if (!detail.normal().get()) {
            String event = detail.lastEvent().map(text -> "last event: " + text).orElse("no last event is told");
            String logs = Logs.of(detail.name());
            return detail.lastEventIsStart()
                    ? findings.verdict(
                            Level.ABNORMAL,
                            event,
                            "last event is an old success message; the cause is in error.details or the store's log, "
                                    + logs)
                    : findings.verdict(Level.ABNORMAL, event, "the store's log is " + logs);
        }
        return lag.map(measured -> findings.byLag(measured, trend, thresholds))
                .orElseGet(() -> findings.verdict(Level.UNKNOWN, "it shows no positions"));
    }

    /** The oldest of the newest: the worst source counts; a source without a time is worse than any. */
    private static Optional<Checkpoint> newest(List<CheckpointRange> ranges) {
        return ranges.stream()
                .map(CheckpointRange::end)
                .min(Comparator.comparing(end -> end.time().orElse(Instant.MIN)));
    }

    /** The latest of the oldest: before it, not every source is held any more. */
    private static Optional<Instant> begin(List<CheckpointRange> ranges) {
        return ranges.stream().flatMap(range -> range.begin().time().stream()).max(Comparator.naturalOrder());
    }

    private static Optional<Duration> retention(List<CheckpointRange> ranges) {
        return ranges.stream().flatMap(range -> range.retention().stream()).min(Comparator.naturalOrder());
    }

    private static Trend.Sample sample(Observed<CrawlerDetail> look) {
        Optional<Checkpoint> newest = newest(look.value().ranges());
        return new Trend.Sample(
                look.now(),
                newest.flatMap(Checkpoint::time),
                newest.map(Checkpoint::msgId).orElse(OptionalLong.empty()));
    }

    /**
     * Whether whoever is at a time can be served.
     *
     * @param time the time
     * @return true inside what it holds, ends included; empty when that is not known
     */
    public Optional<Boolean> covers(Instant time) {
        return begin.flatMap(from -> end.map(to -> !time.isBefore(from) && !time.isAfter(to)));
    }

    @Override
    public String toString() {
        return "store " + store + " " + verdict;
    }
}
