package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.model.WriterName;
import java.util.List;

/** Deletes a writer, once it is seen not to run. The server does not ask; the console would. */
final class CleanWriter {
    private final OmsClient client;
    private final OmsContext context;
    private final Writer writer;
    private final boolean projectStopped;

    CleanWriter(OmsClient client, WriterName name, boolean projectStopped) {
        this.client = client;
        this.context = OmsContext.of(client, name);
        this.writer = client.writer(name);
        this.projectStopped = projectStopped;
    }

    Plan plan() {
        return context.plan("cleanWriter")
                .checks(checks())
                .steps(List.of(clean()))
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        WriterLook now = look();
        return List.of(
                now.running() || !(now.down() || !now.exists())
                        ? Checks.block("writer", "it must be stopped first: " + now.evidence())
                        : Checks.pass("writer", now.evidence()),
                projectStopped
                        ? Checks.pass("project", "not running, as told")
                        : Checks.block(
                                "project",
                                "components of a running project must not be deleted; assert that it is not running"),
                Checks.warn("irreversible", "a deleted writer, and where it stood, cannot be had back"));
    }

    private Step clean() {
        return Step.named("delete the writer")
                .destructive()
                .sends(writer.requests().clean())
                .look(this::lookToClean)
                .act(progress -> writer.clean())
                .prove(() -> new WriterSteps(context, writer.name()).settled("to be gone", now -> !now.exists()))
                .build();
    }

    private Look lookToClean() {
        WriterLook now = look();
        if (!now.exists()) {
            return Look.done(now.evidence());
        }
        return now.down() ? Look.toDo(now.evidence()) : Look.blocked("it runs again: " + now.evidence());
    }

    private WriterLook look() {
        return WriterLook.at(client, writer.name());
    }

    private List<String> next(List<StepResult> results) {
        StepOutcome clean = results.get(0).outcome();
        if (clean.good()) {
            return List.of();
        }
        return clean == StepOutcome.REJECTED
                ? List.of("nothing was deleted; settle the cause, then report.resume()")
                : List.of("only look for now: the order may still be under way; once the writer is sure to stay,"
                        + " report.resume().confirm(\"" + writer.name() + "\").run()");
    }
}
