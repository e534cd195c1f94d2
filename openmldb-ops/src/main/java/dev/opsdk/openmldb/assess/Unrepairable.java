package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;

/**
 * Something ill that no call can make well now.
 *
 * @param partition the partition
 * @param endpoint where its ill replica is; empty when it concerns the partition as a whole
 * @param reason why
 * @param advice what to do about it
 */
public record Unrepairable(PartitionId partition, String endpoint, String reason, String advice) {
    @Override
    public String toString() {
        return partition + (endpoint.isEmpty() ? "" : " on " + endpoint) + " stays ill: " + reason + "; " + advice;
    }
}
