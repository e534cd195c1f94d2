package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.ClusterSpec;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.core.Durations;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.core.waiting.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delete and create, with the definition in hand: after the delete no syncer knows it any more. */
final class Recreate {
    private static final Duration LIMIT_WHILE_BEING_DELETED = Duration.ofMinutes(10);

    private final JobContext context;
    private final CreateJob definition;
    private final Optional<Instant> createdAt;
    private final Duration settle;
    private final boolean waitsByItself;
    private boolean deleted;
    private boolean settled;

    private Recreate(
            JobContext context,
            CreateJob definition,
            Optional<Instant> createdAt,
            Duration settle,
            boolean waitsByItself) {
        this.context = context;
        this.definition = definition;
        this.createdAt = createdAt;
        this.settle = settle;
        this.waitsByItself = waitsByItself;
    }

    static Plan plan(JobContext context, RecreateOptions options) {
        JobDetail detail = context.job().detail();
        CreateJob definition;
        try {
            CreateJob.Builder builder = CreateJob.from(detail);
            // the tables are there already; a create would refuse them
            builder.allowTableExists(detail.src()
                    .flatMap(src -> src.table())
                    .filter(table -> !table.isEmpty())
                    .isPresent());
            options.change().accept(builder);
            definition = builder.build();
        } catch (IllegalArgumentException e) {
            PreCheck unfit = new PreCheck("definition", CheckResult.BLOCK, String.valueOf(e.getMessage()));
            return context.plan("recreate")
                    .checks(List.of(unfit))
                    .again(() -> plan(context, options))
                    .build();
        }
        boolean sameName = definition.name().equals(context.name());
        boolean waitsByItself = context.generation().atLeast(Generation.G6);
        return new Recreate(
                        context,
                        definition,
                        context.job().progress().createdAt(),
                        sameName && !waitsByItself ? options.settle() : Duration.ZERO,
                        waitsByItself)
                .plan();
    }

    private Plan plan() {
        List<Step> steps = new ArrayList<>(List.of(delete()));
        if (!settle.isZero()) {
            steps.add(settle());
        }
        steps.add(create());
        if (!settle.isZero()) {
            steps.add(stay());
        }
        return context.plan("recreate")
                .checks(checks())
                .steps(steps)
                .now(this::now)
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(new PreCheck("definition", CheckResult.PASS, definition.summary()));
        definition.warnings().forEach(warning -> checks.add(new PreCheck("definition", CheckResult.WARN, warning)));
        checks.add(renamed() ? newName() : sameName());
        checks.add(new PreCheck("cost", CheckResult.WARN, "the new job begins with a full sync"));
        return checks;
    }

    private PreCheck sameName() {
        if (waitsByItself) {
            return new PreCheck("same name", CheckResult.PASS, "this generation waits for the old routine to end");
        }
        String danger = "the old routine may delete the new job, up to minutes later";
        return new PreCheck(
                "same name",
                CheckResult.WARN,
                settle.isZero()
                        ? danger + ", and no time to settle is given"
                        : danger + ": waits " + Durations.text(settle) + " before and watches as long after");
    }

    private PreCheck newName() {
        if (!exists()) {
            return new PreCheck("new name", CheckResult.PASS, "no job '" + definition.name() + "' yet");
        }
        boolean ours = deleted && lookAtNew().standing() == Look.Standing.DONE;
        return new PreCheck(
                "new name",
                ours ? CheckResult.PASS : CheckResult.BLOCK,
                "there is a job '" + definition.name() + "'" + (ours ? " as it is to be" : ""));
    }

    private Step delete() {
        return Step.named("delete the job")
                .destructive()
                .sends(context.request("delete"))
                .look(this::lookAtOld)
                .act(progress -> context.job().delete())
                .build();
    }

    /** Once it was seen to be gone, a job of that name is a new one, which is not to be deleted. */
    private Look lookAtOld() {
        if (deleted) {
            return Look.done("the old job was seen to be gone");
        }
        try {
            Optional<Instant> born = context.job().progress().createdAt();
            return born.isPresent() && createdAt.isPresent() && !born.equals(createdAt)
                    ? Look.done("the job of that name is a newer one, made at " + born.get())
                    : Look.toDo("the job exists");
        } catch (NotFoundException e) {
            deleted = true;
            return Look.done("there is no such job");
        }
    }

