package dev.opsdk.examples.openmldb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.Durations;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.Scope;
import dev.opsdk.openmldb.model.Op;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The five operations that change something: plan, show, ask, run, report. */
final class Changes {
    private final Flags flags;
    private final Shell shell;
    private final ObjectNode result;
    private final Running running;

    Changes(Flags flags, Shell shell, ObjectNode result, Running running) {
        this.running = running;
        this.flags = flags;
        this.shell = shell;
        this.result = result;
    }

    int run(OpenMldbOps mldb) {
        int code = planned(mldb);
        autoFailover(mldb);
        return code;
    }

    private void autoFailover(OpenMldbOps mldb) {
        new AutoFailover(flags, shell, result, running).warn(mldb);
    }

    private int planned(OpenMldbOps mldb) {
        checkScope(mldb);
        if (flags.cmd().waitsForOps()) {
            awaitNoOps(mldb);
        }
        long began = System.nanoTime();
        shell.say("asking " + Words.count(mldb.nameServer().tablets().size(), "tablet") + " ...");
        Work work = Work.plan(flags, mldb);
        shell.say("planned in " + Durations.text(Duration.ofNanos(System.nanoTime() - began)));
        Plan plan = work.plan();
        Result.plan(result, plan, flags.dryRun());
        Result.distribution(result, "before", work.before());
        if (plan.blocked()) {
            return blocked(plan);
        }
        Result.distribution(result, "expected", work.expected());
        if (flags.dryRun()) {
            return dryRun(work);
        }
        plan.checks().forEach(check -> shell.say(check.toString()));
        if (plan.steps().isEmpty()) {
            shell.print(flags.cmd() + ": nothing to do");
            return idle(mldb, plan);
        }
        shell.say(flags.cmd() + ": " + work.summary() + "; "
                + Words.count(plan.steps().size(), "step"));
        picture("before", work.before());
        if (!agreed(work)) {
            shell.say("not run: nothing was changed");
            return Exit.NOT_COMPLETE;
        }
        return run(mldb, plan);
    }

    private void checkScope(OpenMldbOps mldb) {
        flags.db()
                .filter(name -> flags.cmd() == Cmd.RECOVERDATA || flags.cmd() == Cmd.SCALEOUT)
                .filter(name ->
                        !Scope.system(name) && !mldb.nameServer().databases().contains(name))
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + ": no database has this name");
                });
    }

    /** The reasons come first, and nothing looks as if it could run. */
    private int blocked(Plan plan) {
        Consumer<String> lines = flags.dryRun() ? shell::print : shell::say;
        lines.accept(shell.paint(Shell.RED, flags.cmd() + " is not possible now:"));
        List<PreCheck> reasons = plan.checks().stream()
                .filter(check -> check.result() != CheckResult.PASS)
                .toList();
        reasons.stream()
                .filter(check -> check.result() == CheckResult.BLOCK)
                .forEach(check -> lines.accept("  " + check));
        reasons.stream()
                .filter(check -> check.result() != CheckResult.BLOCK)
                .forEach(check -> lines.accept("  " + check));
        shell.say("not run: a pre-check forbids it; nothing was changed");
        return Exit.BLOCKED;
    }

    /** A plan without steps reads what is true. */
    private int idle(OpenMldbOps mldb, Plan plan) {
        try {
            Report report = plan.run();
            Result.report(result, report);
            ReportText.ends(report).forEach(shell::print);
            return Exit.OK;
        } catch (ProcedureException e) {
            tell(e.report());
            autoFailover(mldb);
            throw e;
        }
    }

    private int dryRun(Work work) {
        shell.print("Plan: " + work.plan().procedure() + " '" + work.plan().target() + "'");
        work.plan().checks().forEach(check -> shell.print("  " + check));
        shell.print(work.summary());
        picture("before", work.before());
        picture("expected", work.expected());
        work.plan().curl().forEach(shell.out()::println);
        shell.say("dry run: nothing was changed");
        return Exit.OK;
    }

    private void awaitNoOps(OpenMldbOps mldb) {
        List<Op> pending = mldb.nameServer().ops().stream().filter(Op::pending).toList();
        if (pending.isEmpty()) {
            return;
        }
        if (flags.dryRun()) {
            shell.say("running now: " + Words.count(pending.size(), "op") + ", such as " + pending.get(0)
                    + "; would be waited for before planning");
            return;
        }
        shell.say("waiting for " + Words.count(pending.size(), "op") + " to end, such as " + pending.get(0)
                + ", at most " + Durations.text(flags.timeout()));
        mldb.procedures().awaitNoOps(flags.timeout());
    }

    private boolean agreed(Work work) {
        Optional<Prompt> asked = shell.prompt().filter(prompt -> !flags.yes());
        if (asked.isEmpty()) {
            return true;
        }
        picture("expected", work.expected());
        String answer = asked.get()
                .line("Run " + flags.cmd() + " with "
                        + Words.count(work.plan().steps().size(), "step") + "? [y/N] ");
        return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private int run(OpenMldbOps mldb, Plan plan) {
        try {
            Report report;
            try (Progress progress =
                    Progress.of(flags.cmd().toString(), plan.steps().size(), shell)) {
                running.begins();
                report = plan.run(progress);
            } finally {
                running.ended();
            }
            tell(report);
            after(mldb);
            return Exit.OK;
        } catch (ProcedureException e) {
            tell(e.report());
            if (!Thread.currentThread().isInterrupted()) {
                after(mldb);
                autoFailover(mldb);
            }
            throw e;
        }
    }

    private void tell(Report report) {
        Result.report(result, report);
        List<String> lines = flags.verbose() ? report.toString().lines().toList() : ReportText.brief(report);
        String code = report.complete() ? Shell.GREEN : Shell.RED;
        shell.print(shell.paint(code, lines.get(0)));
        lines.stream().skip(1).forEach(shell::print);
    }

    /** A picture is not worth a failure of what succeeded. */
    private void after(OpenMldbOps mldb) {
        if (!flags.cmd().moves()) {
            return;
        }
        try {
            Distribution now = Distribution.of(
                    ClusterSnapshot.builder()
                            .tablets(mldb.nameServer().tablets())
                            .tables(mldb.nameServer().tables())
                            .build(),
                    flags.cmd() == Cmd.SCALEOUT ? flags.scope().orElseGet(Scope::userDatabases) : Scope.everything());
            Result.distribution(result, "after", now);
            picture("after", now);
        } catch (OpsException e) {
            shell.say("the distribution could not be read afterwards: " + e.getMessage());
        }
    }

    private void picture(String title, Distribution distribution) {
        if (flags.cmd().moves()) {
            Pictures.of(title, distribution).forEach(shell::print);
        }
    }
}
