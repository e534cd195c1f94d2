package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.ApiKeyAssessment;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.DiskAssessment;
import dev.opsdk.bizconnector.assess.DiskSpace;
import dev.opsdk.bizconnector.assess.LogAssessment;
import dev.opsdk.bizconnector.assess.LogScan;
import dev.opsdk.bizconnector.assess.ResourceAssessment;
import dev.opsdk.bizconnector.assess.ResourceSample;
import dev.opsdk.core.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks of what stands on this machine. */
final class HostChecks {
    private static final Duration ROTATE_BEFORE = Duration.ofDays(30);

    private final TimeSource time;
    private final CheckOptions options;

    HostChecks(TimeSource time, CheckOptions options) {
        this.time = time;
        this.options = options;
    }

    CheckFinding log() throws IOException, InterruptedException {
        if (options.logs().isEmpty()) {
            return CheckFinding.of("log").unknown("no log was told").build();
        }
        Optional<Instant> notBefore =
                options.logPeriod().map(period -> time.now().minus(period));
        LogScan scan = new LogScan(options.logZone(), notBefore);
        long damaged = 0;
        for (Path path : options.logs()) {
            damaged += LogFiles.of(path).lines(scan::line, notBefore);
        }
        String source = options.logs().stream().map(Path::toString).collect(Collectors.joining(", "));
        return LogAssessment.of(scan.end(), source, damaged);
    }

    CheckFinding resources() throws IOException, InterruptedException {
        if (options.cgroup().isEmpty()) {
            return CheckFinding.of("resources")
                    .unknown("no control group was told")
                    .build();
        }
        CgroupFiles files = new CgroupFiles(options.cgroup().get());
        ResourceSample first = files.sample(time.now());
        if (options.sample().isZero()) {
            return ResourceAssessment.of(Optional.empty(), first, files.toString());
        }
        time.sleep(options.sample());
        return ResourceAssessment.of(Optional.of(first), files.sample(time.now()), files.toString());
    }

    CheckFinding disk() {
        List<DiskSpace> seen = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path path : options.disks()) {
            try {
                seen.add(options.diskSource().space(path));
            } catch (IOException e) {
                unreadable.add(path + ": " + e.getClass().getSimpleName());
            }
        }
        return DiskAssessment.of(seen, unreadable);
    }

    CheckFinding apiKeys() {
        return ApiKeyAssessment.of(options.apiKeys(), ROTATE_BEFORE, time.now());
    }
}
