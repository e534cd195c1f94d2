package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What surrounds the steps of every operation: the operators' lock and auto_failover, put back at the end however that comes. */
final class Guarded {
    private static final int LISTED = 20;

    private final OpenMldbOps client;
    private final AutoFailoverGuard autoFailover;
    private final Optional<OperatorLockGuard> lock;

    Guarded(OpenMldbOps client) {
        this.client = client;
        this.autoFailover = new AutoFailoverGuard(client);
        this.lock = client.exclusive() ? Optional.of(new OperatorLockGuard(client)) : Optional.empty();
    }

    /** A plan without steps changes nothing, and takes nothing. */
    Plan.Builder plan(
            String procedure, String target, List<PreCheck> looked, boolean autoFailoverOff, List<Step> steps) {
        List<PreCheck> checks = new ArrayList<>(looked);
        List<Step> all = new ArrayList<>();
        if (!steps.isEmpty()) {
            lock.ifPresent(guard -> checks.add(guard.check()));
            lock.ifPresent(guard -> all.add(guard.take(procedure + " '" + target + "'")));
            if (autoFailoverOff) {
                all.add(autoFailover.off());
            }
            all.addAll(steps);
            if (autoFailoverOff) {
                all.add(autoFailover.restore());
            }
            lock.ifPresent(guard -> all.add(guard.free()));
        }
        return Plan.of(procedure, target, client.timeSource()).checks(checks).steps(all);
    }

    static List<PreCheck> checks(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new PreCheck(
                        finding.subject(),
                        switch (finding.severity()) {
                            case OK -> CheckResult.PASS;
                            case WARN -> CheckResult.WARN;
                            case BLOCK -> CheckResult.BLOCK;
                        },
                        finding.text()))
                .toList();
    }

    /** A thousand lines of the same kind hide what they say. */
    static List<PreCheck> warnings(String name, List<?> lines) {
        List<PreCheck> checks = new ArrayList<>(lines.stream()
                .limit(LISTED)
                .map(line -> new PreCheck(name, CheckResult.WARN, line.toString()))
                .toList());
        if (lines.size() > LISTED) {
            checks.add(new PreCheck(name, CheckResult.WARN, "and " + (lines.size() - LISTED) + " more"));
        }
        return checks;
    }
}
