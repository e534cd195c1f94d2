package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Finding;
import dev.opsdk.openmldb.model.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What surrounds the steps of every operation: the operators' lock and auto_failover, put back at the end however that comes. */
final class Guarded {
    private static final int LISTED = 20;

    private final OpenMldbOps client;
    private final AutoFailoverGuard autoFailover;
    private final Optional<OperatorLockGuard> lock;
    private Optional<Step> lastStuckAt = Optional.empty();
    private boolean foundOff;

    Guarded(OpenMldbOps client) {
        this.client = client;
        this.autoFailover = new AutoFailoverGuard(client);
        this.lock = client.exclusive()
                ? Optional.of(new OperatorLockGuard(client.locks().orElseThrow()))
                : Optional.empty();
    }

    /**
     * What a plan is made of; what surrounds it is added.
     *
     * @param units steps that belong together: one that was begun is finished before anything is planned anew
     */
    record Work(
            List<PreCheck> checks,
            boolean autoFailoverOff,
            List<List<Step>> units,
            Supplier<List<String>> now,
            Function<List<StepResult>, List<String>> next) {
        /** A plan that is blocked runs nothing; in this one only the work is, and what surrounds it runs. */
        Work forbidden() {
            List<PreCheck> softer = checks.stream()
                    .map(check -> check.result() == CheckResult.BLOCK
                            ? new PreCheck(check.name(), CheckResult.WARN, check.detail())
                            : check)
                    .toList();
            String reasons = checks.stream()
                    .filter(check -> check.result() == CheckResult.BLOCK)
                    .map(PreCheck::detail)
                    .collect(Collectors.joining("; "));
            Step why = Step.named("see that nothing forbids the rest")
                    .look(() -> Look.blocked(reasons))
                    .build();
            return new Work(softer, false, List.of(List.of(why)), now, next);
        }
    }

    /** A plan without steps changes nothing, and takes nothing, unless a run before it still owes something. */
    Plan plan(String procedure, String target, Work wanted, Supplier<Plan> anew) {
        boolean blocked = wanted.checks.stream().anyMatch(check -> check.result() == CheckResult.BLOCK);
        Work work = blocked && autoFailover.owed() ? wanted.forbidden() : wanted;
        List<PreCheck> checks = new ArrayList<>(work.checks);
        List<Step> all = new ArrayList<>();
        boolean steps = work.units.stream().anyMatch(unit -> !unit.isEmpty());
        boolean offAlready = !autoFailover.owed() && !client.nameServer().autoFailover();
        boolean switching = work.autoFailoverOff && !offAlready;
        boolean restore = autoFailover.owed() || (switching && steps);
        if (offAlready) {
            checks.add(new PreCheck("auto_failover", CheckResult.WARN, AutoFailoverGuard.STAYS_OFF));
        }
        if (client.readOnly() && changes(work)) {
            checks.add(new PreCheck("client", CheckResult.BLOCK, "this client is read-only"));
        }
        Remainder remainder = new Remainder(work.units);
        if (restore || steps) {
            lock.ifPresent(guard -> checks.add(guard.check()));
            lock.ifPresent(guard -> all.add(guard.take(procedure + " '" + target + "'")));
            if (work.autoFailoverOff && steps) {
                all.add(switching ? autoFailover.off() : autoFailover.stayOff());
            }
            remainder.startsAt(all.size());
            work.units.forEach(all::addAll);
            if (restore) {
                all.add(all.isEmpty() ? autoFailover.restoreAlone() : autoFailover.restore());
            }
            lock.ifPresent(guard -> all.add(guard.free()));
        }
        return Plan.of(procedure, target, client.timeSource())
                .checks(checks)
                .steps(all)
                .now(() -> now(work.now))
                .next(results -> {
                    remainder.of(results, lastStuckAt);
                    return next(work, results);
                })
                .again(() -> again(procedure, target, work, remainder, anew))
                .build();
    }

    private static boolean changes(Work work) {
        return work.units.stream()
                .flatMap(List::stream)
                .anyMatch(step -> !step.requests().isEmpty());
    }

    private Plan again(String procedure, String target, Work work, Remainder remainder, Supplier<Plan> anew) {
        lastStuckAt = remainder.stuckAt();
        List<List<Step>> left = remainder.begun();
        if (left.isEmpty()) {
            return anew.get();
        }
        PreCheck check = new PreCheck(
                "resume",
                CheckResult.PASS,
                "goes on with what was begun; what it had planned further is still to be done");
        return plan(procedure, target, new Work(List.of(check), work.autoFailoverOff, left, work.now, work.next), anew);
    }

    /** A look that finds something to do also looks whether it may still be done. */
    Supplier<Look> look(Supplier<Look> look) {
        return () -> {
            Look seen = look.get();
            return seen.standing() == Look.Standing.TO_DO
                    ? lock.flatMap(OperatorLockGuard::lost).map(Look::blocked).orElse(seen)
                    : seen;
        };
    }

    private List<String> now(Supplier<List<String>> reader) {
        List<String> lines = new ArrayList<>(reader.get());
        List<Op> pending =
                client.nameServer().ops().stream().filter(Op::pending).toList();
        pending.stream().limit(LISTED).forEach(op -> lines.add(op + " still runs"));
        if (pending.size() > LISTED) {
            lines.add("and " + (pending.size() - LISTED) + " more ops");
        }
        boolean on = client.nameServer().autoFailover();
        foundOff = !on;
        if (autoFailover.owed()) {
            lines.add("auto_failover was on before this run and was not put back; it is " + (on ? "on" : "OFF"));
        } else if (!on) {
            lines.add("auto_failover is OFF");
        }
        return lines;
    }

    private List<String> next(Work work, List<StepResult> results) {
        List<String> lines = new ArrayList<>(work.next.apply(results));
        if (autoFailover.owed()) {
            lines.add(0, "auto_failover was not put back: report.resume() does it, or set it to true by hand");
        } else if (foundOff) {
            lines.add(
                    "auto_failover was OFF before this run and still is: unless that is intended, switch it on when all is"
                            + " done: nameServer().autoFailover(true)");
        }
        return lines;
    }

    /** A warning when ops run that this plan did not cause. */
    List<PreCheck> running(String words) {
        List<Op> pending =
                client.nameServer().ops().stream().filter(Op::pending).toList();
        return pending.isEmpty()
                ? List.of()
                : List.of(new PreCheck(
                        "ops",
                        CheckResult.WARN,
                        pending.size() + " ops run, such as " + pending.get(0) + "; " + words));
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
