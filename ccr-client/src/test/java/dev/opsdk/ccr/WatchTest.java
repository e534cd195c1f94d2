package dev.opsdk.ccr;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.ccr.assess.JobEvent;
import dev.opsdk.ccr.assess.Retention;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.FrontendAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchTest {
    private final CcrWorld world = CcrWorld.of(CcrGeneration.G4);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothingIsAskedUntilAnEventIsWanted() {
        Job job = world.incremental(ofDatabase("orders"));
        Iterator<JobEvent> events = job.watch().iterator();
        assertThat(world.sim().journal().entries()).isEmpty();
        assertThat(events.next()).isInstanceOf(JobEvent.Seen.class);
        assertThat(world.sim().journal().requests("/job_progress")).hasSize(1);
        assertThat(world.time().sleeps()).isZero();
    }

    @Test
    void aNewJobGoesThroughItsPhasesToTheEnd() {
        Job job = world.create(ofDatabase("orders"));
        List<String> kinds = job.watch()
                .takeWhile(event -> !(event instanceof JobEvent.ReachedEnd))
                .map(WatchTest::told)
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "Seen",
                        "DB_FULL_SYNC to DB_TABLES_INCREMENTAL_SYNC",
                        "DB_TABLES_INCREMENTAL_SYNC to DB_INCREMENTAL_SYNC");
        assertThat(world.mutations()).extracting(e -> e.path()).containsExactly("/create_ccr");
    }

    @Test
    void aWatchForATimeEndsWhenItIsOver() {
        Job job = world.incremental(ofDatabase("orders"));
        List<JobEvent> events = job.watch(Duration.ofMinutes(2)).toList();
        assertThat(events).extracting(WatchTest::told).containsExactly("Seen", "ReachedEnd");
        assertThat(world.time().slept()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aPauseAndAResumeBySomebodyElseAreTold() {
        Iterator<JobEvent> events = atEnd();
        try (CcrClient other = world.client(client -> {})) {
            other.job("orders").pause();
            assertThat(told(events.next())).isEqualTo("RUNNING to PAUSED");
            other.job("orders").resume();
            assertThat(told(events.next())).isEqualTo("PAUSED to RUNNING");
            assertThat(events.next()).isInstanceOf(JobEvent.ReachedEnd.class);
        }
    }

    @Test
    void anUnplannedFullSyncIsToldWithItsReason() {
        Iterator<JobEvent> events = atEnd();
        long at = world.sim().job("orders").prevCommitSeq();
        world.sim().job("orders").startUnplannedFullSync("the source's master was switched");
        assertThat(told(events.next())).isEqualTo("DB_INCREMENTAL_SYNC to DB_FULL_SYNC");
        assertThat(events.next()).isInstanceOfSatisfying(JobEvent.CopyStarted.class, copy -> {
            assertThat(copy.round().full()).isTrue();
            assertThat(copy.round().reason()).contains("the source's master was switched");
            assertThat(copy.round().sinceSeq()).hasValue(at);
        });
        assertThat(told(events.next())).isEqualTo("DB_FULL_SYNC to DB_TABLES_INCREMENTAL_SYNC");
    }

    @Test
    void aStallIsToldOnceWithTheBinlogAndItsEndToo() {
        Iterator<JobEvent> events = atEnd();
        long bad = world.sim().source().write("demo", 1);
        world.sim().job("orders").failAt(bad);
        assertThat(events.next())
                .isInstanceOfSatisfying(
                        JobEvent.Stalled.class,
                        e -> assertThat(e.stall().stuckAt()).hasValue(bad));
        Instant stalled = world.time().now();
        world.time().whileAsleep(() -> {
            if (Duration.between(stalled, world.time().now()).toMinutes() >= 2) {
                world.time().whileAsleep(() -> {});
                world.client(client -> {}).job("orders").skipBinlog(SkipBinlog.silence(bad));
            }
        });
        JobEvent next = events.next();
        assertThat(next.at()).as("silence for two minutes").isAfter(stalled.plusSeconds(119));
        assertThat(List.of(told(next), told(events.next()))).containsExactlyInAnyOrder("ReachedEnd", "Moving");
    }

    @Test
    void lostBinlogsAreTold() {
        Iterator<JobEvent> events = atEnd();
        world.ccr().job("orders").pause();
        long last = world.sim().source().write("demo", 50);
        world.sim().source().collectGarbage("demo", last - 10);
        assertThat(told(events.next())).isEqualTo("RUNNING to PAUSED");
        assertThat(events.next())
                .isInstanceOfSatisfying(
                        JobEvent.RetentionDanger.class,
                        e -> assertThat(e.retention().verdict()).isEqualTo(Retention.Verdict.LOST));
    }

    @Test
    void aFalseZeroIsALagThatIsUnknown() {
        Iterator<JobEvent> events = atEnd();
        world.sim().source().answerLag(FrontendAnswer.ERROR);
        assertThat(events.next())
                .isInstanceOfSatisfying(
                        JobEvent.LagUnknown.class, e -> assertThat(e.why()).contains("error"));
        world.sim().source().answerLag(FrontendAnswer.OK);
        assertThat(events.next()).isInstanceOf(JobEvent.ReachedEnd.class);
    }

    @Test
    void aSourceThatCannotBeAskedIsALagThatIsUnknown() {
        Iterator<JobEvent> events = atEnd();
        world.sim().source().answerLag(FrontendAnswer.RPC_FAILURE);
        assertThat(events.next())
                .isInstanceOfSatisfying(
                        JobEvent.LagUnknown.class,
                        e -> assertThat(e.why()).contains("does not reach the frontend's RPC port"));
    }

    @Test
    void aDeadSyncerIsToldOnceAndThatItIsBack() {
        Iterator<JobEvent> events = atEnd();
        world.sim().node(0).kill();
        assertThat(events.next()).isInstanceOf(JobEvent.Unreachable.class);
        Instant dead = world.time().now();
        world.time().whileAsleep(() -> {
            if (Duration.between(dead, world.time().now()).toMinutes() >= 1) {
                world.sim().node(0).restart();
            }
        });
        JobEvent next = events.next();
        assertThat(next).isInstanceOf(JobEvent.Reachable.class);
        assertThat(next.at()).isAfter(dead.plusSeconds(59));
    }

    @Test
    void aStoreThatCannotBeReadForAWhileDoesNotEndTheWatch() {
        Iterator<JobEvent> events = atEnd();
        world.sim().job("orders").loseProgress(true);
        assertThat(events.next()).isInstanceOf(JobEvent.Unreachable.class);
        world.sim().job("orders").loseProgress(false);
        assertThat(events.next()).isInstanceOf(JobEvent.Reachable.class);
    }

    @Test
    void aJobThatIsGoneEndsTheStream() {
        Iterator<JobEvent> events = atEnd();
        world.ccr().job("orders").delete();
        assertThat(events.next()).isInstanceOf(JobEvent.Gone.class);
        assertThat(events.hasNext()).isFalse();
    }

    @Test
    void aJobThatNeverWasIsAMistake() {
        Iterator<JobEvent> events = world.ccr().job("nope").watch().iterator();
        assertThatThrownBy(events::hasNext).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aJobThatWasNeverSeenIsNotGone() {
        world.sim().node(0).kill();
        Iterator<JobEvent> events = world.ccr().job("nope").watch().iterator();
        assertThat(events.next()).isInstanceOf(JobEvent.Unreachable.class);
        world.sim().node(0).restart();
        assertThatThrownBy(events::hasNext).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anInterruptEndsIt() {
        Iterator<JobEvent> events = atEnd();
        world.time().interruptAt(world.time().sleeps() + 2);
        assertThatThrownBy(events::hasNext).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    }

    /** A watch of a job that was seen, and seen at its end. */
    private Iterator<JobEvent> atEnd() {
        Iterator<JobEvent> events =
                world.incremental(ofDatabase("orders")).watch().iterator();
        assertThat(events.next()).isInstanceOf(JobEvent.Seen.class);
        assertThat(events.next()).isInstanceOf(JobEvent.ReachedEnd.class);
        return events;
    }

    private static String told(JobEvent event) {
        if (event instanceof JobEvent.PhaseChanged phase) {
            return phase.from() + " to " + phase.to();
        }
        return event instanceof JobEvent.StateChanged state
                ? state.from() + " to " + state.to()
                : event.getClass().getSimpleName();
    }
}
