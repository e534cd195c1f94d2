package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a resume goes on with, by how the steps ended. */
class RemainderTest {
    private final Step note = Step.named("write down").look(() -> Look.done("")).build();
    private final Step add = sending("add");
    private final Step lead = sending("lead");
    private final Step move = sending("move");
    private final Remainder remainder = new Remainder(List.of(List.of(note, add, lead), List.of(move)));

    private static Step sending(String title) {
        return Step.named(title)
                .sends(RequestLine.json("POST", "http://ns/" + title, "{}", ""))
                .look(() -> Look.toDo(""))
                .build();
    }

    private void ended(StepOutcome... outcomes) {
        endedAgain(Optional.empty(), outcomes);
    }

    private void endedAgain(Optional<Step> before, StepOutcome... outcomes) {
        remainder.startsAt(1);
        List<StepResult> results = new ArrayList<>();
        results.add(new StepResult(1, "switch auto_failover off", StepOutcome.FAILED, "", Duration.ZERO));
        for (StepOutcome outcome : outcomes) {
            results.add(new StepResult(results.size() + 1, "step", outcome, "", Duration.ZERO));
        }
        remainder.of(results, before);
    }

    @Test
    void whatWasOnlyWrittenDownIsNotBegun() {
        ended(StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN, StepOutcome.NOT_RUN);
        assertThat(remainder.begun()).isEmpty();
        assertThat(remainder.stuckAt()).contains(add);
    }

    @Test
    void whatWasThereAlreadyIsNotBegun() {
        ended(StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        assertThat(remainder.begun()).isEmpty();
    }

    @Test
    void whatIsLeftOfABegunMoveGoesOnAndAllAfterIt() {
        ended(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.REJECTED, StepOutcome.NOT_RUN);
        assertThat(remainder.begun()).containsExactly(List.of(lead), List.of(move));
        assertThat(remainder.stuckAt()).contains(lead);
    }

    @Test
    void whatFailedOrMayHaveHappenedIsBegun() {
        ended(StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN, StepOutcome.DONE);
        assertThat(remainder.begun()).containsExactly(List.of(add, lead));
        ended(StepOutcome.DONE, StepOutcome.UNKNOWN, StepOutcome.NOT_RUN, StepOutcome.DONE);
        assertThat(remainder.begun()).containsExactly(List.of(add, lead));
    }

    @Test
    void aFinishedMoveBeforeOneThatWasNotBegunIsNotBegun() {
        ended(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.REJECTED);
        assertThat(remainder.begun()).isEmpty();
        assertThat(remainder.stuckAt()).contains(move);
    }

    @Test
    void whoIsStuckAtTheSameStepAgainPlansAnewAndAtAnotherGoesOn() {
        endedAgain(Optional.of(lead), StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN);
        assertThat(remainder.begun()).isEmpty();
        endedAgain(Optional.of(add), StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN);
        assertThat(remainder.begun()).isNotEmpty();
    }

    @Test
    void nothingIsLeftWhenAllIsDone() {
        ended(StepOutcome.DONE, StepOutcome.ALREADY, StepOutcome.DONE, StepOutcome.DONE);
        assertThat(remainder.begun()).isEmpty();
        assertThat(remainder.stuckAt()).isEmpty();
    }
}
