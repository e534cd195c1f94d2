package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.assess.SnapshotRound;
import dev.opsdk.ccr.assess.Stall;
import dev.opsdk.ccr.model.ClusterSpec;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.Durations;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.core.waiting.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks until a stall can be told, then proposes. Never skips by itself. */
final class RecoverStalled {
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration LIMIT_FOR_EFFECT = Duration.ofMinutes(5);

    private final JobContext context;

    RecoverStalled(JobContext context) {
        this.context = context;
    }

    Recovery propose() {
        List<JobSnapshot> looks = new ArrayList<>();
        JobSnapshot last = Waiter.on(
                        context.time(), "enough looks at job '" + context.name() + "'", context.job()::snapshot)
                .every(context.pollEvery())
                .onPoll(looks::add)
                .until(look -> looks.size() >= Stall.LOOKS)
                .await(context.pollEvery().multipliedBy(Stall.LOOKS * 4L).plus(LIMIT_FOR_EFFECT));
        Stall stall = Stall.of(looks);
        if (stall.verdict() != Stall.Verdict.STALLED) {
            String note = stall.verdict() == Stall.Verdict.UNKNOWN
                    ? "whether it is stalled cannot be told: " + stall.why()
                    : "it is not stalled; there is nothing to recover";
            return new Recovery(stall, last, List.of(), List.of(note));
        }
        Generation generation = context.generation();
        if (!generation.atLeast(Generation.G4)) {
            return new Recovery(
                    stall,
                    last,
                    List.of(),
                    List.of("generation " + generation + " cannot skip; job.forceFullSync() starts over"));
        }
        List<Plan> options = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (generation.atLeast(Generation.G5)) {
            tableOf(last)
                    .ifPresentOrElse(
                            skip -> options.add(skip(skip, stall, last)),
                            () -> notes.add(
                                    "copying only the table of the failing binlog would be the mildest: find its name and id in the"
                                            + " syncer's log, then job.skipBinlog(SkipBinlog.partialSync(name, id))"));
            notes.add("this generation forgets the wish in a restart");
        }
        if (stall.over().compareTo(SHORT) < 0) {
            notes.add("it was seen for " + Durations.text(stall.over())
                    + " only, and one large binlog takes longer than that: look again before choosing");
        }
        options.add(skip(SkipBinlog.fullSync(), stall, last));
        if (stall.stuckAt().isPresent()) {
            options.add(skip(SkipBinlog.silence(stall.stuckAt().getAsLong()), stall, last));
            notes.add("silence loses what the binlog held and nothing verifies it: compare the data afterwards");
        } else {
            notes.add("the failing binlog is not known, so silence is not proposed");
        }
        return new Recovery(stall, last, options, notes);
    }

    /** A table job has one table; of a database job nobody but the syncer's log knows which one fails. */
    private static Optional<SkipBinlog> tableOf(JobSnapshot look) {
        ClusterSpec source =
                look.detail().src().orElseGet(() -> ClusterSpec.builder().build());
        return source.table()
                .filter(table -> !table.isEmpty() && source.tableId().orElse(0) > 0)
                .map(table -> SkipBinlog.partialSync(table, source.tableId().getAsLong()));
    }

    private Plan skip(SkipBinlog skip, Stall stall, JobSnapshot seen) {
        boolean loses = skip.way() == SkipBinlog.Way.SILENCE;
        Step.Builder step = Step.named(skip.summary() + ", and wait until it shows")
                .sends(context.requestWith("job_skip_binlog", skip))
                .look(() -> look(skip, stall, seen.progress()))
                .act(progress -> {
                    if (stored(skip)) {
                        progress.accept("the wish is stored already; not asked again");
                    } else {
                        context.job().skipBinlog(skip);
                    }
                    awaitEffect(skip, seen.progress(), progress, LIMIT_FOR_EFFECT);
                })
                .prove(() -> prove(skip, stall, seen.progress()));
        if (loses) {
            step.destructive();
        }
        return context.plan("skip by " + skip.way().wire())
                .checks(List.of(
                        new PreCheck("stall", CheckResult.PASS, stall.toString()),
                        loses
                                ? new PreCheck(
                                        "data",
                                        CheckResult.WARN,
                                        "what binlog " + skip.commitSeq().orElse(0) + " held is lost")
                                : new PreCheck("cost", CheckResult.WARN, "copies data again, which may take hours")))
                .steps(List.of(step.build()))
                .next(results -> next(results, loses))
                .again(() -> skip(skip, stall, seen))
                .build();
    }

    private void awaitEffect(SkipBinlog skip, JobProgress before, Consumer<String> progress, Duration limit) {
        Waiter.on(context.time(), "the skip to show", context.job()::progress)
                .every(context.pollEvery())
                .onPoll(now -> progress.accept(now.summary()))
                .until(now -> shows(skip, before, now))
                .await(limit);
    }

    /** Generation 4 stores the wish and shows it; later ones keep it in memory, and nobody can see it. */
    private boolean stored(SkipBinlog skip) {
        return context.job()
                .detail()
                .extra()
                .filter(extra -> extra.skipBinlog().orElse(false)
                        && extra.skipBy().orElse("").equals(skip.way().wire())
                        && extra.skipCommitSeq().orElse(0) == skip.commitSeq().orElse(0))
                .isPresent();
    }

    /** The job acts on a wish in its next step, so that a lost answer is settled a few looks later. */
    private Look prove(SkipBinlog skip, Stall stall, JobProgress before) {
        try {
            awaitEffect(skip, before, now -> {}, context.pollEvery().multipliedBy(4));
        } catch (WaitTimeoutException e) {
            return stored(skip) ? Look.toDo("the wish is stored, and does not show yet") : look(skip, stall, before);
        }
        return look(skip, stall, before);
    }

    private Look look(SkipBinlog skip, Stall stall, JobProgress seen) {
        JobProgress now = context.job().progress();
        if (shows(skip, seen, now)) {
            return Look.done("it has moved: " + now.summary());
        }
        if (!now.lastCommitSeq().equals(seen.lastCommitSeq())
                || !now.prevCommitSeq().equals(seen.prevCommitSeq())) {
            return Look.blocked("the job is no longer where it was stuck (" + stall + "); propose again");
        }
        return Look.toDo("still stuck: " + now.summary());
    }

    private static boolean shows(SkipBinlog skip, JobProgress before, JobProgress now) {
        boolean copies = SnapshotRound.between(before, now).isPresent();
        return skip.way() == SkipBinlog.Way.SILENCE
                ? copies || now.prevCommitSeq().orElse(0) >= skip.commitSeq().orElse(Long.MAX_VALUE)
                : copies;
    }

    private static List<String> next(List<StepResult> results, boolean loses) {
        StepOutcome outcome = results.get(0).outcome();
        if (outcome == StepOutcome.REJECTED) {
            return List.of(
                    "nothing was asked; settle the cause, then let job.procedures().recoverStalled() look again");
        }
        if (!outcome.good()) {
            return List.of("the wish may still be taken up: look at job.progress(), and in generation 4 at"
                    + " job.detail().extra(), before asking for something else; the last wish counts");
        }
        if (outcome == StepOutcome.ALREADY) {
            return List.of("it moved before this run asked for anything; see by whom, if that was not an earlier run");
        }
        return loses
                ? List.of("compare the data of both sides: one binlog was not applied")
                : List.of("follow the copy with job.awaitCaughtUp(...)");
    }
}
