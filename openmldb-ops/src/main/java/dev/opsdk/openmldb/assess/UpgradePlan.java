package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.List;

/**
 * What is done before a tablet is upgraded.
 *
 * @param steps one a leader that moves away, system databases first
 * @param unavailable single replicas that stay on request, and cannot be reached while the tablet is down
 * @param findings what was looked at
 * @param before replicas, leaders and bytes as they are
 * @param expected as they will be
 */
public record UpgradePlan(
        List<UpgradeStep> steps,
        List<PartitionId> unavailable,
        List<Finding> findings,
        Distribution before,
        Distribution expected)
        implements Judged {

    /** Keeps copies. */
    public UpgradePlan {
        steps = List.copyOf(steps);
        unavailable = List.copyOf(unavailable);
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return steps.size() + " leaders move away, " + unavailable.size() + " partitions will be unavailable"
                + (blocked() ? ", blocked" : "");
    }
}
