package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.assess.Lag;
import dev.opsdk.ccr.assess.Stall;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The switch-over: drain, pause, prove, desync. Remembers the position it drained to, because a paused job does not tell. */
final class Failover {
    private final JobContext context;
    private final Duration limit;
    private OptionalLong target = OptionalLong.empty();
    private boolean desyncAsked;
    private boolean desynced;

    private Failover(JobContext context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    static Plan plan(JobContext context, Duration limit) {
        Objects.requireNonNull(limit, "limit");
        return new Failover(context, limit).plan();
    }

    private Plan plan() {
        return context.plan("failover")
                .checks(checks())
                .steps(List.of(
                        drain(), new SwitchState(context, JobState.Known.PAUSED).step(), nothingSince(), desync()))
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        JobSnapshot look = context.job().snapshot();
        List<PreCheck> checks = new ArrayList<>();
        checks.add(new PreCheck(
                "writers at the source",
                CheckResult.CANNOT_CHECK,
                "stop them before running this; what is written later is lost for the destination"));
        boolean resumed = target.isPresent();
        checks.add(new PreCheck(
                "state",
                look.paused() && !resumed ? CheckResult.BLOCK : CheckResult.PASS,
                look.detail().state().map(Object::toString).orElse("unknown")
                        + (look.paused() && !resumed ? ": it applies nothing; resume it first" : "")));
        checks.add(new PreCheck(
                "phase",
                look.incremental() ? CheckResult.PASS : CheckResult.BLOCK,
                look.progress().syncState().map(Object::toString).orElse("unknown")));
        Lag lag = Lag.of(look);
        boolean hasPosition = look.lag()
                        .map(JobLag::lastCommitSeq)
                        .orElse(OptionalLong.empty())
                        .orElse(0)
                > 0;
        Stall.hint(look).ifPresent(hint -> checks.add(new PreCheck("progress", CheckResult.WARN, hint)));
        checks.add(new PreCheck(
                "position",
                hasPosition || resumed ? CheckResult.PASS : CheckResult.BLOCK,
                hasPosition ? "lag " + lag : "the source does not say its last position; lag " + lag));
        return checks;
    }

    private Step drain() {
        return Step.named("wait until everything that is in the source now is applied")
                .look(() -> {
                    if (target.isEmpty()) {
                        return Look.toDo("the position is not read yet");
                    }
                    Drained drained = drained();
                    return drained.yes() ? Look.done(drained.evidence()) : Look.toDo(drained.evidence());
                })
                .act(progress -> {
                    long last = context.job().lag().lastCommitSeq().orElse(0);
                    if (last <= 0) {
                        throw new WaitFailedException(
                                "job '" + context.name() + "' to be drained",
                                "the source does not say its last position any more",
                                null);
                    }
                    target = OptionalLong.of(last);
                    progress.accept("target is " + last);
                    context.job().awaitPosition(last, limit);
                })
                .build();
    }

    private record Drained(boolean yes, String evidence) {}

    private Drained drained() {
        JobProgress progress = context.job().progress();
        JobDetail detail = context.job().detail();
        JobSnapshot look =
                new JobSnapshot(context.name(), context.time().now(), detail, progress, Optional.empty(), "not asked");
        return new Drained(
                look.reached(target.orElse(Long.MAX_VALUE)),
                "applied up to " + progress.prevCommitSeq().orElse(0) + ", target " + target.orElse(0)
                        + (look.incremental()
                                ? ""
                                : ", in phase "
                                        + progress.syncState()
                                                .map(Object::toString)
                                                .orElse("unknown")));
    }

    private Step nothingSince() {
        return Step.named("check that nothing was written to the source since")
                .look(() -> {
                    Drained drained = drained();
                    if (!drained.yes()) {
                        return Look.blocked("the job is no longer where it was drained to: " + drained.evidence());
                    }
                    long last = context.job().lag().lastCommitSeq().orElse(0);
                    return last > 0 && last == target.orElse(-1)
                            ? Look.done("the source's last position is still " + last)
                            : Look.blocked("the source went on from " + target.orElse(0) + " to " + last
                                    + ": its writers are not stopped, or it cannot be asked");
                })
                .build();
    }

    private Step desync() {
        return Step.named("desync the destination's tables, so that they can be written to")
                .destructive()
                .sends(context.request("desync"))
                .look(() -> desynced
                        ? Look.accepted("the syncer accepted it; it cannot show the tables, and may have missed some")
                        : Look.toDo((desyncAsked ? "asked before, without an answer" : "not asked yet")
                                + "; the syncer cannot show whether tables are synced"))
                .act(progress -> {
                    desyncAsked = true;
                    context.job().desync();
                    desynced = true;
                })
                .build();
    }

    private List<String> next(List<StepResult> results) {
        if (results.stream().allMatch(result -> result.outcome().good())) {
            return List.of(
                    "check at the destination that no table has is_being_synced = true (SHOW CREATE TABLE): a yes to desync proves nothing",
                    "let the writers write to the destination",
                    "keep this job paused, or delete it: resumed, it would apply the source again",
                    "the way back is a new job in the other direction, which begins with a full sync");
        }
        String resume = "report.resume().confirm(\"" + context.name() + "\").run()";
        StepOutcome pause = results.get(1).outcome();
        if (!results.get(0).outcome().good()) {
            return List.of(
                    "nothing was changed, the job goes on; stop the writers at the source if they are not, settle the cause,"
                            + " then " + resume);
        }
        if (!pause.good()) {
            return List.of(
                    pause == StepOutcome.UNKNOWN
                            ? "the order to pause may still be waiting for the job's step: look at job_detail.state, then "
                                    + resume
                            : "the job is not paused; settle the cause, then " + resume);
        }
        if (results.get(2).outcome() == StepOutcome.REJECTED) {
            return List.of(
                    "the job is paused, and nothing replicates: if the source went on, resume the job, stop its writers, and"
                            + " plan anew",
                    "if the source could only not be asked, " + resume);
        }
        return List.of(
                "the job is paused, and tables of the destination may still be marked as being synced: settle the cause, then "
                        + resume + ", which may be asked again",
                "to call it off instead, resume the job; before generation 5 tables that were desynced stay so");
    }
}
