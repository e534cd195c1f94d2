package dev.opsdk.openmldb.assess;

import java.util.Optional;

/** Why the server would refuse to move something, or fail on the way; an empty text when it would not. */
final class Flaws {
    private Flaws() {}

    /** Of a replica alone. What a tablet holds counts only where it was asked. */
    static String of(Seen seen, Optional<FollowersAnswer> answer) {
        if (!seen.up()) {
            return seen.whyAway();
        }
        if (!seen.replica().alive()) {
            return "it is not alive; recover it first";
        }
        if (seen.replica().follows()
                && answer.flatMap(FollowersAnswer::followers).isPresent()
                && answer.get().follower(seen.endpoint()).isEmpty()) {
            return "its leader does not feed it; recover it first";
        }
        if (!seen.known()) {
            return "";
        }
        if (!seen.holds()) {
            return "its tablet does not hold it; recover it first";
        }
        if (!seen.roleAgrees()) {
            return "nameserver and tablet disagree about its role; recover it first";
        }
        return seen.serves() ? "" : "its tablet does not serve it yet (" + seen.state() + ")";
    }

    /** Of a whole partition. */
    static String of(ClusterSnapshot snapshot, Shard shard) {
        long leading = shard.copies.stream().filter(Copy::leads).count();
        if (leading > 1) {
            return "the partition has " + leading + " leaders; recover it first";
        }
        Copy leader = shard.leader();
        if (leader == null) {
            return "the partition has no alive leader; recover it first";
        }
        if (!leader.flaw.isEmpty()) {
            return "the partition's leader cannot be worked with: " + leader.flaw;
        }
        return snapshot.pending(shard.id)
                .map(op -> "op " + op.id() + " (" + op.type() + ") is still pending")
                .orElse("");
    }
}
