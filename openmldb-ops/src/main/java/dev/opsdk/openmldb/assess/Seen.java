package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import java.util.Optional;

/**
 * A replica as nameserver and tablet see it.
 *
 * @param replica what the nameserver says
 * @param listed whether the nameserver lists its tablet
 * @param up whether the tablet is healthy
 * @param unasked why it is not known what the tablet holds; empty if it is known
 * @param held what the tablet says; empty when it does not hold it or nobody knows
 */
record Seen(Replica replica, boolean listed, boolean up, Optional<String> unasked, Optional<HeldPartition> held) {

    static Seen of(ClusterSnapshot snapshot, TableInfo table, long pid, Replica replica) {
        String endpoint = replica.endpoint();
        Holdings holdings = snapshot.holdings(endpoint);
        Optional<String> unasked = table.tid().isEmpty() ? Optional.of("the table has no number") : holdings.failure();
        return new Seen(
                replica,
                snapshot.tablets().containsKey(endpoint),
                snapshot.healthy(endpoint),
                unasked,
                unasked.isPresent()
                        ? Optional.empty()
                        : holdings.partition(table.tid().getAsLong(), pid));
    }

    String endpoint() {
        return replica.endpoint();
    }

    String whyAway() {
        return listed ? "its tablet is offline" : "its tablet is missing from the nameserver's list";
    }

    boolean known() {
        return unasked.isEmpty();
    }

    boolean holds() {
        return held.isPresent();
    }

    /** Whether both agree on who leads; true as long as the tablet says nothing. */
    boolean roleAgrees() {
        return held.isEmpty() || held.get().leader() == replica.markedLeader();
    }

    boolean serves() {
        return held.filter(HeldPartition::serving).isPresent();
    }

    String state() {
        return held.flatMap(HeldPartition::state)
                .map(state -> String.valueOf(state.wire()))
                .orElse("unknown");
    }

    /** How far it is: by the tablet, which is fresher and has not forgotten a lost disk; else as last reported to the nameserver. */
    long offset() {
        return held.map(HeldPartition::offset).orElseGet(this::reportedOffset);
    }

    long reportedOffset() {
        return replica.offset().orElse(0);
    }

    /** Whether it could lead: a follower that serves on a healthy tablet. */
    boolean couldLead() {
        return up && replica.follows() && serves() && roleAgrees();
    }
}
