package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import java.util.Optional;

/** Why the server would refuse to move something, or fail on the way; an empty text when it would not. */
final class Flaws {
    private Flaws() {}

    /** Of a replica alone. */
    static String of(ClusterSnapshot snapshot, TableInfo table, long pid, Replica replica) {
        String endpoint = replica.endpoint();
        if (!snapshot.healthy(endpoint)) {
            return snapshot.tablets().containsKey(endpoint)
                    ? "its tablet is offline"
                    : "its tablet is missing from the nameserver's list";
        }
        if (!replica.alive()) {
            return "it is not alive; recover it first";
        }
        Holdings holdings = snapshot.holdings(endpoint);
        if (!holdings.known() || table.tid().isEmpty()) {
            return "";
        }
        Optional<HeldPartition> held = holdings.partition(table.tid().getAsLong(), pid);
        if (held.isEmpty()) {
            return "its tablet does not hold it; recover it first";
        }
        if (held.get().leader() != replica.markedLeader()) {
            return "nameserver and tablet disagree about its role; recover it first";
        }
        return held.get().serving()
                ? ""
                : "its tablet does not serve it yet ("
                        + held.get().state().map(Object::toString).orElse("no state") + ")";
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
