package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.lagging;
import static dev.opsdk.ccr.assess.Looks.paused;
import static dev.opsdk.ccr.assess.Looks.progressing;
import static dev.opsdk.ccr.assess.Looks.times;
import static dev.opsdk.ccr.assess.Looks.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.ccr.assess.JobHealth.Level;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.SyncState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobHealthTest {
    @Test
    void aJobThatIsWellIsGood() {
        assertThat(JobHealth.of(times(3, well()))).hasToString("orders GOOD");
        assertThat(JobHealth.of(List.of(well())).level()).isEqualTo(Level.GOOD);
    }

    @Test
    void goodByOneLookSaysHowFarThatReaches() {
        assertThat(JobHealth.of(List.of(well()))).hasToString("orders GOOD so far (it takes 3 looks to see a stall)");
    }

    @Test
    void oneLookAtAnAttemptedBinlogIsToBeWatched() {
        JobHealth health = JobHealth.of(List.of(progressing(well(), p -> p.lastCommitSeq(1001))));
        assertThat(health.level()).isEqualTo(Level.WATCH);
        assertThat(health.findings()).singleElement().asString().contains("binlog 1001 was attempted");
    }

    @Test
    void aFalseZeroIsUnknownNeverGood() {
        JobHealth health = JobHealth.of(
                times(3, lagging(well(), l -> l.lag(0).firstCommitSeq(0).lastCommitSeq(0))));
        assertThat(health.level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aStallIsBadAndStandsFirst() {
        JobSnapshot failing = progressing(Looks.withoutLag(well(), "[rpc] down"), p -> p.lastCommitSeq(1001));
        JobHealth health = JobHealth.of(times(3, failing));
        assertThat(health.level()).isEqualTo(Level.BAD);
        assertThat(health.findings()).hasSize(2);
        assertThat(health.findings().get(0)).startsWith("stalled");
        assertThat(health.findings().get(1)).contains("unknown");
    }

    @Test
    void lostBinlogsAreBad() {
        JobHealth health = JobHealth.of(
                List.of(lagging(well(), l -> l.lag(9).firstCommitSeq(2000).lastCommitSeq(2009))));
        assertThat(health.level()).isEqualTo(Level.BAD);
        assertThat(health.findings()).singleElement().asString().contains("lost");
    }

    @Test
    void theWorstFindingIsTheVerdictAndStandsFirst() {
        JobSnapshot attempted = progressing(
                lagging(well(), l -> l.lag(9).firstCommitSeq(2000).lastCommitSeq(2009)), p -> p.lastCommitSeq(1001));
        JobHealth health = JobHealth.of(List.of(attempted));
        assertThat(health.level()).isEqualTo(Level.BAD);
        assertThat(health.findings()).hasSize(2);
        assertThat(health.findings().get(0)).startsWith("retention lost");
    }

    @Test
    void nearlyLostBinlogsAreToBeWatched() {
        JobHealth health = JobHealth.of(
                List.of(lagging(well(), l -> l.lag(99).firstCommitSeq(999).lastCommitSeq(1100))));
        assertThat(health.level()).isEqualTo(Level.WATCH);
    }

    @Test
    void aPauseAndACopyAreToBeWatched() {
        assertThat(JobHealth.of(List.of(paused(well()))).level()).isEqualTo(Level.WATCH);
        JobSnapshot copying = progressing(well(), p -> p.syncState(SyncState.of(0)));
        assertThat(JobHealth.of(List.of(copying)).findings())
                .singleElement()
                .asString()
                .contains("DB_FULL_SYNC");
        assertThat(JobHealth.of(times(3, copying)).level()).isEqualTo(Level.WATCH);
    }

    @Test
    void aJobThatDoesNotSayWhetherItRunsIsUnknown() {
        assertThat(JobHealth.of(List.of(Looks.state(well(), Optional.empty()))).level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void withoutALookThereIsNoVerdict() {
        assertThatThrownBy(() -> JobHealth.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
