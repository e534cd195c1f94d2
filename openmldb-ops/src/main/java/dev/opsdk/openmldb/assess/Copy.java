package dev.opsdk.openmldb.assess;

/** A replica in a planner's working copy. */
final class Copy {
    final Shard shard;
    final long offset;
    final long bytes;
    int tablet;
    boolean marked;
    boolean alive;

    /** Why the server could not work with this replica as it is; empty when it can. */
    String flaw = "";

    /** Set once it queues as a leader, though it was a follower at first. */
    boolean deferred;

    /** Set once a planner has moved it: nothing is moved twice. */
    boolean moved;

    Copy(Shard shard, int tablet, boolean marked, boolean alive, long offset, long bytes) {
        this.shard = shard;
        this.tablet = tablet;
        this.marked = marked;
        this.alive = alive;
        this.offset = offset;
        this.bytes = bytes;
    }

    boolean leads() {
        return marked && alive;
    }

    boolean usableFollower() {
        return alive && !marked && flaw.isEmpty();
    }
}
