package dev.opsdk.openmldb.assess;

import java.util.List;

/**
 * What a planner came to. Moves are in order, and each one supposes that those before it are done.
 *
 * @param moves what to do
 * @param findings what was looked at
 * @param unmovable what stays, though it should go
 * @param before replicas, leaders and bytes as they are
 * @param expected as they will be
 */
public record MovePlan(
        List<Move> moves, List<Finding> findings, List<Unmovable> unmovable, Distribution before, Distribution expected)
        implements Judged {

    /** Keeps copies. */
    public MovePlan {
        moves = List.copyOf(moves);
        findings = List.copyOf(findings);
        unmovable = List.copyOf(unmovable);
    }

    /**
     * How much is copied between tablets.
     *
     * @return bytes as last reported
     */
    public long bytes() {
        return moves.stream().mapToLong(Move::bytes).sum();
    }

    @Override
    public String toString() {
        return moves.size() + " moves, " + bytes() + " bytes, " + unmovable.size() + " unmovable"
                + (blocked() ? ", blocked" : "") + "; replicas spread " + before.spread() + " -> " + expected.spread()
                + ", leaders spread " + before.leaderSpread() + " -> " + expected.leaderSpread();
    }
}
