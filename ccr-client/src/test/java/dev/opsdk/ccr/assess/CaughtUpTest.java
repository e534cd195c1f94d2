package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.lagging;
import static dev.opsdk.ccr.assess.Looks.progressing;
import static dev.opsdk.ccr.assess.Looks.well;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.SubSync;
import dev.opsdk.ccr.model.SubSyncState;
import dev.opsdk.ccr.model.SyncState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's caught-up test: all conditions, and each of them missing alone. */
class CaughtUpTest {
    @Test
    void aDatabaseJobAndATableJobCanHaveCaughtUp() {
        assertThat(CaughtUp.of(well()).yes()).isTrue();
        assertThat(CaughtUp.of(well())).hasToString("caught up");
        assertThat(CaughtUp.of(phase(501)).yes()).isTrue();
    }

    @Test
    void aPausedJobHasNot() {
        onlyMissing(Looks.paused(well()), "paused");
    }

    @Test
    void aJobThatDoesNotSayWhetherItRunsHasNot() {
        onlyMissing(Looks.state(well(), Optional.empty()), "state");
        onlyMissing(Looks.state(well(), Optional.of(JobState.of(7))), "7");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 500, 502, 99})
    void anyOtherPhaseHasNot(int phase) {
        onlyMissing(phase(phase), "phase");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 11, 12, 13, 14, 201, 77})
    void aStepUnderWayHasNot(int step) {
        onlyMissing(
                progressing(
                        well(),
                        p -> p.subSync(
                                SubSync.builder().state(SubSyncState.of(step)).build())),
                "step");
    }

    @Test
    void aBinlogInWorkHasNot() {
        onlyMissing(progressing(well(), p -> p.commitSeq(1001)), "in work");
    }

    @Test
    void anAnswerWithoutPositionsPhaseOrStepHasNot() {
        JobSnapshot well = well();
        JobSnapshot nothing = new JobSnapshot(
                well.job(), well.at(), well.detail(), JobProgress.builder().build(), well.lag(), "");
        assertThat(CaughtUp.of(nothing).missing()).hasSize(3);
    }

    @Test
    void aLagHasNot() {
        onlyMissing(lagging(well(), l -> l.lag(1).firstCommitSeq(900).lastCommitSeq(1001)), "1 binlogs");
    }

    @Test
    void aFalseZeroHasNot() {
        onlyMissing(lagging(well(), l -> l.lag(0).firstCommitSeq(0).lastCommitSeq(0)), "unknown");
    }

    @Test
    void aLagThatCouldNotBeAskedHasNot() {
        onlyMissing(Looks.withoutLag(well(), "[rpc] down"), "[rpc] down");
    }

    @Test
    void aZeroOfAGenerationThatSaysNoMoreCounts() {
        assertThat(CaughtUp.of(lagging(well(), l -> l.lag(0))).yes()).isTrue();
    }

    @Test
    void anOpenTransactionHasNot() {
        onlyMissing(progressing(well(), p -> p.prevTxnId(4711)), "transaction");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void noTransactionIsZeroOrMinusOne(long none) {
        assertThat(CaughtUp.of(progressing(well(), p -> p.prevTxnId(none))).yes())
                .isTrue();
    }

    private static JobSnapshot phase(int phase) {
        return progressing(well(), p -> p.syncState(SyncState.of(phase)));
    }

    private static void onlyMissing(JobSnapshot look, String what) {
        CaughtUp verdict = CaughtUp.of(look);
        assertThat(verdict.yes()).isFalse();
        assertThat(verdict.missing()).singleElement().asString().contains(what);
        assertThat(verdict).asString().startsWith("not caught up: ");
    }
}
