package dev.opsdk.openmldb.assess;

import java.util.List;

/**
 * How ill partitions get well.
 *
 * @param repairs one an ill partition, tables of system databases first; a repair that fails does not concern those after it
 * @param unrepairable what stays ill
 * @param health all tables of the scope as they are, in the same order
 * @param findings what was looked at
 * @param before replicas, leaders and bytes as they are
 * @param expected as they will be
 */
public record RecoverPlan(
        List<Repair> repairs,
        List<Unrepairable> unrepairable,
        List<TableHealth> health,
        List<Finding> findings,
        Distribution before,
        Distribution expected)
        implements Judged {

    /** Keeps copies. */
    public RecoverPlan {
        repairs = List.copyOf(repairs);
        unrepairable = List.copyOf(unrepairable);
        health = List.copyOf(health);
        findings = List.copyOf(findings);
    }

    /**
     * Whether all will be well after it ran.
     *
     * @return false if something stays ill
     */
    public boolean complete() {
        return unrepairable.isEmpty();
    }

    @Override
    public String toString() {
        return repairs.size() + " repairs, " + unrepairable.size() + " unrepairable" + (blocked() ? ", blocked" : "");
    }
}
