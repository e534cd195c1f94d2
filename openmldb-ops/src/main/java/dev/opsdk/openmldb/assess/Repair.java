package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done to make one partition well.
 *
 * @param partition the partition
 * @param reasons what is wrong with it
 * @param actions the calls, in order, each to be finished before the next; the leader's come first
 */
public record Repair(PartitionId partition, List<String> reasons, List<Action> actions) {
    /** Keeps copies. */
    public Repair {
        reasons = List.copyOf(reasons);
        actions = List.copyOf(actions);
    }

    @Override
    public String toString() {
        return partition + " (" + String.join("; ", reasons) + "): "
                + actions.stream().map(Action::toString).collect(Collectors.joining(", "));
    }
}
