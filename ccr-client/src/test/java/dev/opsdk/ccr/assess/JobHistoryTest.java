package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.lagging;
import static dev.opsdk.ccr.assess.Looks.paused;
import static dev.opsdk.ccr.assess.Looks.progressing;
import static dev.opsdk.ccr.assess.Looks.well;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.model.FullSyncInfo;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.SyncState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobHistoryTest {
    private final JobHistory history = new JobHistory(Looks.JOB);
    private int looks;

    @Test
    void theFirstLookIsSaidAndThenSilence() {
        assertThat(kinds(well())).containsExactly("Seen", "ReachedEnd");
        assertThat(kinds(well(), well(), well(), well())).isEmpty();
    }

    @Test
    void aPauseBySomebodyElseAndItsEndAreSaidOnceEach() {
        kinds(well());
        assertThat(kinds(paused(well()), paused(well()))).containsExactly("StateChanged");
        assertThat(kinds(well(), well())).containsExactly("StateChanged", "ReachedEnd");
    }

    @Test
    void anUnplannedFullSyncIsAPhaseAndACopyWithItsReason() {
        kinds(well());
        JobSnapshot copying = copying();
        List<JobEvent> events = history.add(copying);
        assertThat(events).hasExactlyElementsOfTypes(JobEvent.PhaseChanged.class, JobEvent.CopyStarted.class);
        assertThat(((JobEvent.CopyStarted) events.get(1)).round().reason()).isEqualTo("master switched");
        assertThat(kinds(copying, copying, copying)).isEmpty();
        assertThat(kinds(round(8), round(8))).containsExactly("PhaseChanged", "ReachedEnd");
    }

    @Test
    void aStallIsSaidOnceAndItsEndOnce() {
        JobSnapshot stuck = progressing(behind(), p -> p.lastCommitSeq(1001));
        kinds(well());
        assertThat(kinds(stuck, stuck)).isEmpty();
        assertThat(kinds(stuck, stuck, stuck)).containsExactly("Stalled");
        assertThat(kinds(progressing(
                        behind(), p -> p.prevCommitSeq(1003).commitSeq(1003).lastCommitSeq(1003))))
                .containsExactly("Moving");
    }

    @Test
    void aPauseDuringAStallIsNoRecovery() {
        JobSnapshot stuck = progressing(behind(), p -> p.lastCommitSeq(1001));
        kinds(stuck, stuck, stuck);
        assertThat(kinds(paused(stuck), stuck, stuck, stuck)).containsExactly("StateChanged", "StateChanged");
    }

    @Test
    void aResumedJobIsNotCalledStalledAtOnce() {
        kinds(paused(behind()), paused(behind()), paused(behind()));
        assertThat(kinds(behind())).containsExactly("StateChanged");
    }

    @Test
    void retentionDangerIsSaidAgainOnlyWhenItGetsWorse() {
        JobSnapshot near = lagging(well(), l -> l.lag(99).firstCommitSeq(999).lastCommitSeq(1100));
        JobSnapshot lost = lagging(well(), l -> l.lag(99).firstCommitSeq(1001).lastCommitSeq(1100));
        kinds(well());
        assertThat(kinds(near, near)).containsExactly("RetentionDanger");
        assertThat(kinds(lost)).contains("RetentionDanger");
    }

    @Test
    void aLagThatIsUnknownForAMomentDoesNotRepeatTheDanger() {
        JobSnapshot near = lagging(well(), l -> l.lag(99).firstCommitSeq(999).lastCommitSeq(1100));
        kinds(well(), near);
        assertThat(kinds(Looks.withoutLag(near, "[rpc] down"), near)).doesNotContain("RetentionDanger");
    }

    @Test
    void anUnknownLagIsSaidWithItsReasonUntilItIsKnownAgain() {
        kinds(well());
        JobSnapshot blind = Looks.withoutLag(well(), "[rpc] down");
        List<JobEvent> events = history.add(blind);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        JobEvent.LagUnknown.class, e -> assertThat(e.why()).contains("[rpc] down"));
        assertThat(kinds(blind)).isEmpty();
        assertThat(kinds(well())).containsExactly("ReachedEnd");
        assertThat(kinds(blind)).containsExactly("LagUnknown");
    }

    @Test
    void unreachableIsSaidOnceAndReachableFirstAfterwards() {
        kinds(well());
        assertThat(history.unreachable(Looks.START, "refused")).hasSize(1);
        assertThat(history.unreachable(Looks.START, "refused")).isEmpty();
        assertThat(kinds(paused(well()))).containsExactly("Reachable", "StateChanged");
    }

    @Test
    void everyEventNamesTheJobAndTheTimeOfItsLook() {
        List<JobEvent> events = history.add(Looks.at(well(), 5));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.job()).isEqualTo(Looks.JOB);
            assertThat(event.at()).isEqualTo(Looks.START.plusSeconds(15));
        });
    }

    @Test
    void everyEventIsALineWithTimeJobAndWhatHappened() {
        JobSnapshot lost = progressing(
                lagging(well(), l -> l.lag(99).firstCommitSeq(1001).lastCommitSeq(1100)), p -> p.lastCommitSeq(1001));
        List<JobEvent> events = new ArrayList<>();
        Stream.of(well(), paused(well()), copying(), lost, lost, lost, Looks.withoutLag(well(), "[rpc] down"))
                .forEach(look -> events.addAll(history.add(look)));
        events.addAll(history.unreachable(Looks.START, "refused"));
        events.addAll(history.add(progressing(well(), p -> p.prevCommitSeq(1002).lastCommitSeq(1002))));
        events.add(new JobEvent.Gone(Looks.JOB, Looks.START));
        assertThat(events).allSatisfy(event -> assertThat(event.toString()).startsWith("2026-03-01T12:00:00Z orders "));
        assertThat(events.stream()
                        .map(event -> event.toString().substring("2026-03-01T12:00:00Z orders ".length()))
                        .toList())
                .anyMatch(line -> line.startsWith("seen: orders"))
                .anyMatch(line -> line.startsWith("caught up: orders"))
                .contains("state RUNNING -> PAUSED", "phase DB_INCREMENTAL_SYNC -> DB_FULL_SYNC")
                .contains("full sync started: master switched")
                .anyMatch(line -> line.startsWith("STALLED at binlog 1001"))
                .anyMatch(line -> line.startsWith("retention LOST"))
                .anyMatch(line -> line.startsWith("lag unknown: "))
                .contains("unreachable: refused", "reachable again", "gone")
                .anyMatch(line -> line.startsWith("moves again: orders"));
    }

    private List<String> kinds(JobSnapshot... all) {
        List<String> kinds = new ArrayList<>();
        Stream.of(all)
                .flatMap(look -> history.add(Looks.at(look, looks++)).stream())
                .forEach(event -> kinds.add(event.getClass().getSimpleName()));
        return kinds;
    }

    private static JobSnapshot behind() {
        return lagging(well(), l -> l.lag(5).firstCommitSeq(900).lastCommitSeq(1005));
    }

    private static JobSnapshot round(long round) {
        return progressing(
                well(),
                p -> p.jobSyncId(round)
                        .fullSyncStartAtSeconds(200)
                        .fullSyncInfo(
                                FullSyncInfo.builder().info("master switched").build()));
    }

    private static JobSnapshot copying() {
        return progressing(
                well(),
                p -> p.jobSyncId(8)
                        .syncState(SyncState.of(0))
                        .fullSyncStartAtSeconds(200)
                        .fullSyncInfo(
                                FullSyncInfo.builder().info("master switched").build()));
    }
}
