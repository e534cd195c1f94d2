package dev.opsdk.ccr.assess;

import dev.opsdk.ccr.model.JobSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * How a job is, all in all.
 *
 * @param job the job's name
 * @param level the worst of the findings
 * @param looks how many looks it is judged by; fewer than {@link Stall#LOOKS} cannot show a stall
 * @param findings what was found, the worst first
 */
public record JobHealth(String job, Level level, int looks, List<String> findings) {
    /** How bad it is. */
    public enum Level {
        /** Nothing wrong was found. */
        GOOD,
        /** Something to look at. */
        WATCH,
        /** Nobody can say whether it is well. */
        UNKNOWN,
        /** It does not replicate. */
        BAD
    }

    /** Keeps the list. */
    public JobHealth {
        findings = List.copyOf(findings);
    }

    /**
     * Judges looks at one job.
     *
     * @param history the oldest first; one is enough for all but a stall
     * @return the verdict
     */
    public static JobHealth of(List<JobSnapshot> history) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("no look at the job was taken");
        }
        JobSnapshot last = history.get(history.size() - 1);
        List<Finding> findings = new ArrayList<>();
        Stall stall = Stall.of(history);
        switch (stall.verdict()) {
            case STALLED -> findings.add(new Finding(Level.BAD, "stalled: " + stall));
            case PAUSED -> findings.add(new Finding(Level.WATCH, "paused"));
            case COPYING -> findings.add(new Finding(Level.WATCH, stall.why()));
            default -> {
                if (!last.incremental()) {
                    findings.add(new Finding(
                            Level.WATCH,
                            "copying a snapshot: "
                                    + last.progress()
                                            .syncState()
                                            .map(Object::toString)
                                            .orElse("phase unknown")));
                }
                Stall.hint(last).ifPresent(hint -> findings.add(new Finding(Level.WATCH, hint)));
            }
        }
        Retention retention = Retention.of(last);
        switch (retention.verdict()) {
            case LOST -> findings.add(new Finding(Level.BAD, "retention lost: " + retention.why()));
            case NEAR -> findings.add(new Finding(Level.WATCH, "retention is near: " + retention.why()));
            default -> {}
        }
        Lag lag = Lag.of(last);
        if (lag.confidence() == Lag.Confidence.UNKNOWN) {
            findings.add(new Finding(Level.UNKNOWN, "lag " + lag));
        }
        if (last.detail().state().isEmpty()) {
            findings.add(new Finding(Level.UNKNOWN, "job_detail does not say whether it runs"));
        }
        findings.sort((a, b) -> b.level.compareTo(a.level));
        Level worst = findings.isEmpty() ? Level.GOOD : findings.get(0).level;
        return new JobHealth(
                last.job(),
                worst,
                history.size(),
                findings.stream().map(Finding::text).toList());
    }

    private record Finding(Level level, String text) {}

    @Override
    public String toString() {
        String reach = level == Level.GOOD && looks < Stall.LOOKS
                ? " so far (it takes " + Stall.LOOKS + " looks to see a stall)"
                : "";
        return job + " " + level + reach + (findings.isEmpty() ? "" : ": " + String.join("; ", findings));
    }
}
