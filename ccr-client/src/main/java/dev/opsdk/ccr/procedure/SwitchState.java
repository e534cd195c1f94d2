package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.util.List;

/** Pause or resume, proved. */
final class SwitchState {
    private final JobContext context;
    private final JobState.Known wanted;

    SwitchState(JobContext context, JobState.Known wanted) {
        this.context = context;
        this.wanted = wanted;
    }

    Plan plan() {
        boolean pause = wanted == JobState.Known.PAUSED;
        PreCheck state = new PreCheck("state now", CheckResult.PASS, look().detail());
        return context.plan(pause ? "pauseAndConfirm" : "resumeAndConfirm")
                .checks(List.of(state))
                .steps(List.of(step()))
                .next(this::next)
                .again(this::plan)
                .build();
    }

    Step step() {
        boolean pause = wanted == JobState.Known.PAUSED;
        return Step.named(pause ? "pause the job" : "resume the job")
                .sends(context.request(pause ? "pause" : "resume"))
                .look(this::look)
                .act(progress -> {
                    if (pause) {
                        context.job().pause();
                    } else {
                        context.job().resume();
                    }
                })
                .build();
    }

    private Look look() {
        JobDetail detail = context.job().detail();
        String evidence = "job_detail.state is "
                + detail.state().map(state -> state + " (" + state.wire() + ")").orElse("missing");
        return detail.state().filter(state -> state.is(wanted)).isPresent() ? Look.done(evidence) : Look.toDo(evidence);
    }

    private List<String> next(List<StepResult> results) {
        return switch (results.get(0).outcome()) {
            case UNKNOWN ->
                List.of(
                        "look at job_detail.state again before repeating it: the order may still be waiting for the job's step");
            case REJECTED, FAILED -> List.of("settle the cause, then report.resume().run()");
            default ->
                wanted == JobState.Known.PAUSED && results.get(0).outcome() == StepOutcome.DONE
                        ? List.of("job_status may go on saying running; job_detail is right")
                        : List.of();
        };
    }
}
