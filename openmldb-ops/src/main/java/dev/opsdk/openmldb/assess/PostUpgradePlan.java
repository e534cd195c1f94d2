package dev.opsdk.openmldb.assess;

import java.util.List;

/**
 * What is done after a tablet was upgraded.
 *
 * @param steps one a line of the tablet in the stat file, in the file's order
 * @param findings what was looked at; a line that cannot be done yet does not block the others
 * @param before replicas, leaders and bytes as they are
 * @param expected as they will be
 */
public record PostUpgradePlan(
        List<PostUpgradeStep> steps, List<Finding> findings, Distribution before, Distribution expected)
        implements Judged {

    /** Keeps copies. */
    public PostUpgradePlan {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /**
     * Whether all lines will be done after it ran.
     *
     * @return false if a line cannot be done yet
     */
    public boolean complete() {
        return steps.stream().noneMatch(step -> step.state() == PostUpgradeStep.State.NOT_YET);
    }
}
