package dev.opsdk.openmldb.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Decides how a replica gets to another tablet, does so in the working copy, and keeps what it decided. */
final class Relocation {
    private final Layout layout;
    private final List<Move> moves = new ArrayList<>();

    Relocation(Layout layout) {
        this.layout = layout;
    }

    List<Move> moves() {
        return moves;
    }

    /**
     * Moves a replica that has no obstacle to a tablet that has none of its partition.
     *
     * @param mayLead tablets to which leadership may go without a copy
     */
    void move(Copy copy, int to, IntPredicate mayLead) {
        Shard shard = copy.shard;
        String from = layout.name(copy.tablet);
        String there = layout.name(to);
        if (!copy.leads()) {
            moves.add(new Move.MoveReplica(shard.id, from, there, copy.bytes));
        } else {
            Copy successor = layout.successor(shard, mayLead);
            if (successor == null) {
                moves.add(new Move.MoveByCopy(shard.id, from, there, copy.bytes));
            } else {
                moves.add(new Move.MoveLeader(shard.id, from, layout.name(successor.tablet), there, copy.bytes));
                layout.promote(successor);
            }
        }
        layout.relocate(copy, to);
        copy.moved = true;
    }
}
