package dev.opsdk.openmldb.assess;

/**
 * Something wrong with a replica, or with a partition as a whole.
 *
 * @param kind what
 * @param endpoint where; empty when it concerns the partition as a whole
 * @param detail the evidence
 */
public record Ailment(Kind kind, String endpoint, String detail) {
    /** What can be wrong. */
    public enum Kind {
        /** The partition has no replica that leads: marked and alive. */
        NO_LEADER,
        /** More than one replica leads. */
        SEVERAL_LEADERS,
        /** The nameserver does not count on the replica. */
        NOT_ALIVE,
        /** The replica's tablet is offline, or missing from the nameserver's list. */
        TABLET_AWAY,
        /** The replica's tablet is healthy, but could not be asked. */
        NOT_ASKED,
        /** The replica's tablet does not hold the partition. */
        NOT_HELD,
        /** Nameserver and tablet disagree about who leads. */
        ROLE_DISAGREES,
        /** The tablet holds the partition, but does not serve it: it loads, or its state is undefined. */
        NOT_SERVING,
        /** The leader does not feed this follower. */
        NOT_CONNECTED,
        /** Nobody knows whom the leader feeds: it could not say. */
        FOLLOWERS_UNKNOWN
    }

    @Override
    public String toString() {
        return (endpoint.isEmpty() ? "" : endpoint + " ") + kind + ": " + detail;
    }
}
