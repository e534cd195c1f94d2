package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.inOrder;
import static dev.opsdk.ccr.assess.Looks.lagging;
import static dev.opsdk.ccr.assess.Looks.paused;
import static dev.opsdk.ccr.assess.Looks.progressing;
import static dev.opsdk.ccr.assess.Looks.times;
import static dev.opsdk.ccr.assess.Looks.well;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.assess.Stall.Verdict;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.SubSync;
import dev.opsdk.ccr.model.SubSyncState;
import dev.opsdk.ccr.model.SyncState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap T12: no call tells that a job fails for good. */
class StallTest {
    private static final JobSnapshot FAILING = progressing(behind(), p -> p.lastCommitSeq(1001));

    @Test
    void workLeftAndNothingDoneOverThreeLooksIsAStallAtTheBinlogThatWasTried() {
        Stall stall = Stall.of(times(3, FAILING));
        assertThat(stall.verdict()).isEqualTo(Verdict.STALLED);
        assertThat(stall.stuckAt()).hasValue(1001);
        assertThat(stall.over()).isEqualTo(Duration.ofSeconds(6));
        assertThat(stall).asString().startsWith("STALLED at binlog 1001 over 6 s");
    }

    @Test
    void anAttemptAloneIsEnoughWhenTheLagCannotBeAsked() {
        JobSnapshot blind = Looks.withoutLag(FAILING, "[rpc] down");
        assertThat(Stall.of(times(3, blind)).verdict()).isEqualTo(Verdict.STALLED);
    }

    @Test
    void aLagAloneIsAStallWithoutABinlogToName() {
        Stall stall = Stall.of(times(3, behind()));
        assertThat(stall.verdict()).isEqualTo(Verdict.STALLED);
        assertThat(stall.stuckAt()).isEmpty();
    }

    @Test
    void generationsWithoutTheLastAttemptStallByTheirLag() {
        JobSnapshot old = withoutAttempt(lagging(well(), l -> l.lag(5)));
        Stall stall = Stall.of(times(3, old));
        assertThat(stall.verdict()).isEqualTo(Verdict.STALLED);
        assertThat(stall.stuckAt()).isEmpty();
    }

    @Test
    void generationsWithoutTheLastAttemptMoveWhenTheirStepDoes() {
        JobSnapshot old = withoutAttempt(lagging(well(), l -> l.lag(5)));
        JobSnapshot ingesting = new JobSnapshot(
                old.job(),
                old.at(),
                old.detail(),
                JobProgress.builder()
                        .from(old.progress())
                        .subSync(SubSync.builder().state(SubSyncState.of(12)).build())
                        .build(),
                old.lag(),
                "");
        assertThat(Stall.of(inOrder(old, ingesting, old)).verdict()).isEqualTo(Verdict.MOVING);
    }

    @Test
    void twoLooksAreTooFew() {
        assertThat(Stall.of(times(2, FAILING)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stall.of(List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aPositionThatMovedIsMoving() {
        JobSnapshot before = progressing(behind(), p -> p.prevCommitSeq(999).commitSeq(999));
        assertThat(Stall.of(inOrder(before, behind(), behind())).verdict()).isEqualTo(Verdict.MOVING);
    }

    @Test
    void nothingToDoIsIdle() {
        assertThat(Stall.of(times(3, well())).verdict()).isEqualTo(Verdict.IDLE);
    }

    @Test
    void writesThatJustCameAreNoStall() {
        assertThat(Stall.of(inOrder(well(), well(), behind())).verdict()).isNotEqualTo(Verdict.STALLED);
    }

    @Test
    void aPausedJobIsNotStalled() {
        assertThat(Stall.of(times(3, paused(FAILING))).verdict()).isEqualTo(Verdict.PAUSED);
    }

    @Test
    void aJobThatWasResumedAMomentAgoIsNotStalled() {
        assertThat(Stall.of(inOrder(paused(behind()), paused(behind()), behind()))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(Stall.of(inOrder(paused(FAILING), FAILING, FAILING)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(Stall.of(inOrder(paused(FAILING), FAILING, FAILING, FAILING)).verdict())
                .isEqualTo(Verdict.STALLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 500, 502})
    void aCopyThatShowsNoProgressIsNoStall(int phase) {
        JobSnapshot copying =
                progressing(behind(), p -> p.syncState(SyncState.of(phase)).lastCommitSeq(1001));
        assertThat(Stall.of(times(9, copying)).verdict()).isEqualTo(Verdict.COPYING);
    }

    @Test
    void aFalseZeroIsUnknownAndNotIdle() {
        JobSnapshot falseZero = lagging(well(), l -> l.lag(0).firstCommitSeq(0).lastCommitSeq(0));
        assertThat(Stall.of(times(3, falseZero)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aCatchUpOfTablesThatDoesNotMoveIsAStallToo() {
        JobSnapshot tables = progressing(behind(), p -> p.syncState(SyncState.of(1)));
        assertThat(Stall.of(times(3, tables)).verdict()).isEqualTo(Verdict.STALLED);
    }

    @Property
    void aPositionThatMovedIsNeverAStall(
            @ForAll @Size(min = 3, max = 6) List<@LongRange(min = 0, max = 3) Long> positions,
            @ForAll @LongRange(min = 0, max = 5) long lag,
            @ForAll @LongRange(min = 0, max = 5) long attempted) {
        List<JobSnapshot> looks = new ArrayList<>();
        for (Long position : positions) {
            JobSnapshot look = lagging(
                    progressing(
                            well(),
                            p -> p.prevCommitSeq(position).commitSeq(position).lastCommitSeq(attempted)),
                    l -> l.lag(lag).firstCommitSeq(1).lastCommitSeq(9));
            looks.add(Looks.at(look, looks.size()));
        }
        long distinct = positions.subList(positions.size() - Stall.LOOKS, positions.size()).stream()
                .distinct()
                .count();
        if (distinct > 1) {
            assertThat(Stall.of(looks).verdict()).isEqualTo(Verdict.MOVING);
        } else {
            assertThat(Stall.of(looks).verdict()).isIn(Verdict.STALLED, Verdict.IDLE);
        }
    }

    private static JobSnapshot behind() {
        return lagging(well(), l -> l.lag(5).firstCommitSeq(900).lastCommitSeq(1005));
    }

    private static JobSnapshot withoutAttempt(JobSnapshot look) {
        JobProgress progress = JobProgress.builder()
                .jobName(Looks.JOB)
                .syncState(SyncState.of(501))
                .subSync(SubSync.builder().state(SubSyncState.of(-1)).build())
                .prevCommitSeq(1000)
                .commitSeq(1000)
                .build();
        return new JobSnapshot(look.job(), look.at(), look.detail(), progress, look.lag(), "");
    }
}