    private Step settle() {
        return Step.named("wait " + Durations.text(settle) + ", so that the old routine does not delete the new job")
                .look(() -> settled || exists() ? Look.done("the time is over") : Look.toDo("the job was just deleted"))
                .act(progress -> {
                    Instant end = context.time().now().plus(settle);
                    Waiter.on(context.time(), "the old routine to end", context.time()::now)
                            .every(context.pollEvery())
                            .until(now -> !now.isBefore(end))
                            .onPoll(now ->
                                    progress.accept(Duration.between(now, end).toSeconds() + " s left"))
                            .await(settle.plus(context.pollEvery()));
                    settled = true;
                })
                .build();
    }

    private Step create() {
        return Step.named("create job '" + definition.name() + "'")
                .sends(context.request("create_ccr", definition, ""))
                .look(this::lookAtNew)
                .act(progress -> Waiter.on(context.time(), "the old job to be gone", this::tryCreate)
                        .every(context.pollEvery())
                        .tolerate(0)
                        .onPoll(made -> progress.accept(made ? "created" : "the old job is still being deleted"))
                        .until(made -> made)
                        .await(LIMIT_WHILE_BEING_DELETED))
                .build();
    }

    /** "Is being deleted" is a refusal: nothing was made, so asking again makes nothing twice. */
    private boolean tryCreate() {
        try {
            context.client().jobs().create(definition);
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    private Look lookAtNew() {
        try {
            JobDetail detail = context.client().job(definition.name()).detail();
            return Optional.of(definition.src()).equals(side(detail.src()))
                            && Optional.of(definition.dest()).equals(side(detail.dest()))
                    ? Look.done("it exists: " + detail.summary())
                    : Look.blocked("there is a job of that name with another definition: " + detail.summary());
        } catch (NotFoundException e) {
            return Look.toDo("there is no such job");
        }
    }

    private static Optional<ClusterEndpoint> side(Optional<ClusterSpec> spec) {
        try {
            return spec.map(side -> ClusterEndpoint.from(side).build());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nothing that this client would create
        }
    }

    private Step stay() {
        return Step.named("watch for " + Durations.text(settle) + " that the new job stays")
                .look(() -> Look.toDo("not watched yet"))
                .act(progress -> Waiter.on(context.time(), "the new job to stay", this::exists)
                        .every(context.pollEvery())
                        .failIf(there -> there ? Optional.empty() : Optional.of("the old routine has deleted it"))
                        .until(there -> there)
                        .stableFor(settle)
                        .await(settle.multipliedBy(2).plus(context.pollEvery().multipliedBy(4))))
                .prove(() -> exists() ? Look.done("it is still there") : Look.toDo("it is gone"))
                .build();
    }

    private boolean renamed() {
        return !definition.name().equals(context.name());
    }

    private boolean exists() {
        return context.client().jobs().list().contains(definition.name());
    }

    private List<String> now() {
        List<String> now = new ArrayList<>(context.now());
        if (renamed()) {
            now.addAll(context.now(definition.name()));
        }
        return now;
    }

    private List<String> next(List<StepResult> results) {
        String resume = "report.resume().confirm(\"" + context.name() + "\").run()";
        StepOutcome delete = results.get(0).outcome();
        StepOutcome create = results.stream()
                .filter(result -> result.title().startsWith("create"))
                .map(StepResult::outcome)
                .findFirst()
                .orElse(StepOutcome.NOT_RUN);
        if (results.stream().allMatch(result -> result.outcome().good())) {
            return List.of("follow the full sync with job('" + definition.name() + "').awaitCaughtUp(...)");
        }
        if (delete == StepOutcome.UNKNOWN) {
            return List.of(
                    "look whether list_jobs still names it, until you are sure: the order may still wait at the syncer, and would"
                            + " then delete whatever has that name",
                    "then " + resume);
        }
        if (delete == StepOutcome.FAILED) {
            return List.of("the job may be stopped although it is still stored: look at it; " + resume
                    + " deletes it again, or resume it to call this off");
        }
        if (!delete.good()) {
            return List.of("nothing was changed; settle the cause, then " + resume);
        }
        if (create.good()) {
            return List.of(
                    "look whether list_jobs names '" + definition.name() + "'; " + resume
                            + " makes it again if it is gone",
                    "if it says then that the job exists, the syncer that made it still has it in memory: restart that"
                            + " syncer, or take another name");
        }
        return List.of(
                "the job is deleted and " + (create == StepOutcome.UNKNOWN ? "perhaps not" : "not") + " made again: "
                        + (create == StepOutcome.REJECTED ? "settle the cause, then " : "") + resume
                        + " looks, and goes on from there",
                "the definition with its passwords is only in this report; if this process ends, it must be written anew");
    }
}
