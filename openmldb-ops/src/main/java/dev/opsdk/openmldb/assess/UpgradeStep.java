package dev.opsdk.openmldb.assess;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of one leader before an upgrade. The line is to be written down before the actions begin, so that a replica that was added
 * is not forgotten.
 *
 * @param line what post-upgrade needs to undo it
 * @param successor who leads in the meantime
 * @param lag by how much the successor is behind the leader, in offsets; empty for a copy that is yet to be made
 * @param actions the calls, in order, each to be finished before the next
 */
public record UpgradeStep(StatLine line, String successor, Optional<Long> lag, List<Action> actions) {
    /** Keeps a copy. */
    public UpgradeStep {
        actions = List.copyOf(actions);
    }

    @Override
    public String toString() {
        return successor + " leads " + line.partition() + " instead of " + line.endpoint()
                + line.added().map(added -> ", by a copy").orElse("");
    }
}
