package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code /Monitoring/Requests} said at a time. It counts all requests since the process began, also those to {@code /health} and
 * those that were refused with 401.
 *
 * @param since when the process began to count
 * @param total all requests
 * @param byStatus HTTP status to requests
 * @param readAt when it was read
 */
public record RequestCounts(Instant since, long total, SortedMap<Integer, Long> byStatus, Instant readAt) {

    /** Keeps a copy. */
    public RequestCounts {
        byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
    }

    /**
     * From a map as it was read.
     *
     * @param since when the process began to count
     * @param total all requests
     * @param byStatus HTTP status, as text, to requests; what is no status is passed over
     * @param readAt when it was read
     * @return the counts
     */
    public static RequestCounts of(Instant since, long total, Map<String, Long> byStatus, Instant readAt) {
        SortedMap<Integer, Long> parsed = new TreeMap<>();
        byStatus.forEach((status, count) -> {
            if (status.matches("[1-9][0-9]{2}")) {
                parsed.put(Integer.parseInt(status), count);
            }
        });
        return new RequestCounts(since, total, parsed, readAt);
    }

    /**
     * Requests with one status.
     *
     * @param status the HTTP status
     * @return how many; 0 when none
     */
    public long with(int status) {
        return byStatus.getOrDefault(status, 0L);
    }

    long serverErrors() {
        return byStatus.tailMap(500).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
