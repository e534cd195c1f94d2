package dev.opsdk.ccr.procedure;

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
    private boolean settled;

    private Recreate(JobContext context, CreateJob definition, Optional<Instant> createdAt, Duration settle) {
        this.context = context;
        this.definition = definition;
        this.createdAt = createdAt;
        this.settle = settle;
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
        boolean waits = definition.name().equals(context.name())
                && !context.generation().atLeast(Generation.G6);
        return new Recreate(
                        context,
                        definition,
                        context.job().progress().createdAt(),
                        waits ? options.settle() : Duration.ZERO)
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
                .next(this::next)
                .again(this::plan)
                .build();
    }

    private List<PreCheck> checks() {
        List<PreCheck> checks = new ArrayList<>();
        checks.add(new PreCheck("definition", CheckResult.PASS, definition.summary()));
        definition.warnings().forEach(warning -> checks.add(new PreCheck("definition", CheckResult.WARN, warning)));
        if (!renamed()) {
            checks.add(
                    settle.isZero()
                            ? new PreCheck(
                                    "same name", CheckResult.PASS, "this generation waits for the old routine to end")
                            : new PreCheck(
                                    "same name",
                                    CheckResult.WARN,
                                    "the old routine may delete the new job: waits " + settle
                                            + " before and watches as long after"));
        } else {
            checks.add(
                    exists()
                            ? new PreCheck("new name", CheckResult.BLOCK, "there is a job '" + definition.name() + "'")
                            : new PreCheck("new name", CheckResult.PASS, "no job '" + definition.name() + "' yet"));
        }
        checks.add(new PreCheck("cost", CheckResult.WARN, "the new job begins with a full sync"));
        return checks;
    }

    private Step delete() {
        return Step.named("delete the job")
                .destructive()
                .sends(context.request("delete"))
                .look(() -> {
                    try {
                        Optional<Instant> born = context.job().progress().createdAt();
                        return born.isPresent() && createdAt.isPresent() && !born.equals(createdAt)
                                ? Look.done("the job of that name is a newer one, made at " + born.get())
                                : Look.toDo("the job exists");
                    } catch (NotFoundException e) {
                        return Look.done("there is no such job");
                    }
                })
                .act(progress -> context.job().delete())
                .build();
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
            boolean same = detail.src()
                            .flatMap(src -> src.database())
                            .equals(Optional.of(definition.src().database()))
                    && detail.dest()
                            .flatMap(dest -> dest.database())
                            .equals(Optional.of(definition.dest().database()));
            return same
                    ? Look.done("it exists: " + detail.summary())
                    : Look.blocked("another job has that name: " + detail.summary());
        } catch (NotFoundException e) {
            return Look.toDo("there is no such job");
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

    private List<String> next(List<StepResult> results) {
        boolean deleted = results.get(0).outcome().good();
        boolean created = results.stream()
                .filter(result -> result.title().startsWith("create"))
                .anyMatch(result -> result.outcome().good());
        if (created && results.stream().allMatch(result -> result.outcome().good())) {
            return List.of("follow the full sync with job('" + definition.name() + "').awaitCaughtUp(...)");
        }
        if (deleted && !created) {
            return List.of(
                    "the job is deleted and not made again: report.resume().confirm(\"" + context.name()
                            + "\").run() goes on from here",
                    "the definition with its passwords is only in this report; if this process ends, it must be written anew");
        }
        return results.get(0).outcome() == StepOutcome.UNKNOWN
                ? List.of("look whether list_jobs still names it before going on")
                : List.of("settle the cause, then report.resume().confirm(\"" + context.name() + "\").run()");
    }
}
