package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two syncers over one metadata store: who owns the job, and what if that one dies. */
@Timeout(30)
class OwnershipTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void theOwnerIsFoundByItsRedirectAndRemembered() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.ccr.job("orders").pause();
            bench.ccr.job("orders").resume();
            assertThat(bench.asked()).containsExactly("0 /pause", "1 /pause", "1 /resume");
        }
    }

    @Test
    void aCreatedJobBelongsToTheSyncerThatMadeIt() {
        try (Bench bench = Bench.two()) {
            bench.sim.node(0).kill();
            bench.ccr.jobs().create(WireCall.aJob("orders", job -> job));
            bench.sim.node(0).restart();
            bench.ccr.job("orders").detail();
            assertThat(bench.asked()).containsExactly("1 /create_ccr", "1 /job_detail");
        }
    }

    /** get_lag is answered by any node since 2.1.8-alpha.2, so it tells nothing about the owner. */
    @Test
    void whoAnswersAboutTheLagIsNotTakenForTheOwner() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.ccr.job("orders").lag();
            bench.ccr.job("orders").detail();
            bench.ccr.job("orders").lag();
            bench.ccr.job("orders").pause();
            assertThat(bench.asked())
                    .containsExactly("0 /get_lag", "0 /job_detail", "1 /job_detail", "1 /get_lag", "1 /pause");
        }
    }

    @Test
    void aHostMappingIsSentToTheOwnerWhichIsFoundByARead() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.ccr.job("orders").updateHostMapping(map -> map.mapSource("127.0.0.1", "10.0.0.1"));
            assertThat(bench.asked()).containsExactly("0 /job_detail", "1 /job_detail", "1 /update_host_mapping");
            assertThat(bench.executed("/update_host_mapping")).hasSize(1);
            assertThat(bench.ccr.job("orders").detail().src().orElseThrow().hostMapping())
                    .containsEntry("127.0.0.1", "10.0.0.1");
        }
    }

    @Test
    void aHostMappingFindsANewOwnerToo() {
        try (Bench bench = Bench.two().withJob("orders", 0)) {
            bench.ccr.job("orders").detail();
            bench.sim.node(0).kill();
            bench.sim.advance(Duration.ofSeconds(30));
            bench.sim.node(0).restart();
            bench.ccr.job("orders").updateHostMapping(map -> map.mapSource("127.0.0.1", "10.0.0.1"));
            assertThat(bench.executed("/update_host_mapping"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.node()).isEqualTo(1));
        }
    }

    @Test
    void aDeadNodeIsSurvivedByReadsAndByMutationsAndNothingHappensTwice() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.sim.node(0).kill();
            assertThat(bench.ccr.job("orders").detail().name()).contains("orders");
            bench.ccr.job("orders").pause();
            assertThat(bench.executed("/pause")).hasSize(1);
            assertThat(bench.sim.job("orders").isPaused()).isTrue();
            assertThat(bench.time.slept()).isZero();
        }
    }

    @Test
    void aMutationThatAskedADeadOwnerWaitsForTheSurvivorAndHappensOnce() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.sim.node(1).kill();
            bench.ccr.job("orders").pause();
            assertThat(bench.executed("/pause"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.node()).isZero());
            assertThat(bench.sim.job("orders").isPaused()).isTrue();
            assertThat(bench.time.slept()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(25));
        }
    }

    @Test
    void aReadWaitsForTheSurvivorToo() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.ccr.job("orders").detail();
            bench.sim.node(1).kill();
            assertThat(bench.ccr.job("orders").detail().name()).contains("orders");
            assertThat(bench.time.slept()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(25));
        }
    }

    @Test
    void withoutATakeoverWindowARedirectToADeadOwnerFailsAtOnceAndDidNothing() {
        try (Bench bench = Bench.of(CcrSimulator.builder().nodes(2), told -> told.takeoverWindow(Duration.ZERO))
                .withJob("orders", 1)) {
            bench.sim.node(1).kill();
            assertThatExceptionOfType(UnreachableException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").pause())
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE))
                    .withMessageContaining(bench.sim.node(1).url());
            assertThat(bench.time.slept()).isZero();
            assertThat(bench.executed("/pause")).isEmpty();
        }
    }

    @Test
    void aJobThatIsStillBeingLoadedByItsNewOwnerIsWaitedFor() {
        try (Bench bench = Bench.two().withJob("orders", 0)) {
            bench.sim.node(0).kill();
            bench.sim.node(0).restart();
            bench.ccr.job("orders").pause();
            assertThat(bench.executed("/pause")).hasSize(1);
            assertThat(bench.time.slept()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
        }
    }

    @Test
    void aJobThatListJobsNamesAndNobodyServesIsAConflictWhenTheWindowEnds() {
        try (Bench bench = Bench.of(CcrSimulator.builder().nodes(2).loadingTakes(Duration.ofHours(1)))
                .withJob("orders", 0)) {
            bench.sim.node(0).kill();
            bench.sim.node(0).restart();
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").pause())
                    .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE))
                    .withMessageContaining("[normal] job not exist: orders")
                    .withMessageContaining("list_jobs names it");
            assertThat(bench.time.slept()).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(25));
            assertThat(bench.executed("/pause")).isEmpty();
        }
    }

    @Test
    void withoutATakeoverWindowThatConflictIsToldAtOnce() {
        try (Bench bench = Bench.of(
                        CcrSimulator.builder().nodes(2).loadingTakes(Duration.ofHours(1)),
                        told -> told.takeoverWindow(Duration.ZERO))
                .withJob("orders", 0)) {
            bench.sim.node(0).kill();
            bench.sim.node(0).restart();
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").resume());
            assertThat(bench.time.slept()).isZero();
        }
    }

    /** A name with a comma is listed only up to it (T7), and still is a job that exists. */
    @Test
    void aNameThatListJobsCutsIsWaitedForLikeAnyOther() {
        try (Bench bench = Bench.two()) {
            Raw.create(bench.sim.node(0).url(), "my, job");
            bench.sim.advance(Duration.ofSeconds(30));
            bench.sim.node(0).kill();
            bench.sim.node(0).restart();
            bench.ccr.job("my, job").pause();
            assertThat(bench.sim.job("my, job").isPaused()).isTrue();
        }
    }

    @Test
    void aJobThatIsNotThereIsNotFoundAtOnce() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            for (WireCall call : WireCall.all()) {
                if (call.aboutAJob() && !call.operation().matches("sync|update_job")) {
                    assertThatExceptionOfType(NotFoundException.class)
                            .as(call.toString())
                            .isThrownBy(() -> call.run(bench.ccr))
                            .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
                }
            }
            assertThat(bench.time.slept()).isZero();
        }
    }

    @Test
    void aDeletedJobIsForgotten() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.ccr.job("orders").delete();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").delete());
            assertThat(bench.asked()).containsExactly("0 /delete", "1 /delete", "0 /delete");
            assertThat(bench.executed("/delete")).hasSize(1);
        }
    }

    @Test
    void whenAllNodesAreDeadNothingWasSent() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.sim.node(0).kill();
            bench.sim.node(1).kill();
            for (WireCall call : WireCall.all()) {
                assertThatExceptionOfType(UnreachableException.class)
                        .as(call.toString())
                        .isThrownBy(() -> call.run(bench.ccr))
                        .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
            }
        }
    }

    @Test
    void theListOfJobsIsMadeOfWhoeverAnswers() {
        try (Bench bench = Bench.two().withJob("orders", 1).withJob("items", 0)) {
            assertThat(bench.ccr.jobs().list()).containsExactly("orders", "items");
            bench.sim.node(0).kill();
            assertThat(bench.ccr.jobs().list()).containsExactly("orders", "items");
            assertThat(bench.ccr.version()).isNotEmpty();
            assertThat(bench.ccr.features()).isNotEmpty();
        }
    }

    @Test
    void aMutationWithoutAnAnswerIsNotTriedElsewhere() {
        try (Bench bench = Bench.two().withJob("orders", 0)) {
            bench.sim.node(0).fail(Fault.resetAfter().on("/pause"));
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> bench.ccr.job("orders").pause())
                    .satisfies(e -> assertThat(e.howToLook()).contains("job.detail().state()"));
            assertThat(bench.asked()).containsExactly("0 /pause");
            assertThat(bench.executed("/pause")).hasSize(1);
        }
    }

    @Test
    void aCreateWithoutAnAnswerIsNotTriedElsewhere() {
        try (Bench bench = Bench.two()) {
            bench.sim.node(0).fail(Fault.resetAfter().on("/create_ccr"));
            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> bench.ccr.jobs().create(WireCall.aJob("orders", job -> job)))
                    .satisfies(e -> assertThat(e.howToLook()).contains("ccr.jobs().list()"));
            assertThat(bench.asked()).containsExactly("0 /create_ccr");
            assertThat(bench.sim.job("orders").exists()).isTrue();
        }
    }

    @Test
    void aReadWithoutAnAnswerIsTriedElsewhere() {
        try (Bench bench = Bench.two().withJob("orders", 1)) {
            bench.sim.node(0).fail(Fault.resetAfter().on("/job_detail"));
            assertThat(bench.ccr.job("orders").detail().name()).contains("orders");
            assertThat(bench.asked()).containsExactly("0 /job_detail", "1 /job_detail");
        }
    }

    /** Trap T3: a second write would queue behind the first and freeze other jobs' calls. */
    @Test
    void mutationsAtANodeGoOneByOneAndReadsGoOnMeanwhile() throws Exception {
        try (Bench bench = Bench.of(CcrSimulator.builder()).withJob("orders", 0).withJob("items", 0)) {
            bench.sim.node(0).hangNextStep("orders");
            bench.sim.advance(Duration.ofSeconds(3));
            assertThat(bench.sim.job("orders").isHanging()).isTrue();
            CompletableFuture<?> first = bench.ccr.async().call(ccr -> paused(ccr, "orders"));
            assertThat(bench.sim.journal().await(entry -> entry.path().equals("/pause"), PATIENCE))
                    .isPresent();
            Thread second = new Thread(() -> bench.ccr.job("items").pause());
            second.setDaemon(true);
            second.start();
            awaitState(second, Thread.State.TIMED_WAITING);
            assertThat(bench.ccr.job("items").detail().name()).contains("items");
            assertThat(bench.ccr.job("orders").progress().jobName()).contains("orders");
            assertThat(bench.ccr.job("items").lag().lag()).isPresent();
            assertThat(bench.ccr.jobs().list()).containsExactly("orders", "items");
            assertThat(bench.sim.journal().requests("/pause")).hasSize(1);
            assertThat(bench.executed("/pause")).isEmpty();
            bench.sim.node(0).releaseStep("orders");
            assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("paused");
            second.join(PATIENCE.toMillis());
            assertThat(bench.executed("/pause")).hasSize(2);
            assertThat(bench.sim.job("items").isPaused()).isTrue();
        }
    }

    @Test
    void anInterruptEndsTheWaitForAnotherMutation() throws Exception {
        try (Bench bench = Bench.of(CcrSimulator.builder()).withJob("orders", 0).withJob("items", 0)) {
            bench.sim.node(0).fail(Fault.hang().on("/pause"));
            CompletableFuture<?> first = bench.ccr.async().call(ccr -> paused(ccr, "orders"));
            assertThat(bench.sim.journal().await(entry -> entry.path().equals("/pause"), PATIENCE))
                    .isPresent();
            CompletableFuture<Throwable> seen = new CompletableFuture<>();
            Thread second = new Thread(() -> {
                try {
                    bench.ccr.job("items").pause();
                    seen.complete(new AssertionError("it was sent"));
                } catch (RuntimeException e) {
                    seen.complete(e);
                }
            });
            second.setDaemon(true);
            second.start();
            awaitState(second, Thread.State.TIMED_WAITING);
            second.interrupt();
            assertThat(seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasMessageContaining("interrupted before it was sent");
            bench.sim.node(0).releaseFaults();
            assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("paused");
            assertThat(bench.sim.journal().requests("/pause")).hasSize(1);
        }
    }

    private static String paused(CcrClient ccr, String job) {
        ccr.job(job).pause();
        return "paused";
    }

    private static void awaitState(Thread thread, Thread.State state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (thread.getState() != state && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(thread.getState()).isEqualTo(state);
    }
}
