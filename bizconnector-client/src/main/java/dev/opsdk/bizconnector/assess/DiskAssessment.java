package dev.opsdk.bizconnector.assess;

import java.util.List;
import java.util.Locale;

/** Space on the file systems of data, log and backup; upstream advises 1 GB at least. */
public final class DiskAssessment {
    private static final long GB = 1024L * 1024 * 1024;
    private static final double LOW = 0.15;
    private static final double EMPTY = 0.05;

    private DiskAssessment() {}

    /**
     * Judges file systems.
     *
     * @param spaces those that could be read
     * @param unreadable a sentence for each that could not
     * @return a finding named {@code disk}
     */
    public static CheckFinding of(List<DiskSpace> spaces, List<String> unreadable) {
        CheckFinding.Builder finding = CheckFinding.of("disk");
        for (DiskSpace disk : spaces) {
            double share = disk.totalBytes() <= 0 ? 0 : (double) disk.usableBytes() / disk.totalBytes();
            String left = gigabytes(disk.usableBytes()) + " of " + gigabytes(disk.totalBytes()) + " left";
            finding.seen(disk.path(), left, "file system");
            if (disk.totalBytes() <= 0) {
                finding.unknown(disk.path() + ": the file system does not tell its size");
                continue;
            }
            Verdict verdict = share < EMPTY || disk.usableBytes() < GB / 10
                    ? Verdict.FAIL
                    : share < LOW || disk.usableBytes() < GB ? Verdict.WARN : Verdict.PASS;
            finding.reason(verdict, disk.path() + ": " + left);
            if (verdict != Verdict.PASS) {
                finding.advice("make room on " + disk.path() + ": old logs and backups first");
            }
        }
        unreadable.forEach(finding::unknown);
        return finding.cannotKnow("inodes, and quotas of users and projects").build();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GB);
    }
}
