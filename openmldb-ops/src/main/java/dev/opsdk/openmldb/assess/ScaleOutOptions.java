package dev.opsdk.openmldb.assess;

/**
 * How to balance.
 *
 * @param scope what is balanced, and moved
 * @param measure what is made even
 * @param leaders whether leadership is made even, too, after the moves
 */
public record ScaleOutOptions(Scope scope, Measure measure, boolean leaders) {
    /** What is made even. */
    public enum Measure {
        /** The number of replicas. */
        REPLICAS,
        /** The bytes of the replicas, as last reported. Replicas of which nothing was reported stay, and a difference below 2 % of the mean does. */
        BYTES
    }

    /** All user databases, by number of replicas, with leaders. */
    public static final ScaleOutOptions DEFAULT = new ScaleOutOptions(Scope.userDatabases(), Measure.REPLICAS, true);

    /**
     * For another scope.
     *
     * @param other what is balanced
     * @return options
     */
    public ScaleOutOptions withScope(Scope other) {
        return new ScaleOutOptions(other, measure, leaders);
    }

    /**
     * By another measure.
     *
     * @param other what is made even
     * @return options
     */
    public ScaleOutOptions withMeasure(Measure other) {
        return new ScaleOutOptions(scope, other, leaders);
    }

    /**
     * With or without balancing leaders.
     *
     * @param balance whether to do it
     * @return options
     */
    public ScaleOutOptions withLeaders(boolean balance) {
        return new ScaleOutOptions(scope, measure, balance);
    }
}
