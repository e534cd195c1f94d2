package dev.opsdk.bizconnector.assess;

import dev.opsdk.core.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Processor and memory of a connector against its limits and against upstream's advice of 1 processor and 512 MB. */
public final class ResourceAssessment {
    private static final long MB = 1024L * 1024;
    private static final long ADVISED_MEMORY = 512 * MB;
    private static final double ADVISED_CPUS = 1;
    private static final double HIGH = 0.80;
    private static final double FULL = 0.95;
    private static final double OFTEN = 0.10;

    private ResourceAssessment() {}

    /**
     * Judges one sample, or two.
     *
     * @param earlier an earlier sample, from which rates are made
     * @param now the present one
     * @param source where they are from
     * @return a finding named {@code resources}
     */
    public static CheckFinding of(Optional<ResourceSample> earlier, ResourceSample now, String source) {
        CheckFinding.Builder finding = CheckFinding.of("resources");
        Optional<ResourceSample> before = earlier.filter(each -> each.cpuUsed().isPresent()
                && now.cpuUsed().isPresent()
                && each.readAt().isBefore(now.readAt())
                && each.cpuUsed().get().compareTo(now.cpuUsed().get()) <= 0);
        memory(before, now, source, finding);
        cpu(before, now, source, finding);
        if (now.memoryBytes().isEmpty() && now.cpuUsed().isEmpty()) {
            finding.unknown(
                    "there is neither memory.current nor cpu.stat: it is no control group of version 2, or not one that is "
                            + "visible here");
        }
        return finding.cannotKnow("what else runs in the same control group").build();
    }

    private static void memory(
            Optional<ResourceSample> before, ResourceSample now, String source, CheckFinding.Builder finding) {
        if (now.memoryBytes().isPresent()) {
            long used = Math.max(0, now.memoryBytes().getAsLong() - now.inactiveFileBytes());
            finding.seen("memory", megabytes(used) + " without caches", now.readAt(), source);
            if (now.memoryLimitBytes().isPresent()) {
                long limit = now.memoryLimitBytes().getAsLong();
                finding.seen("memory limit", megabytes(limit), source);
                double share = limit == 0 ? 1 : (double) used / limit;
                finding.reason(
                        share >= FULL ? Verdict.FAIL : share >= HIGH ? Verdict.WARN : Verdict.PASS,
                        Math.round(share * 100) + " % of the memory limit is in use");
                if (share >= HIGH) {
                    finding.advice("raise the limit, or find what needs the memory");
                }
                if (limit < ADVISED_MEMORY) {
                    finding.warn("the memory limit is below the advised " + megabytes(ADVISED_MEMORY));
                }
            } else {
                finding.seen("memory limit", "none", source).pass("memory has no limit");
            }
        }
        long kills = now.oomKills() - before.map(ResourceSample::oomKills).orElse(0L);
        if (kills > 0) {
            finding.fail("the kernel killed " + kills + " processes for want of memory"
                            + (before.isPresent() ? " between the samples" : " since the group began"))
                    .advice("raise the memory limit");
        }
    }

    private static void cpu(
            Optional<ResourceSample> before, ResourceSample now, String source, CheckFinding.Builder finding) {
        finding.seen(
                "processor limit",
                now.cpuLimit().isPresent() ? number(now.cpuLimit().getAsDouble()) + " processors" : "none",
                source);
        if (now.cpuLimit().isPresent() && now.cpuLimit().getAsDouble() < ADVISED_CPUS) {
            finding.warn("the processor limit is below the advised " + number(ADVISED_CPUS));
        }
        if (before.isPresent()) {
            Duration time = Duration.between(before.get().readAt(), now.readAt());
            Duration used = now.cpuUsed()
                    .orElse(Duration.ZERO)
                    .minus(before.get().cpuUsed().orElse(Duration.ZERO));
            double processors = (double) used.toNanos() / time.toNanos();
            finding.seen("processors used", number(processors) + " in " + Durations.text(time), now.readAt(), source);
            double limit = now.cpuLimit().orElse(ADVISED_CPUS);
            finding.reason(
                    processors >= HIGH * limit ? Verdict.WARN : Verdict.PASS,
                    number(processors) + " of " + number(limit) + " processors were used in " + Durations.text(time));
        }
        long periods = now.periods() - before.map(ResourceSample::periods).orElse(0L);
        long throttled = now.throttledPeriods()
                - before.map(ResourceSample::throttledPeriods).orElse(0L);
        if (periods > 0 && throttled >= OFTEN * periods) {
            finding.warn("it had to wait for the processor in " + throttled + " of " + periods + " periods")
                    .advice("raise the processor limit");
        } else if (now.cpuUsed().isPresent()) {
            finding.pass("it hardly ever waits for the processor");
        }
    }

    private static String megabytes(long bytes) {
        return (bytes + MB / 2) / MB + " MiB";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
