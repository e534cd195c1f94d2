package dev.opsdk.openmldb.assess;

import java.util.List;

/** A plan with what was looked at before it was made. */
public interface Judged {
    /**
     * What was looked at.
     *
     * @return the findings
     */
    List<Finding> findings();

    /**
     * Whether it must not run.
     *
     * @return true if a finding forbids it
     */
    default boolean blocked() {
        return findings().stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
    }
}
