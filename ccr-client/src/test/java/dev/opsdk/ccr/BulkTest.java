package dev.opsdk.ccr;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.ccr.CcrGeneration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BulkTest {
    private static final List<String> NAMES =
            IntStream.range(0, 6).mapToObj(i -> "job_" + i).toList();

    private static CcrWorld jobs(int nodes) {
        CcrWorld world = CcrWorld.of(CcrGeneration.G4, sim -> sim.nodes(nodes), client -> {});
        for (int i = 0; i < NAMES.size(); i++) {
            String node = world.sim().urls().get(i % nodes);
            try (CcrClient maker =
                    CcrClient.builder().syncers(node).timeSource(world.time()).build()) {
                maker.jobs().create(ofDatabase(NAMES.get(i)));
            }
        }
        world.sim().advance(Duration.ofSeconds(30));
        world.sim().journal().clear();
        return world;
    }

    private static List<Boolean> paused(CcrWorld world) {
        return NAMES.stream().map(name -> world.sim().job(name).isPaused()).toList();
    }

    @Test
    void allJobsArePausedAndResumedWithAReportEach() {
        try (CcrWorld world = jobs(2)) {
            Results<String, Report> paused = world.ccr().jobs().pauseAll();
            assertThat(paused.allSucceeded()).isTrue();
            assertThat(paused.values()).containsOnlyKeys(NAMES);
            assertThat(paused.values().values()).allMatch(Report::complete);
            assertThat(paused(world)).containsOnly(true);
            assertThat(world.sim().journal().executed("/pause")).hasSize(NAMES.size());
            assertThat(world.ccr().jobs().resumeAll().allSucceeded()).isTrue();
            assertThat(paused(world)).containsOnly(false);
        }
    }

    @Test
    void whatIsPausedAlreadyIsLeftAlone() {
        try (CcrWorld world = jobs(1)) {
            world.ccr().jobs().pauseAll();
            world.sim().journal().clear();
            Results<String, Report> again = world.ccr().jobs().pauseAll();
            assertThat(again.values().values())
                    .allSatisfy(report ->
                            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY));
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromIt() {
        try (CcrWorld world = jobs(1)) {
            world.sim().node(0).fail(Fault.resetBefore().on("/pause"));
            Results<String, Report> results = world.ccr().jobs().pauseAll();
            assertThat(results.values()).hasSize(NAMES.size() - 1);
            assertThat(results.errors()).hasSize(1);
            results.errors().forEach((name, error) -> {
                assertThat(error)
                        .isInstanceOfSatisfying(
                                ProcedureException.class,
                                e -> assertThat(e.report().steps().get(0).outcome())
                                        .isEqualTo(StepOutcome.UNKNOWN));
                assertThat(world.sim().job(name).isPaused()).isFalse();
            });
            results.values().forEach((name, report) -> {
                assertThat(report.target()).isEqualTo(name);
                assertThat(world.sim().job(name).isPaused()).isTrue();
            });
            assertThat(world.ccr().jobs().pauseAll().allSucceeded()).isTrue();
            assertThat(world.sim().journal().executed("/pause")).hasSize(NAMES.size());
        }
    }

    @Test
    void atOneSyncerAMutationWaitsForTheOneBeforeIt() throws Exception {
        try (CcrWorld world = jobs(1)) {
            for (String name : NAMES) {
                world.sim().node(0).hangNextStep(name);
            }
            world.sim().advance(Duration.ofSeconds(3));
            CompletableFuture<Results<String, Report>> all =
                    CompletableFuture.supplyAsync(() -> world.ccr().jobs().pauseAll());
            for (int i = 0; i < NAMES.size(); i++) {
                int before = i;
                Journal.Entry stuck = world.sim()
                        .journal()
                        .await(BulkTest::isStuckPause, Duration.ofSeconds(5))
                        .orElseThrow();
                assertThat(world.sim().journal().requests("/pause")).hasSize(before + 1);
                String name = NAMES.stream()
                        .filter(job -> stuck.request().body().contains(job))
                        .findFirst()
                        .orElseThrow();
                world.sim().node(0).releaseStep(name);
                assertThat(world.sim()
                                .journal()
                                .await(
                                        e -> e.number() == stuck.number() && e.outcome() == Outcome.EXECUTED,
                                        Duration.ofSeconds(5)))
                        .isPresent();
            }
            assertThat(all.get(10, TimeUnit.SECONDS).allSucceeded()).isTrue();
            assertThat(paused(world)).containsOnly(true);
        }
    }

    @Test
    void withoutJobsThereIsNothingToDo() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            assertThat(world.ccr().jobs().pauseAll().values()).isEmpty();
            assertThat(world.mutations()).isEmpty();
        }
    }

    private static boolean isStuckPause(Journal.Entry entry) {
        return entry.path().equals("/pause") && entry.outcome() == Outcome.PENDING;
    }
}
