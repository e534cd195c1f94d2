package dev.opsdk.ccr;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static dev.opsdk.ccr.CcrWorld.ofTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.WaitFailedException;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.FrontendAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AwaitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CcrWorld world = CcrWorld.of(CcrGeneration.G4);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aNewDatabaseJobIsAwaitedThroughItsFullSync() {
        Job job = world.create(ofDatabase("orders"));
        world.sim().source().write("demo", 25);
        List<String> phases = new ArrayList<>();
        JobSnapshot last = job.awaitCaughtUp(
                Duration.ofMinutes(5),
                look -> phases.add(look.progress().syncState().orElseThrow().toString()));
        assertThat(phases.stream().distinct()).startsWith("DB_FULL_SYNC").endsWith("DB_INCREMENTAL_SYNC");
        assertThat(world.sim().job("orders").isIncremental()).isTrue();
        assertThat(world.sim().job("orders").lag()).isZero();
        assertThat(last.progress().prevCommitSeq())
                .hasValue(world.sim().source().lastSeq("demo"));
    }

    @Test
    void aNewTableJobIsAwaitedThroughItsFullSync() {
        Job job = world.create(ofTable("orders", "t1"));
        world.sim().source().write("demo", "t1", 25);
        job.awaitCaughtUp(Duration.ofMinutes(5));
        assertThat(world.sim().job("orders").phase()).isEqualTo("TableIncrementalSync");
        assertThat(world.sim().job("orders").lag()).isZero();
    }

    @Test
    void onceIsNotEnough() {
        Job job = world.incremental(ofDatabase("orders"));
        List<JobSnapshot> looks = new ArrayList<>();
        job.awaitCaughtUp(MINUTE, looks::add);
        assertThat(looks).hasSize(2);
    }

    @Test
    void aFalseZeroFoolsNobody() {
        Job job = world.incremental(ofDatabase("orders"));
        world.sim().source().write("demo", 25);
        world.sim().source().answerLag(FrontendAnswer.ERROR);
        WaitTimeoutException thrown = catchThrowableOfType(WaitTimeoutException.class, () -> job.awaitCaughtUp(MINUTE));
        assertThat(thrown.lastState(JobSnapshot.class)
                        .orElseThrow()
                        .lag()
                        .orElseThrow()
                        .lag())
                .hasValue(0);
        assertThat(world.sim().job("orders").prevCommitSeq())
                .isLessThan(world.sim().source().lastSeq("demo"));
        world.sim().source().answerLag(FrontendAnswer.OK);
        job.awaitCaughtUp(MINUTE);
        assertThat(world.sim().job("orders").lag()).isZero();
    }

    @Test
    void aTimeoutOnAStalledJobSaysSoAndWhatToDo() {
        Job job = world.stuck(ofDatabase("orders"));
        assertThatExceptionOfType(WaitTimeoutException.class)
                .isThrownBy(() -> job.awaitCaughtUp(MINUTE))
                .withMessageContaining("but it is STALLED at binlog")
                .withMessageContaining("recoverStalled()")
                .satisfies(e -> assertThat(e.lastState(JobSnapshot.class)).isPresent());
    }

    @Test
    void aTimeoutCarriesTheLastLook() {
        Job job = world.incremental(ofDatabase("orders"));
        world.sim().source().writeSteadily("demo", 100);
        Instant start = world.time().now();
        WaitTimeoutException thrown = catchThrowableOfType(WaitTimeoutException.class, () -> job.awaitCaughtUp(MINUTE));
        assertThat(thrown.lastState(JobSnapshot.class)).hasValueSatisfying(look -> {
            assertThat(look.job()).isEqualTo("orders");
            assertThat(look.lag().orElseThrow().lag().orElseThrow()).isPositive();
        });
        assertThat(thrown).hasMessageContaining("job 'orders' to catch up").hasMessageContaining("last seen: orders:");
        assertThat(Duration.between(start, world.time().now())).isEqualTo(MINUTE);
    }

    @Test
    void aPausedJobIsNotWaitedFor() {
        Job job = world.incremental(ofDatabase("orders"));
        job.pause();
        WaitFailedException thrown = catchThrowableOfType(WaitFailedException.class, () -> job.awaitCaughtUp(MINUTE));
        assertThat(thrown.reason()).contains("paused");
        assertThat(thrown.lastState(JobSnapshot.class)).isPresent();
        assertThat(world.time().sleeps()).isZero();
    }

    @Test
    void aSyncerThatIsAwayForAWhileDoesNotEndTheWait() {
        Job job = world.create(ofDatabase("orders"));
        Instant start = world.time().now();
        world.time().whileAsleep(() -> {
            Duration passed = Duration.between(start, world.time().now());
            if (passed.toSeconds() >= 4 && passed.toSeconds() < 12) {
                if (world.sim().node(0).isUp()) {
                    world.sim().node(0).kill();
                }
            } else if (passed.toSeconds() >= 12) {
                world.sim().node(0).restart();
            }
        });
        job.awaitCaughtUp(Duration.ofMinutes(5));
        assertThat(world.sim().job("orders").isIncremental()).isTrue();
    }

    @Test
    void aSyncerThatStaysAwayEndsIt() {
        Job job = world.create(ofDatabase("orders"));
        world.sim().node(0).kill();
        assertThatThrownBy(() -> job.awaitCaughtUp(Duration.ofHours(1))).isInstanceOf(UnreachableException.class);
        assertThat(world.time().slept()).isLessThan(MINUTE);
    }

    @Test
    void aPositionIsReachedAlthoughTheSourceGoesOnWriting() {
        Job job = world.incremental(ofDatabase("orders"));
        world.sim().source().write("demo", 40);
        world.sim().source().writeSteadily("demo", 2);
        long target = job.lag().lastCommitSeq().orElseThrow();
        JobProgress reached = job.awaitPosition(target, MINUTE);
        assertThat(reached.prevCommitSeq().orElseThrow()).isGreaterThanOrEqualTo(target);
        assertThat(world.sim().job("orders").prevCommitSeq()).isGreaterThanOrEqualTo(target);
        assertThat(world.sim().source().lastSeq("demo")).isGreaterThan(target);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aPositionThatIsNoneIsRefusedBeforeAnythingIsAsked(long none) {
        assertThatThrownBy(() -> world.ccr().job("orders").awaitPosition(none, MINUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toString(none));
        assertThat(world.sim().journal().entries()).isEmpty();
    }

    @Test
    void aPositionIsNotReachedWhileASnapshotIsCopied() {
        Job job = world.incremental(ofDatabase("orders"));
        long target = world.sim().job("orders").prevCommitSeq();
        world.sim().job("orders").startUnplannedFullSync("an error in its metadata");
        job.awaitPosition(target, MINUTE);
        assertThat(world.sim().job("orders").phase()).isIn("DBTablesIncrementalSync", "DBIncrementalSync");
    }

    @Test
    void aPositionIsNotAwaitedOfAPausedJobButOneThatIsReachedCounts() {
        Job job = world.incremental(ofDatabase("orders"));
        long reached = world.sim().job("orders").prevCommitSeq();
        job.pause();
        long next = world.sim().source().write("demo", 1);
        assertThat(job.awaitPosition(reached, MINUTE).prevCommitSeq()).hasValue(reached);
        assertThatThrownBy(() -> job.awaitPosition(next, MINUTE)).isInstanceOf(WaitFailedException.class);
    }

    @Test
    void aPauseIsSeenAlthoughJobStatusLies() {
        Job job = world.incremental(ofDatabase("orders"));
        world.time().whileAsleep(() -> world.client(client -> {}).job("orders").pause());
        assertThat(job.awaitPaused(MINUTE).state().orElseThrow().is(JobState.Known.PAUSED))
                .isTrue();
        assertThat(job.status().state().orElseThrow()).hasToString("RUNNING");
        assertThat(world.sim().job("orders").isPaused()).isTrue();
    }

    @Test
    void anyStateCanBeAwaited() {
        Job job = world.incremental(ofDatabase("orders"));
        job.awaitState(JobState.Known.RUNNING, MINUTE);
        assertThat(world.time().sleeps()).isZero();
        assertThatThrownBy(() -> job.awaitPaused(MINUTE)).isInstanceOf(WaitTimeoutException.class);
    }

    @Test
    void anInterruptEndsAWaitAtOnce() {
        Job job = world.create(ofDatabase("orders"));
        world.time().interruptAt(2);
        assertThatThrownBy(() -> job.awaitCaughtUp(Duration.ofHours(1)))
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining("orders");
        assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
        assertThat(world.time().sleeps()).isEqualTo(2);
    }
}
