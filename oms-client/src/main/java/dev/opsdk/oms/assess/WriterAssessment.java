package dev.opsdk.oms.assess;

import dev.opsdk.oms.model.Checkpoint;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a writer is. Of a writer, {@code active} on the wire says whether it is well; a store's says whether the observation can be
 * believed.
 *
 * @param writer the writer
 * @param verdict how it is, and why
 * @param lag how late it is
 * @param position how far it is
 * @param trend where the looks lead
 */
public record WriterAssessment(
        WriterName writer, Verdict verdict, Optional<Lag> lag, Optional<Instant> position, Trend trend) {

    /** From this age on, a sample cannot be believed: OMS's own limit of a silent component (OMS documentation). */
    public static final Duration STALE = Duration.ofMinutes(4);

    /**
     * Judges one look; a stall needs several.
     *
     * @param look what the server said
     * @return the verdict
     */
    public static WriterAssessment of(Observed<WriterDetail> look) {
        return of(List.of(look), Thresholds.DEFAULT);
    }

    /**
     * Judges looks at one writer.
     *
     * @param history the oldest first
     * @param thresholds when late is too late
     * @return the verdict
     */
    public static WriterAssessment of(List<Observed<WriterDetail>> history, Thresholds thresholds) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("no look at the writer was taken");
        }
        Observed<WriterDetail> last = history.get(history.size() - 1);
        WriterDetail detail = last.value();
        Optional<Lag> lag = detail.checkpoint().map(position -> Lag.of(position, last.now()));
        Trend trend = Trend.of(history.stream().map(WriterAssessment::sample).toList());
        Findings findings = new Findings()
                .clock(last)
                .fact("status", detail.status())
                .fact("ip", detail.ip())
                .fact("position", detail.checkpoint().flatMap(Checkpoint::time));
        lag.ifPresent(findings::lag);
        findings.trend(trend);
        return new WriterAssessment(
                detail.name(),
                verdict(detail, findings, lag, trend, thresholds),
                lag,
                detail.checkpoint().flatMap(Checkpoint::time),
                trend);
    }

    /**
     * Says that it could not be looked at.
     *
     * @param writer the writer
     * @param why the failure
     * @return {@link Level#UNKNOWN}
     */
    public static WriterAssessment unknown(WriterName writer, String why) {
        return new WriterAssessment(
                writer,
                new Findings().verdict(Level.UNKNOWN, why),
                Optional.empty(),
                Optional.empty(),
                Trend.of(List.of()));
    }

    private static Verdict verdict(
            WriterDetail detail, Findings findings, Optional<Lag> lag, Trend trend, Thresholds thresholds) {
        String status = detail.status().map(now -> "status is " + now).orElse("it tells no status");
        if (detail.healthy().isEmpty()) {
            return findings.verdict(Level.UNKNOWN, "the reply does not say whether it is in order (active)", status);
        }
        if (!detail.healthy().get()) {
            return findings.verdict(
                    Level.ABNORMAL,
                    "it is not in order (active=false), " + status,
                    "its logs are in " + Logs.of(detail.name()));
        }
        if (detail.status().isPresent() && !detail.status().get().is(WriterStatus.Known.RUNNING)) {
            boolean stopped = detail.status().get().is(WriterStatus.Known.STOPPED);
            return findings.verdict(
                    stopped ? Level.STOPPED : Level.ABNORMAL, "contradictory: active=true, but " + status);
        }
        if (lag.flatMap(Lag::sampleAge).filter(age -> age.compareTo(STALE) > 0).isPresent()) {
            return findings.verdict(
                    Level.UNTRUSTWORTHY,
                    "position not sampled since "
                            + detail.checkpoint().flatMap(Checkpoint::sampledAt).orElseThrow() + ": " + lag.get());
        }
        return lag.map(measured -> findings.byLag(measured, trend, thresholds))
                .orElseGet(() -> findings.verdict(Level.UNKNOWN, "it shows no position"));
    }

    private static Trend.Sample sample(Observed<WriterDetail> look) {
        Optional<Checkpoint> at = look.value().checkpoint();
        return new Trend.Sample(
                look.now(),
                at.flatMap(Checkpoint::time),
                at.map(Checkpoint::msgId).orElse(OptionalLong.empty()));
    }

    @Override
    public String toString() {
        return "writer " + writer + " " + verdict;
    }
}
