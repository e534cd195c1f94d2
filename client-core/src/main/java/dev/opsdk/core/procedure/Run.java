package dev.opsdk.core.procedure;

import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.procedure.Look.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a plan: looks, acts, proves, and stops at the first step that is not good. */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final Plan plan;
    private final ProcedureListener listener;
    private final List<StepResult> results = new ArrayList<>();
    private final Set<String> failedParts = new HashSet<>();
    private @Nullable RuntimeException cause;
    private @Nullable RuntimeException latest;
    private boolean ended;
    private boolean proved = true;
    private boolean changed;

    Run(Plan plan, ProcedureListener listener) {
        this.plan = plan;
        this.listener = new Calm(listener);
    }

    private record Ending(StepOutcome outcome, String detail, boolean proved) {
        Ending(StepOutcome outcome, String detail) {
            this(outcome, detail, true);
        }
    }

    Report toEnd() {
        Instant startedAt = plan.time().now();
        boolean began = false;
        int number = 0;
        for (Step step : plan.steps()) {
            number++;
            boolean interrupted = Thread.currentThread().isInterrupted();
            boolean now = step.always() ? began : mayRun(step, number, interrupted);
            began |= now;
            long start = plan.time().nanos();
            Ending ending = !now
                    ? new Ending(StepOutcome.NOT_RUN, "")
                    : step.always() ? calmly(performing(number, step)) : perform(number, step);
            if (now && !ending.outcome.good()) {
                failed(step, ending);
            }
            StepResult result = new StepResult(
                    number,
                    step.title(),
                    ending.outcome,
                    ending.detail,
                    Duration.ofNanos(plan.time().nanos() - start));
            results.add(result);
            proved &= ending.proved;
            changed |= !step.requests().isEmpty()
                    && (ending.outcome == StepOutcome.DONE || ending.outcome == StepOutcome.FAILED);
            listener.onResult(result);
        }
        Report report = new Report(
                plan.procedure(),
                plan.target(),
                startedAt,
                plan.time().now(),
                results,
                plan.blocked(),
                changed,
                proved,
                now(),
                next(),
                plan.again());
        if (!report.complete()) {
            throw new ProcedureException(report, cause);
        }
        return report;
    }

    private boolean mayRun(Step step, int number, boolean interrupted) {
        if (ended || plan.blocked() || step.part().filter(failedParts::contains).isPresent()) {
            return false;
        }
        if (step.part().isEmpty() && !failedParts.isEmpty()) {
            return false;
        }
        if (interrupted) {
            ended = true;
            cause(new CancelledException("the run was interrupted before step " + number));
            return false;
        }
        return true;
    }

    /** A part may fail alone only by a clear no: what nobody answered for will not be answered for the next part either. */
    private void failed(Step step, Ending ending) {
        boolean alone = step.part().isPresent()
                && ending.outcome != StepOutcome.UNKNOWN
                && !(latest instanceof UnreachableException)
                && !(latest instanceof NoReplyException)
                && !(latest instanceof CancelledException)
                && !(latest instanceof ReadOnlyException);
        if (alone) {
            failedParts.add(step.part().orElseThrow());
        } else {
            ended = true;
        }
    }

    /** The first failure is the cause of the report; the others of its parts are kept with it. */
    private void cause(RuntimeException e) {
        latest = e;
        if (cause == null) {
            cause = e;
        } else if (cause != e) {
            cause.addSuppressed(e);
        }
    }

    private Supplier<Ending> performing(int number, Step step) {
        return () -> perform(number, step);
    }

    private Ending perform(int number, Step step) {
        latest = null;
        listener.onStep(number, step);
        try {
            Look before = step.look();
            if (before.settled()) {
                return new Ending(StepOutcome.ALREADY, before.detail(), before.standing() == Standing.DONE);
            }
            if (before.standing() == Standing.BLOCKED) {
                return new Ending(StepOutcome.REJECTED, before.detail());
            }
        } catch (OpsException e) {
            cause(e);
            return new Ending(StepOutcome.REJECTED, "not begun, its state could not be read: " + e.getMessage());
        } catch (RuntimeException e) {
            cause(e);
            return new Ending(StepOutcome.REJECTED, "not begun, its state could not be read: " + broken(e));
        }
        try {
            step.act(progress -> listener.onProgress(number, progress));
        } catch (OutcomeUnknownException e) {
            return resolve(step, e);
        } catch (RejectedException | ReadOnlyException e) {
            cause(e);
            return new Ending(
                    e.outcome() == Outcome.PARTLY_DONE ? StepOutcome.FAILED : StepOutcome.REJECTED, e.getMessage());
        } catch (OpsException e) {
            cause(e);
            return ended(step, e);
        } catch (RuntimeException e) {
            // whatever broke, the operator needs the report more than the stack trace, and gets both
            cause(e);
            return new Ending(StepOutcome.FAILED, broken(e));
        }
        return proved(step);
    }

    /** A mutation that never left changed nothing; a read that fails behind one leaves its effect unknown. */
    private static Ending ended(Step step, OpsException e) {
        Optional<Effect> effect = e.call().map(CallSite::effect);
        if (effect.equals(Optional.of(Effect.MUTATION)) && e.outcome() == Outcome.NOT_DONE) {
            return new Ending(StepOutcome.REJECTED, e.getMessage());
        }
        return effect.equals(Optional.of(Effect.READ)) && !step.requests().isEmpty()
                ? new Ending(StepOutcome.UNKNOWN, "begun, but its effect could not be read: " + e.getMessage())
                : new Ending(StepOutcome.FAILED, e.getMessage());
    }

    /** The server may say yes and mean nothing; what counts is what can be read. */
    private Ending proved(Step step) {
        try {
            Look after = calmly(step::prove);
            return after.settled()
                    ? new Ending(StepOutcome.DONE, after.detail(), after.standing() == Standing.DONE)
                    : new Ending(
                            StepOutcome.FAILED,
                            step.requests().isEmpty()
                                    ? after.detail()
                                    : "the server accepted it, but the effect does not show: " + after.detail());
        } catch (OpsException e) {
            cause(e);
            return new Ending(
                    StepOutcome.UNKNOWN, "the server accepted it, but the effect could not be read: " + e.getMessage());
        } catch (RuntimeException e) {
            cause(e);
            return new Ending(
                    StepOutcome.UNKNOWN, "the server accepted it, but the effect could not be read: " + broken(e));
        }
    }

    private Ending resolve(Step step, OutcomeUnknownException lost) {
        String since;
        try {
            // a proof may take its time; who was interrupted gets a look
            Look after = Thread.currentThread().isInterrupted() ? calmly(step::look) : step.prove();
            if (after.settled()) {
                return new Ending(StepOutcome.DONE, "the answer was lost, reading shows it: " + after.detail());
            }
            since = "read since: " + after.detail();
        } catch (OpsException e) {
            since = "could not be read since: " + e.getMessage();
        } catch (RuntimeException e) {
            lost.addSuppressed(e);
            since = "could not be read since: " + broken(e);
        }
        cause(lost);
        return new Ending(StepOutcome.UNKNOWN, lost.getMessage() + "; " + since);
    }

    private List<String> now() {
        try {
            return calmly(plan::now);
        } catch (OpsException e) {
            return List.of("could not be read: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("reading what is true now broke; the report goes on without it", e);
            return List.of("could not be read: " + broken(e));
        }
    }

    private List<String> next() {
        if (plan.blocked()) {
            return plan.checks().stream()
                    .filter(check -> check.result() == CheckResult.BLOCK)
                    .map(check -> "settle this first: " + check.name() + " (" + check.detail() + ")")
                    .toList();
        }
        try {
            return plan.next(List.copyOf(results));
        } catch (RuntimeException e) {
            LOG.warn("the advice broke; the report goes on without it", e);
            return List.of();
        }
    }

    private static String broken(RuntimeException e) {
        return e.getClass().getSimpleName() + ", see the cause";
    }

    /** Reads once more although the thread was interrupted: without it the report could not say what is true now. */
    private static <T> T calmly(Supplier<T> read) {
        boolean interrupted = Thread.interrupted();
        try {
            return read.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Keeps a broken listener from breaking a run half-way. */
    private record Calm(ProcedureListener listener) implements ProcedureListener {
        @Override
        public void onStep(int number, Step step) {
            tell(() -> listener.onStep(number, step));
        }

        @Override
        public void onProgress(int number, String progress) {
            tell(() -> listener.onProgress(number, progress));
        }

        @Override
        public void onResult(StepResult result) {
            tell(() -> listener.onResult(result));
        }

        private static void tell(Runnable event) {
            try {
                event.run();
            } catch (RuntimeException e) {
                LOG.warn("a ProcedureListener failed; the run is not affected", e);
            }
        }
    }
}
