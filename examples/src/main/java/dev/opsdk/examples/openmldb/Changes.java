package dev.opsdk.examples.openmldb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.Durations;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.Scope;
import dev.opsdk.openmldb.model.Op;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five operations that change something: plan, show, ask, run, report. */
final class Changes {
    private final Flags flags;
    private final Shell shell;
    private final ObjectNode result;

    Changes(Flags flags, Shell shell, ObjectNode result) {
        this.flags = flags;
        this.shell = shell;
        this.result = result;
    }

    int run(OpenMldbOps mldb) {
        if (flags.cmd().waitsForOps()) {
            awaitNoOps(mldb);
        }
        Work work = Work.plan(flags, mldb);
        Plan plan = work.plan();
        Result.plan(result, plan, flags.dryRun());
        Result.distribution(result, "before", work.before());
        Result.distribution(result, "expected", work.expected());
        if (flags.dryRun()) {
            return dryRun(work);
        }
        plan.checks().forEach(check -> shell.say(check.toString()));
        if (plan.blocked()) {
            shell.say(shell.paint(Shell.RED, "not run: a pre-check forbids it; nothing was changed"));
            return Exit.BLOCKED;
        }
        if (plan.steps().isEmpty()) {
            shell.out().println(flags.cmd() + ": nothing to do");
            return Exit.OK;
        }
        shell.say(flags.cmd() + ": " + work.summary() + "; " + plan.steps().size() + " steps");
        picture("before", work.before());
        if (!agreed(work)) {
            shell.say("not run: nothing was changed");
            return Exit.NOT_COMPLETE;
        }
        return run(mldb, plan);
    }

    private int dryRun(Work work) {
        shell.out().println(work.plan());
        shell.out().println(work.summary());
        picture("before", work.before());
        picture("expected", work.expected());
        work.plan().curl().forEach(shell.out()::println);
        shell.say("dry run: nothing was changed");
        return work.plan().blocked() ? Exit.BLOCKED : Exit.OK;
    }

    private void awaitNoOps(OpenMldbOps mldb) {
        List<Op> pending = mldb.nameServer().ops().stream().filter(Op::pending).toList();
        if (pending.isEmpty()) {
            return;
        }
        if (flags.dryRun()) {
            shell.say(pending.size() + " ops run, such as " + pending.get(0)
                    + "; they would be waited for before planning");
            return;
        }
        shell.say("waiting for " + pending.size() + " ops that run, such as " + pending.get(0) + ", at most "
                + Durations.text(flags.timeout()));
        mldb.procedures().awaitNoOps(flags.timeout());
    }

    private boolean agreed(Work work) {
        Optional<Prompt> asked = shell.prompt().filter(prompt -> !flags.yes());
        if (asked.isEmpty()) {
            return true;
        }
        picture("expected", work.expected());
        String answer = asked.get()
                .line("Run " + flags.cmd() + " with " + work.plan().steps().size() + " steps? [y/N] ");
        return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private int run(OpenMldbOps mldb, Plan plan) {
        try {
            Report report;
            try (Progress progress =
                    Progress.of(flags.cmd().toString(), plan.steps().size(), shell)) {
                report = plan.run(progress);
            }
            tell(report);
            after(mldb);
            return Exit.OK;
        } catch (ProcedureException e) {
            tell(e.report());
            if (!Thread.currentThread().isInterrupted()) {
                after(mldb);
            }
            throw e;
        }
    }

    private void tell(Report report) {
        Result.report(result, report);
        List<String> lines = flags.verbose() ? report.toString().lines().toList() : ReportText.brief(report);
        String code = report.complete() ? Shell.GREEN : Shell.RED;
        shell.out().println(shell.paint(code, lines.get(0)));
        lines.stream().skip(1).forEach(shell.out()::println);
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
                    flags.cmd() == Cmd.SCALEOUT ? Scope.userDatabases() : Scope.everything());
            Result.distribution(result, "after", now);
            picture("after", now);
        } catch (OpsException e) {
            shell.say("the distribution could not be read afterwards: " + e.getMessage());
        }
    }

    private void picture(String title, Distribution distribution) {
        if (flags.cmd().moves()) {
            Pictures.of(title, distribution).forEach(shell.out()::println);
        }
    }
}
