package dev.opsdk.openmldb.assess;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How replicas, leaders and bytes of a scope lie over the tablets.
 *
 * @param loads one a tablet, empty tablets included, ordered by name
 */
public record Distribution(List<TabletLoad> loads) {
    /** Keeps a copy. */
    public Distribution {
        loads = List.copyOf(loads);
    }

    /**
     * Counts what lies where.
     *
     * @param snapshot what was read
     * @param scope what counts
     * @return the distribution
     */
    public static Distribution of(ClusterSnapshot snapshot, Scope scope) {
        return new Layout(snapshot, scope).distribution();
    }

    /**
     * What is on a tablet.
     *
     * @param endpoint the tablet
     * @return its load, or empty for an unknown tablet
     */
    public Optional<TabletLoad> on(String endpoint) {
        return loads.stream().filter(load -> load.endpoint().equals(endpoint)).findFirst();
    }

    /**
     * How uneven replicas are.
     *
     * @return most minus fewest over the healthy tablets; 0 without any
     */
    public long spread() {
        return spread(TabletLoad::replicas);
    }

    /**
     * How uneven leaders are.
     *
     * @return most minus fewest over the healthy tablets; 0 without any
     */
    public long leaderSpread() {
        return spread(TabletLoad::leaders);
    }

    /**
     * How uneven bytes are.
     *
     * @return most minus fewest over the healthy tablets; 0 without any
     */
    public long byteSpread() {
        return spread(TabletLoad::bytes);
    }

    private long spread(ToLongFunction<TabletLoad> measure) {
        var statistics =
                loads.stream().filter(TabletLoad::healthy).mapToLong(measure).summaryStatistics();
        return statistics.getCount() == 0 ? 0 : statistics.getMax() - statistics.getMin();
    }

    /** One line a tablet. */
    @Override
    public String toString() {
        return loads.stream().map(TabletLoad::toString).collect(Collectors.joining("\n"));
    }
}
