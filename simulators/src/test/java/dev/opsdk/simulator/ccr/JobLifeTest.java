package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobLifeTest extends CcrTest {

    @Test
    void aNewDatabaseJobWalksFromFullSyncOverTablesToIncremental() {
        CcrSimulator sim = start(CcrGeneration.G4);
        Wire wire = wire(sim);
        assertThat(wire.text("/create_ccr", Jobs.ofDatabase("orders"))).isEqualTo(OK);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            JsonNode progress = wire.json("/job_progress", "orders").get("job_progress");
            seen.add(progress.get("sync_state") + "/" + progress.at("/sub_sync_state/state"));
            step(sim);
        }
        assertThat(seen).containsExactly("0/0", "0/0", "0/1", "0/3", "0/3", "1/-1", "3/-1", "3/-1");
        assertThat(sim.destination().isBeingSynced("demo2", "t2")).isTrue();
    }

    @Test
    void theTablesPhaseShowsACommitSeqForEachTableAndTheNextPhaseDoesNot() {
        CcrSimulator sim = start(CcrGeneration.G4);
        Wire wire = wire(sim);
        wire.post("/create_ccr", Jobs.ofDatabase("orders"));
        sim.advance(Duration.ofSeconds(15));
        assertThat(wire.json("/job_progress", "orders").at("/job_progress/table_commit_seq_map"))
                .hasToString("{\"20001\":1001,\"20002\":1001}");
        step(sim);
        assertThat(wire.json("/job_progress", "orders")
                        .at("/job_progress/table_commit_seq_map")
                        .isNull())
                .isTrue();
    }

    @Test
    void aTableJobFillsInItsDestinationTableWhenTheFullSyncEnds() {
        CcrSimulator sim = start(CcrGeneration.G4);
        Wire wire = wire(sim);
        wire.post("/create_ccr", Jobs.ofTable("orders", "t1"));
        assertThat(wire.json("/job_detail", "orders")
                        .at("/job_detail/dest/table_id")
                        .asLong())
                .isZero();
        settle(sim);
        assertThat(wire.json("/job_detail", "orders")
                        .at("/job_detail/dest/table_id")
                        .asLong())
                .isEqualTo(30001);
        assertThat(sim.job("orders").phase()).isEqualTo("TableIncrementalSync");
    }

    @Test
    void binlogsAreAppliedSoManyAStepAndLagIsWhatIsLeft() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().write("demo", 25);
        assertThat(wire(sim).json("/get_lag", "orders").get("lag").asLong()).isEqualTo(25);
        step(sim);
        assertThat(wire(sim).json("/get_lag", "orders").get("lag").asLong()).isEqualTo(15);
        sim.advance(Duration.ofSeconds(6));
        assertThat(sim.job("orders").lag()).isZero();
        assertThat(sim.job("orders").prevCommitSeq()).isEqualTo(sim.source().lastSeq("demo"));
    }

    @Test
    void aPausedJobFallsBehindAndCatchesUpAfterResume() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        assertThat(wire(sim).text("/pause", Wire.named("orders"))).isEqualTo(OK);
        assertThat(wire(sim).text("/pause", Wire.named("orders"))).isEqualTo(OK);
        sim.source().writeSteadily("demo", 2);
        sim.advance(Duration.ofSeconds(60));
        sim.source().writeSteadily("demo", 0);
        assertThat(sim.job("orders").isPaused()).isTrue();
        assertThat(sim.job("orders").lag()).isEqualTo(120);
        assertThat(wire(sim).text("/resume", Wire.named("orders"))).isEqualTo(OK);
        assertThat(wire(sim).text("/resume", Wire.named("orders"))).isEqualTo(OK);
        sim.advance(Duration.ofSeconds(36));
        assertThat(sim.job("orders").lag()).isZero();
    }

    @Test
    void aPoisonedBinlogKeepsTheJobRunningInPlaceUntilItIsSilenced() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        long bad = sim.source().write("demo", 1);
        sim.source().write("demo", 3);
        sim.job("orders").failAt(bad);
        sim.advance(Duration.ofSeconds(30));
        JsonNode stuck = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(stuck.get("prev_commit_seq").asLong()).isEqualTo(bad - 1);
        assertThat(stuck.get("commit_seq").asLong()).isEqualTo(bad - 1);
        assertThat(stuck.get("last_commit_seq").asLong()).isEqualTo(bad);
        assertThat(wire(sim).json("/job_status", "orders").at("/status/state").asText())
                .isEqualTo("running");
        String skip = "{\"name\":\"orders\",\"skip_by\":\"silence\",\"skip_commit_seq\":" + bad + "}";
        assertThat(wire(sim).text("/job_skip_binlog", skip)).isEqualTo(OK);
        assertThat(sim.job("orders").pendingSkip()).contains(new SkipRequest("silence", bad, "", 0));
        step(sim);
        assertThat(sim.job("orders").lag()).isZero();
        assertThat(sim.job("orders").lostSeqs()).containsExactly(bad);
        assertThat(sim.job("orders").pendingSkip()).isEmpty();
    }

    @Test
    void aFullSyncOnRequestCuresAPoisonedBinlogAndSaysWhyItStarted() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        long bad = sim.source().write("demo", 1);
        sim.job("orders").failAt(bad);
        long before = sim.job("orders").syncId();
        wire(sim).post("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"fullsync\"}");
        step(sim);
        assertThat(sim.job("orders").phase()).isEqualTo("DBFullSync");
        assertThat(sim.job("orders").syncId()).isEqualTo(before + 1);
        settle(sim);
        assertThat(sim.job("orders").lag()).isZero();
        assertThat(sim.job("orders").lostSeqs()).isEmpty();
        assertThat(sim.job("orders").fullSyncReason()).contains("force full sync");
    }

    @Test
    void aFullSyncAskedForDuringOneIsTakenAsDone() {
        CcrSimulator sim = start(CcrGeneration.G4);
        wire(sim).post("/create_ccr", Jobs.ofDatabase("orders"));
        wire(sim).post("/force_fullsync", Wire.named("orders"));
        wire(sim).post("/job_skip_binlog", "{\"name\":\"orders\",\"skip_by\":\"fullsync\"}");
        long before = sim.job("orders").syncId();
        sim.advance(Duration.ofMinutes(2));
        assertThat(sim.job("orders").syncId()).isEqualTo(before);
        assertThat(sim.job("orders").isIncremental()).isTrue();
    }

    @Test
    void collectedBinlogsForceAnUnplannedFullSync() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        long before = sim.job("orders").syncId();
        wire(sim).post("/pause", Wire.named("orders"));
        long last = sim.source().write("demo", 20);
        sim.source().collectGarbage("demo", last - 5);
        JsonNode lag = wire(sim).json("/get_lag", "orders");
        assertThat(lag.get("first_commit_seq").asLong())
                .isGreaterThan(sim.job("orders").commitSeq());
        assertThat(lag.get("lag").asLong()).isEqualTo(5);
        wire(sim).post("/resume", Wire.named("orders"));
        step(sim);
        JsonNode progress = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(progress.get("sync_state").asInt()).isZero();
        assertThat(progress.get("job_sync_id").asLong()).isEqualTo(before + 1);
        assertThat(progress.at("/full_sync_info/info").asText()).contains("is gone");
        assertThat(progress.has("incremental_sync_start_at")).isFalse();
    }

    @Test
    void retentionCollectsByItself() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().retention(Duration.ofMinutes(10));
        wire(sim).post("/pause", Wire.named("orders"));
        sim.source().writeSteadily("demo", 1);
        sim.advance(Duration.ofMinutes(5));
        assertThat(sim.job("orders").lag()).isEqualTo(300);
        sim.advance(Duration.ofMinutes(15));
        wire(sim).post("/resume", Wire.named("orders"));
        step(sim);
        assertThat(sim.job("orders").phase()).isEqualTo("DBFullSync");
    }

    @Test
    void aJobStandsStillWhileAClusterIsDown() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().write("demo", 5);
        sim.destination().down(true);
        sim.advance(Duration.ofMinutes(1));
        assertThat(sim.job("orders").lag()).isEqualTo(5);
        sim.destination().down(false);
        step(sim);
        assertThat(sim.job("orders").lag()).isZero();
    }

    @Test
    void aHostMappingThatLeavesAHostOutStopsTheJobWithoutAWord() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        String body = "{\"name\":\"orders\",\"src_host_mapping\":{\"10.0.0.9\":\"%s\"}}";
        assertThat(wire(sim).text("/update_host_mapping", body.replace("%s", "1.1.1.1")))
                .isEqualTo(OK);
        sim.source().write("demo", 5);
        settle(sim);
        assertThat(sim.job("orders").lag()).isEqualTo(5);
        assertThat(wire(sim).text("/update_host_mapping", body.replace("%s", "")))
                .isEqualTo(OK);
        step(sim);
        assertThat(sim.job("orders").lag()).isZero();
    }

    @Test
    void aRunningClockMovesJobsByItself() {
        CcrSimulator sim = start(CcrSimulator.builder()
                .clock(SimClock.running(500))
                .fullSyncTakes(Duration.ofSeconds(6))
                .binlogsPerStep(1000)
                .loadingTakes(Duration.ofSeconds(1))
                .deletionTakes(Duration.ofSeconds(1))
                .partialSyncTakes(Duration.ofSeconds(3))
                .version("demo"));
        sim.source().writeSteadily("demo", 50);
        wire(sim).post("/create_ccr", Jobs.ofDatabase("orders"));
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (sim.job("orders").lastCommitSeq() < 2000 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(sim.job("orders").lastCommitSeq()).isGreaterThanOrEqualTo(2000);
        assertThat(wire(sim).text("/version", "")).isEqualTo("{\"version\":\"demo\"}");
        assertThat(sim.clock().now()).isAfter(Instant.now());
    }

    @Test
    void twoDaysOfBinlogsAreNoBurden() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.source().writeSteadily("demo", 3);
        long start = System.nanoTime();
        sim.advance(Duration.ofDays(2));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(sim.job("orders").lag()).isLessThan(20);
    }
}
