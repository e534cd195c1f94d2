package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.progress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.model.FullSyncInfo;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.PartialSyncData;
import dev.opsdk.ccr.model.SyncState;
import org.junit.jupiter.api.Test;

class SnapshotRoundTest {
    private static final JobProgress BEFORE = progress(p -> {});

    @Test
    void nothingBeganWhenNothingChanged() {
        assertThat(SnapshotRound.between(
                        BEFORE, progress(p -> p.prevCommitSeq(1005).commitSeq(1005))))
                .isEmpty();
    }

    @Test
    void anUnplannedFullSyncIsToldWithItsReasonAndWhereItBroke() {
        JobProgress after = progress(p -> p.jobSyncId(8)
                .syncState(SyncState.of(0))
                .fullSyncStartAtSeconds(200)
                .fullSyncInfo(FullSyncInfo.builder().info("binlog is gone").build()));
        assertThat(SnapshotRound.between(BEFORE, after)).hasValueSatisfying(round -> {
            assertThat(round.full()).isTrue();
            assertThat(round.reason()).isEqualTo("binlog is gone");
            assertThat(round.sinceSeq()).hasValue(1000);
        });
    }

    @Test
    void oldGenerationsDoNotSayWhyAndThatIsSaid() {
        JobProgress before = JobProgress.builder().fullSyncStartAtSeconds(100).build();
        JobProgress after = JobProgress.builder().fullSyncStartAtSeconds(160).build();
        assertThat(SnapshotRound.between(before, after)).hasValueSatisfying(round -> {
            assertThat(round.full()).isTrue();
            assertThat(round.reason()).contains("does not say why");
            assertThat(round.sinceSeq()).isEmpty();
        });
    }

    @Test
    void aPartialSyncNamesItsTable() {
        JobProgress after = progress(p -> p.syncState(SyncState.of(4))
                .partialSyncStartAtSeconds(200)
                .partialSyncData(
                        PartialSyncData.builder().tableId(20001).table("t1").build()));
        assertThat(SnapshotRound.between(BEFORE, after)).hasValueSatisfying(round -> {
            assertThat(round.full()).isFalse();
            assertThat(round.reason()).contains("t1");
        });
    }

    @Test
    void aPartialSyncOfTheThirdGenerationWhichKeepsNoTimeOfItIsNotCalledFull() {
        JobProgress after = progress(p -> p.syncState(SyncState.of(502))
                .jobSyncId(8)
                .partialSyncData(
                        PartialSyncData.builder().tableId(20001).table("t1").build()));
        assertThat(SnapshotRound.between(BEFORE, after)).hasValueSatisfying(round -> {
            assertThat(round.full()).isFalse();
            assertThat(round.reason()).contains("t1");
        });
    }

    @Test
    void aChangedRoundAloneIsACopyOfEverythingForAllOneKnows() {
        assertThat(SnapshotRound.between(BEFORE, progress(p -> p.jobSyncId(8))))
                .hasValueSatisfying(round -> assertThat(round.full()).isTrue());
    }

    @Test
    void aTimeThatIsNoLongerToldBeganNothing() {
        assertThat(SnapshotRound.between(BEFORE, progress(p -> p.fullSyncStartAtSeconds(0))))
                .isEmpty();
    }
}
