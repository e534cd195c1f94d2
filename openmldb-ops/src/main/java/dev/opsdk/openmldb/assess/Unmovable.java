package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;

/**
 * A replica that stays where it is, because the server would refuse to move it or could not.
 *
 * @param partition the partition
 * @param endpoint the tablet on which the replica stays
 * @param reason why, and what to do first
 */
public record Unmovable(PartitionId partition, String endpoint, String reason) {
    @Override
    public String toString() {
        return partition + " on " + endpoint + " stays: " + reason;
    }
}
