package dev.opsdk.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.testkit.FakeTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Parts that can fail alone, and steps that always run. */
class RunPartsTest {
    private static final CallSite SITE =
            new CallSite("tiny", "change", "x", Effect.MUTATION, "POST", "http://h:1/change");

    private final FakeTime time = FakeTime.start();
    private final Set<String> state = new HashSet<>();
    private final List<String> acted = new ArrayList<>();

    private Step.Builder step(String name) {
        return Step.named(name)
                .sends(RequestLine.json("POST", "http://h:1/" + name, "{}", ""))
                .look(() -> state.contains(name) ? Look.done("there") : Look.toDo("missing"))
                .act(progress -> {
                    acted.add(name);
                    state.add(name);
                });
    }

    private Step.Builder failing(String name, Supplier<RuntimeException> failure) {
        return step(name).act(progress -> {
            acted.add(name);
            throw failure.get();
        });
    }

    private Plan plan(Step.Builder... steps) {
        return Plan.of("recover", "all", time)
                .steps(List.of(steps).stream().map(Step.Builder::build).toList())
                .again(() -> plan(steps))
                .build();
    }

    private static Report failed(Plan plan) {
        return catchThrowableOfType(ProcedureException.class, plan::run).report();
    }

    private static List<StepOutcome> outcomes(Report report) {
        return report.steps().stream().map(StepResult::outcome).toList();
    }

    private static PreconditionException refusal() {
        return new PreconditionException(new Refusal(SITE, 200, "no", ""));
    }

    @Test
    void aPartThatIsRefusedFailsAlone() {
        Report report = failed(plan(
                failing("a1", RunPartsTest::refusal).part("a"),
                step("a2").part("a"),
                step("b1").part("b"),
                step("all")));
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.REJECTED, StepOutcome.NOT_RUN, StepOutcome.DONE, StepOutcome.NOT_RUN);
        assertThat(report.complete()).isFalse();
        assertThat(acted).containsExactly("a1", "b1");
    }

    @Test
    void theFailuresOfAllPartsAreKept() {
        PreconditionException first = refusal();
        PreconditionException second = refusal();
        ProcedureException failure = catchThrowableOfType(
                ProcedureException.class,
                plan(
                        failing("a", () -> first).part("a"),
                        failing("b", () -> second).part("b"))::run);
        assertThat(failure).hasCause(first);
        assertThat(first).hasSuppressedException(second);
    }

    @Test
    void whatEveryPartWouldMeetEndsTheRun() {
        Report unreachable = failed(plan(
                failing("a", () -> new UnreachableException(SITE, "refused", null))
                        .part("a"),
                step("b").part("b")));
        assertThat(outcomes(unreachable)).containsExactly(StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        CallSite reading = new CallSite("tiny", "state", "x", Effect.READ, "GET", "http://h:1/state");
        for (RuntimeException common : List.of(
                new NoReplyException(reading, "silent", null),
                new CancelledException("interrupted"),
                new ReadOnlyException(SITE, "this client only reads", null))) {
            Report ended = failed(plan(
                    step("e")
                            .look(() -> {
                                throw common;
                            })
                            .part("e"),
                    step("f").part("f")));
            assertThat(outcomes(ended)).containsExactly(StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        }
        Report unknown = failed(plan(
                failing("c", () -> new OutcomeUnknownException(SITE, "cut", "look", null))
                        .part("c"),
                step("d").part("d")));
        assertThat(outcomes(unknown)).containsExactly(StepOutcome.UNKNOWN, StepOutcome.NOT_RUN);
    }

    @Test
    void aStepWithoutAPartIsNeededByAll() {
        Report report =
                failed(plan(failing("first", RunPartsTest::refusal), step("b").part("b")));
        assertThat(outcomes(report)).containsExactly(StepOutcome.REJECTED, StepOutcome.NOT_RUN);
    }

    @Test
    void whatAlwaysRunsRunsAfterAFailure() {
        Report report = failed(plan(
                step("off"),
                failing("work", RunPartsTest::refusal),
                step("more"),
                step("on").always()));
        assertThat(outcomes(report))
                .containsExactly(StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN, StepOutcome.DONE);
        assertThat(acted).containsExactly("off", "work", "on");
    }

    @Test
    void whatAlwaysRunsRunsAfterAnInterruptAndTheInterruptIsKept() {
        try {
            Report report = failed(plan(
                    step("off").act(progress -> {
                        state.add("off");
                        Thread.currentThread().interrupt();
                    }),
                    step("work"),
                    step("on").always().act(progress -> {
                        assertThat(Thread.currentThread().isInterrupted()).isFalse();
                        state.add("on");
                    })));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(outcomes(report)).containsExactly(StepOutcome.DONE, StepOutcome.NOT_RUN, StepOutcome.DONE);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatWasOnlyBorrowedAndGivenBackIsNoChange() {
        Report report = failed(plan(
                step("off").prepares(),
                failing("work", RunPartsTest::refusal),
                step("on").always()));
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_DONE);
        Report kept = failed(plan(
                step("off again").prepares(),
                failing("on again", RunPartsTest::refusal).always()));
        assertThat(kept.outcome()).isEqualTo(Outcome.PARTLY_DONE);
    }

    @Test
    void aRunThatNeverBeganPutsNothingBack() {
        try {
            Thread.currentThread().interrupt();
            Report report = failed(plan(step("off"), step("on").always()));
            assertThat(outcomes(report)).containsOnly(StepOutcome.NOT_RUN);
            assertThat(acted).isEmpty();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void whatCouldNotBePutBackMakesTheRunIncomplete() {
        Report report = failed(plan(
                step("off"),
                failing("on", RunPartsTest::refusal).always(),
                step("unlock").always()));
        assertThat(outcomes(report)).containsExactly(StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.DONE);
    }

    @Test
    void whatAlwaysRunsStandsAtTheEnd() {
        assertThatThrownBy(() -> plan(step("on").always(), step("work")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'work'");
    }

    @Test
    void aPlanShowsWhatRunsAlsoAfterAFailure() {
        assertThat(plan(step("off"), step("on").always()).toString()).contains("2. on   [also after a failure]");
    }
}
