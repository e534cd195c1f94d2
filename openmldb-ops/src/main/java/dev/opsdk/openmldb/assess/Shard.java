package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A partition in a planner's working copy. */
final class Shard {
    final PartitionId id;
    final long tid;
    final boolean inScope;
    final List<Copy> copies = new ArrayList<>(3);

    /** Tablets that hold it although the nameserver knows no replica there. */
    final Set<Integer> leftovers = new HashSet<>(0);

    /** Why no replica of this partition can be moved; empty when they can. */
    String trouble = "";

    Shard(PartitionId id, long tid, boolean inScope) {
        this.id = id;
        this.tid = tid;
        this.inScope = inScope;
    }

    @Nullable
    Copy leader() {
        for (Copy copy : copies) {
            if (copy.leads()) {
                return copy;
            }
        }
        return null;
    }

    @Nullable
    Copy on(int tablet) {
        for (Copy copy : copies) {
            if (copy.tablet == tablet) {
                return copy;
            }
        }
        return null;
    }

    /**
     * Whether a tablet could get a replica: none is there, and nothing that an op which failed half-way has left there, over which no
     * snapshot can be sent.
     */
    boolean fits(int tablet) {
        return on(tablet) == null && !leftovers.contains(tablet);
    }

    /** Why a replica cannot be moved; empty when it can. */
    String obstacle(Copy copy) {
        return copy.flaw.isEmpty() ? trouble : copy.flaw;
    }
}
