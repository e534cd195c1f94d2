package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.model.WriterName;
import java.util.List;

/** Stop, start, and watch. */
final class RestartWriter {
    private static final int STOP = 0;
    private static final int START = 1;

    private final OmsContext context;
    private final WriterOptions options;
    private final WriterSteps writer;

    RestartWriter(OmsContext context, WriterName name, WriterOptions options) {
        this.context = context;
        this.options = options;
        this.writer = new WriterSteps(context, name);
    }

    Plan plan() {
        return context.plan("restartWriter")
                .checks(checks())
                .steps(List.of(writer.stop(), writer.start("start the writer"), writer.watch(options.stabilise())))
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        WriterLook now = writer.look();
        return List.of(
                now.exists() ? Checks.pass("writer", now.evidence()) : Checks.block("writer", now.evidence()),
                Checks.window(context.client(), options.stores(), now.position(), "writer's position"),
                Checks.ha(options.haDisabled()));
    }

    private List<String> next(List<StepResult> results) {
        StepOutcome stop = results.get(STOP).outcome();
        StepOutcome start = results.get(START).outcome();
        if (!stop.good()) {
            return Advice.notStopped(stop, "writer");
        }
        if (start == StepOutcome.UNKNOWN) {
            return List.of(
                    "look at the writer again before anything else; report.resume().run() looks, and starts it only if"
                            + " it does not run");
        }
        if (!start.good()) {
            return List.of(
                    "the writer is stopped: settle the cause, then report.resume().run() starts it",
                    Advice.sameByHand(
                            context.client().writer(writer.name()).requests().start()));
        }
        return Advice.afterStart(results, writer.name());
    }
}
