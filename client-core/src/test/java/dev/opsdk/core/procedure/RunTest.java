package dev.opsdk.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PartialFailureException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.testkit.FakeTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final CallSite SITE =
            new CallSite("tiny", "change", "x", Effect.MUTATION, "POST", "http://h:1/change");

    private final FakeTime time = FakeTime.start();
    /** The server: what was done to it. */
    private final Set<String> state = new HashSet<>();

    private final List<String> sent = new ArrayList<>();

    private Step.Builder looking(String name) {
        return Step.named("do " + name)
                .sends(RequestLine.json("POST", "http://h:1/" + name, "{}", ""))
                .look(() -> state.contains(name) ? Look.done(name + " is there") : Look.toDo(name + " is missing"));
    }

    private Step doing(String name) {
        return looking(name)
                .act(progress -> {
                    progress.accept("doing " + name);
                    sent.add(name);
                    state.add(name);
                    time.advance(Duration.ofSeconds(2));
                })
                .build();
    }

    private Step failing(String name, Supplier<RuntimeException> failure) {
        return looking(name)
                .act(progress -> {
                    sent.add(name);
                    throw failure.get();
                })
                .build();
    }

    private Plan plan(Step... steps) {
        return builder(steps).build();
    }

    private Plan.Builder builder(Step... steps) {
        return Plan.of("move", "orders", time)
                .checks(List.of(new PreCheck("version", CheckResult.PASS, "2.1")))
                .steps(List.of(steps))
                .now(() -> List.of("there is " + new java.util.TreeSet<>(state)))
                .next(results ->
                        List.of("look after " + results.get(results.size() - 1).outcome()))
                .again(() -> plan(steps));
    }

    private static Report failed(Plan plan) {
        return failure(plan).report();
    }

    private static ProcedureException failure(Plan plan) {
        return catchThrowableOfType(ProcedureException.class, plan::run);
    }

    private static List<StepOutcome> outcomes(Report report) {
        return report.steps().stream().map(StepResult::outcome).toList();
    }

    private static OutcomeUnknownException lost() {
        return new OutcomeUnknownException(SITE, "the connection was lost", "look", null);
    }

    @Test
    void stepsAreDoneInOrderAndThoseThatAreDoneAreLeftAlone() {
        state.add("b");
        List<String> heard = new ArrayList<>();
        Report report = plan(doing("a"), doing("b"), doing("c")).run(new ProcedureListener() {
            @Override
            public void onStep(int number, Step step) {
                heard.add(number + " " + step.title());
            }

            @Override
            public void onProgress(int number, String progress) {
                heard.add(number + " " + progress);
            }

            @Override
            public void onResult(StepResult result) {
                heard.add(result.number() + " " + result.outcome());
            }
        });
        assertThat(outcomes(report)).containsExactly(StepOutcome.DONE, StepOutcome.ALREADY, StepOutcome.DONE);
        assertThat(report.complete()).isTrue();
        assertThat(sent).containsExactly("a", "c");
        assertThat(heard)
                .containsExactly(
                        "1 do a", "1 doing a", "1 DONE", "2 do b", "2 ALREADY", "3 do c", "3 doing c", "3 DONE");
        assertThat(report.steps().get(0).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isEqualTo(Duration.ofSeconds(4));
        assertThat(report.procedure()).isEqualTo("move");
        assertThat(report.target()).isEqualTo("orders");
    }

    @Test
    void aReportIsToBeRead() {
        assertThat(plan(doing("a")).run()).hasToString("""
                move 'orders' is complete (2026-03-01T12:00:00Z, took 2 s)
                  1. DONE do a: a is there
                  now:  there is [a]
                  next: look after DONE""");
    }

    @Test
    void aRunWithNothingToDoDidNothing() {
        state.add("a");
        assertThat(plan(doing("a")).run().outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aRefusedStepEndsTheRun() {
        ProcedureException thrown = failure(plan(
                doing("a"),
                failing("b", () -> new PreconditionException(new Refusal(SITE, 200, "not now", ""))),
                doing("c")));
        assertThat(outcomes(thrown.report()))
                .containsExactly(StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        assertThat(thrown).hasCauseInstanceOf(PreconditionException.class);
        assertThat(thrown.outcome()).isEqualTo(Outcome.PARTLY_DONE);
        assertThat(thrown.getMessage())
                .contains("is NOT complete")
                .contains("2. REJECTED do b: tiny change 'x': POST http://h:1/change -> rejected: not now")
                .contains("3. NOT_RUN do c")
                .contains("now:  there is [a]")
                .contains("next: look after NOT_RUN");
        assertThat(sent).doesNotContain("c");
    }

    @Test
    void aStateThatForbidsAStepSendsNothing() {
        Step step = Step.named("stop")
                .look(() -> Look.blocked("it is being copied"))
                .act(progress -> sent.add("stop"))
                .build();
        Report report = failed(plan(step));
        assertThat(report.steps().get(0)).hasToString("1. REJECTED stop: it is being copied");
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(sent).isEmpty();
    }

    @Test
    void aPartlyFailedStepAndAWaitThatRanOutAreFailed() {
        assertThat(outcomes(failed(
                        plan(failing("a", () -> new PartialFailureException(new Refusal(SITE, 200, "half", "")))))))
                .containsExactly(StepOutcome.FAILED);
        Report waited =
                failed(plan(failing("a", () -> new WaitTimeoutException("it", Duration.ofSeconds(1), "half", null))));
        assertThat(outcomes(waited)).containsExactly(StepOutcome.FAILED);
        assertThat(waited.outcome()).isEqualTo(Outcome.PARTLY_DONE);
    }

    @Test
    void aReadThatFailsBehindAMutationLeavesItsEffectUnknown() {
        CallSite reading = new CallSite("tiny", "state", "x", Effect.READ, "GET", "http://h:1/state");
        Supplier<RuntimeException> silent = () -> new NoReplyException(reading, "silent", null);
        ProcedureException sending = failure(plan(failing("a", silent), doing("b")));
        assertThat(outcomes(sending.report())).containsExactly(StepOutcome.UNKNOWN, StepOutcome.NOT_RUN);
        assertThat(sending.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(sending.report().steps().get(0).detail()).startsWith("begun, but its effect could not be read: ");

        Step waiting = Step.named("wait")
                .look(() -> Look.toDo(""))
                .act(progress -> {
                    throw silent.get();
                })
                .build();
        ProcedureException onlyReading = failure(plan(waiting));
        assertThat(outcomes(onlyReading.report())).containsExactly(StepOutcome.FAILED);
        assertThat(onlyReading.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aMutationThatNeverLeftIsRejected() {
        ProcedureException thrown =
                failure(plan(failing("a", () -> new UnreachableException(SITE, "refused", null)), doing("b")));
        assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aStepThatSendsNothingAndDoesNotComeTrueIsNotBlamedOnTheServer() {
        Step step = Step.named("wait")
                .look(() -> Look.toDo("still missing"))
                .act(progress -> {})
                .build();
        assertThat(failed(plan(step)).steps().get(0)).hasToString("1. FAILED wait: still missing");
    }

    @Test
    void aFileThatCannotBeReadSaysWhich() {
        Step step = failing("a", () -> new UncheckedIOException("cannot read /keys", new IOException()));
        assertThat(failed(plan(step)).steps().get(0).detail()).isEqualTo("cannot read /keys");
    }

    @Test
    void aLostAnswerIsSettledByReading() {
        Step step = failing("a", () -> {
            state.add("a");
            return lost();
        });
        Report report = plan(step, doing("b")).run();
        assertThat(outcomes(report)).containsExactly(StepOutcome.DONE, StepOutcome.DONE);
        assertThat(report.steps().get(0).detail()).isEqualTo("the answer was lost, reading shows it: a is there");
    }

    @Test
    void aLostAnswerThatReadingDoesNotSettleEndsTheRun() {
        ProcedureException thrown = failure(plan(failing("a", RunTest::lost), doing("b")));
        assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.UNKNOWN, StepOutcome.NOT_RUN);
        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(thrown.getMessage()).contains("read since: a is missing");
        assertThat(sent).containsExactly("a");
    }

    @Test
    void aLostAnswerWhoseStateCannotBeReadStaysUnknown() {
        for (RuntimeException unreadable :
                List.of(new NoReplyException(SITE, "silent", null), new IllegalStateException("broke"))) {
            Step step = Step.named("a")
                    .look(() -> Look.toDo(""))
                    .act(progress -> {
                        throw lost();
                    })
                    .prove(() -> {
                        throw unreadable;
                    })
                    .build();
            ProcedureException thrown = failure(plan(step));
            assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.UNKNOWN);
            assertThat(thrown.report().toString()).contains("could not be read since");
            assertThat(thrown).hasCauseInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void aSuccessThatDoesNotShowIsAFailure() {
        Step step = looking("a").act(progress -> sent.add("a")).build();
        Report report = failed(plan(step, doing("b")));
        assertThat(outcomes(report)).containsExactly(StepOutcome.FAILED, StepOutcome.NOT_RUN);
        assertThat(report.steps().get(0).detail())
                .isEqualTo("the server accepted it, but the effect does not show: a is missing");
    }

    @Test
    void whatTheServerAcceptsAndNobodyCanSeeIsCompleteAndNotProved() {
        Step blind = looking("a")
                .act(progress -> sent.add("a"))
                .prove(() -> Look.accepted("no call shows it"))
                .build();
        Report report = plan(blind, doing("b")).run();
        assertThat(report.complete()).isTrue();
        assertThat(report.proved()).isFalse();
        assertThat(report.toString()).contains("NOT PROVED").contains("no call shows it");
    }

    @Test
    void aRunThatFoundEverythingDoneSaysSo() {
        state.add("a");
        Report report = plan(doing("a")).run();
        assertThat(report.proved()).isTrue();
        assertThat(report.toString()).contains("it was so already, nothing was done");
    }

    @Test
    void aSuccessWhoseEffectCannotBeReadIsUnknown() {
        for (RuntimeException unreadable :
                List.of(new NoReplyException(SITE, "silent", null), new IllegalStateException("broke"))) {
            Step step = looking("a")
                    .prove(() -> {
                        throw unreadable;
                    })
                    .build();
            ProcedureException thrown = failure(plan(step));
            assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.UNKNOWN);
            assertThat(thrown).hasCause(unreadable);
        }
    }

    @Test
    void aStateThatCannotBeReadIsNotActedOn() {
        for (RuntimeException unreadable :
                List.of(new NoReplyException(SITE, "silent", null), new IllegalStateException("broke"))) {
            sent.clear();
            state.clear();
            Step step = Step.named("b")
                    .look(() -> {
                        throw unreadable;
                    })
                    .act(progress -> sent.add("b"))
                    .build();
            ProcedureException thrown = failure(plan(doing("a"), step));
            assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.DONE, StepOutcome.REJECTED);
            assertThat(thrown).hasCause(unreadable);
            assertThat(sent).containsExactly("a");
        }
    }

    @Test
    void whateverBreaksTheReportIsGiven() {
        IllegalStateException broke = new IllegalStateException("broke");
        Plan plan = builder(doing("a"), failing("b", () -> broke))
                .now(() -> {
                    throw broke;
                })
                .next(results -> {
                    throw broke;
                })
                .build();
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class,
                () -> plan.run(new ProcedureListener() {
                    @Override
                    public void onStep(int number, Step step) {
                        throw broke;
                    }

                    @Override
                    public void onProgress(int number, String progress) {
                        throw broke;
                    }

                    @Override
                    public void onResult(StepResult result) {
                        throw broke;
                    }
                }));
        assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.DONE, StepOutcome.FAILED);
        assertThat(thrown).hasCause(broke);
        assertThat(thrown.report().now()).containsExactly("could not be read: IllegalStateException, see the cause");
        assertThat(thrown.report().next()).isEmpty();
    }

    @Test
    void whatIsTrueNowMayNotBeReadable() {
        Plan plan = builder(failing("a", RunTest::lost))
                .now(() -> {
                    throw new NoReplyException(SITE, "silent", null);
                })
                .build();
        assertThat(failed(plan).now().get(0)).startsWith("could not be read: tiny change");
    }

    @Test
    void anInterruptedRunBeginsNothingMoreAndStillReadsWhatIsTrueNow() {
        Step interrupted = looking("a")
                .act(progress -> {
                    sent.add("a");
                    state.add("a");
                    Thread.currentThread().interrupt();
                    throw lost();
                })
                .prove(() -> {
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    return Look.done("a is there");
                })
                .build();
        Plan plan = builder(interrupted, doing("b"))
                .now(() -> {
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    return List.of("read calmly");
                })
                .build();
        ProcedureException thrown = failure(plan);
        assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
        assertThat(outcomes(thrown.report())).containsExactly(StepOutcome.DONE, StepOutcome.NOT_RUN);
        assertThat(thrown.report().now()).containsExactly("read calmly");
        assertThat(thrown).hasCauseInstanceOf(CancelledException.class);
        assertThat(sent).containsExactly("a");
    }

    @Test
    void aBlockedPlanRunsNothingAndSaysWhatToSettle() {
        Plan plan = builder(doing("a"))
                .checks(List.of(
                        new PreCheck("disk", CheckResult.WARN, "80 % full"),
                        new PreCheck("lag", CheckResult.BLOCK, "2 h behind")))
                .build();
        assertThat(plan.blocked()).isTrue();
        assertThat(plan.toString())
                .endsWith("This plan is blocked and will not run.")
                .contains("BLOCK lag: 2 h behind");
        Report report = failed(plan);
        assertThat(outcomes(report)).containsExactly(StepOutcome.NOT_RUN);
        assertThat(report.next()).containsExactly("settle this first: lag (2 h behind)");
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(sent).isEmpty();
    }

    @Test
    void aBlockedPlanWithoutStepsIsNotComplete() {
        Plan plan = Plan.of("move", "orders", time)
                .checks(List.of(new PreCheck("lag", CheckResult.BLOCK, "2 h behind")))
                .again(() -> plan())
                .build();
        assertThat(failed(plan).complete()).isFalse();
    }

    @Test
    void whatDestroysNeedsTheRightName() {
        Step drop = looking("a")
                .destructive()
                .act(progress -> {
                    sent.add("a");
                    state.add("a");
                })
                .build();
        Plan plan = plan(drop);
        assertThat(plan.destructive()).isTrue();
        assertThatThrownBy(plan::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("confirm(\"orders\")");
        assertThatThrownBy(() -> plan.confirm("order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'orders'");
        assertThatThrownBy(plan::run).isInstanceOf(IllegalStateException.class);
        assertThat(sent).isEmpty();
        assertThat(plan.confirm("orders").run().complete()).isTrue();
        assertThat(plan.toString()).contains("destructive: needs confirm(\"orders\")");
    }

    @Test
    void resumingPlansAgainAndSkipsWhatIsDone() {
        List<RuntimeException> failures = new ArrayList<>(List.of(lost()));
        Step flaky = looking("b")
                .act(progress -> {
                    sent.add("b");
                    if (!failures.isEmpty()) {
                        throw failures.remove(0);
                    }
                    state.add("b");
                })
                .build();
        Plan plan = plan(doing("a"), flaky);
        Plan resumed = failed(plan).resume();
        assertThat(resumed).isNotSameAs(plan);
        assertThat(outcomes(resumed.run())).containsExactly(StepOutcome.ALREADY, StepOutcome.DONE);
        assertThat(sent).containsExactly("a", "b", "b");
    }

    @Test
    void resumingDoesNotConfirm() {
        Step drop = looking("a").destructive().act(progress -> {}).build();
        Plan resumed = failed(plan(drop).confirm("orders")).resume();
        assertThatThrownBy(resumed::run).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void linesForAShellSayWhatCannotBeUndoneAndWhatIsMasked() {
        Step drop = Step.named("drop it")
                .destructive()
                .sends(RequestLine.json("POST", "http://h:1/drop", "{\"password\":\"" + Secret.MASK + "\"}", ""))
                .look(() -> Look.toDo(""))
                .build();
        assertThat(plan(drop).curl())
                .containsExactly(
                        "# 1. drop it (cannot be undone) -- fill in what is masked as *** first",
                        "curl -sS -X POST -H 'Content-Type: application/json' -d '{\"password\":\"***\"}' http://h:1/drop");
    }

    @Test
    void aPlanIsToBeReadAndChangesNothing() {
        Plan plan = plan(doing("a"), doing("b"));
        assertThat(plan).hasToString("""
                Plan: move 'orders'
                  PASS version: 2.1
                  1. do a
                       POST http://h:1/a {}
                  2. do b
                       POST http://h:1/b {}""");
        assertThat(plan.curl())
                .containsExactly(
                        "# 1. do a",
                        "curl -sS -X POST -H 'Content-Type: application/json' -d '{}' http://h:1/a",
                        "# 2. do b",
                        "curl -sS -X POST -H 'Content-Type: application/json' -d '{}' http://h:1/b");
        assertThat(plan.procedure()).isEqualTo("move");
        assertThat(plan.target()).isEqualTo("orders");
        assertThat(plan.blocked()).isFalse();
        assertThat(sent).isEmpty();
    }
}
