package dev.opsdk.simulator.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.simulator.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationsTest extends CcrTest {

    @ParameterizedTest
    @CsvSource({
        "/job_detail, G1, G6",
        "/features, G2, G6",
        "/force_fullsync, G2, G6",
        "/update_job, G1, G3",
        "/update_host_mapping, G3, G6",
        "/job_skip_binlog, G4, G6",
        "/failpoint, G4, G6",
        "/sync, G5, G6",
        "/view, G5, G6",
    })
    void aRouteExistsFromOneGenerationToAnother(String path, CcrGeneration first, CcrGeneration last) {
        for (CcrGeneration generation : CcrGeneration.values()) {
            boolean expected = generation.compareTo(first) >= 0 && generation.compareTo(last) <= 0;
            CcrSimulator sim = start(generation);
            assertThat(wire(sim).post(path, "{}").statusCode())
                    .as(path + " of " + generation)
                    .isEqualTo(expected ? 200 : 404);
        }
    }

    @Test
    void theOldestMayHaveNeitherDetailNorProgress() {
        CcrSimulator sim =
                start(CcrSimulator.builder().generation(CcrGeneration.G1).detailRoutes(false));
        assertThat(wire(sim).post("/job_detail", "{}").statusCode()).isEqualTo(404);
        assertThat(wire(sim).post("/job_progress", "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"G1", "G2"})
    void detailAndProgressAreJsonInsideAString(CcrGeneration generation) {
        CcrSimulator sim = withIncrementalJob(generation, "orders");
        JsonNode detail = wire(sim).json("/job_detail", "orders").get("job_detail");
        assertThat(detail.isTextual()).isTrue();
        assertThat(detail.asText())
                .startsWith("{\"sync_type\":0,\"name\":\"orders\",\"src\":{")
                .endsWith("\"skip_error\":false,\"state\":0}");
        JsonNode progress = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(progress.isTextual()).isTrue();
        assertThat(fields(Wire.read(progress.asText())))
                .containsExactly(
                        "job_name",
                        "sync_state",
                        "sub_sync_state",
                        "prev_commit_seq",
                        "commit_seq",
                        "table_mapping",
                        "table_commit_seq_map",
                        "data",
                        "created_at",
                        "full_sync_start_at",
                        "incremental_sync_start_at");
        assertThat(wire(sim).text("/job_detail", "{}")).endsWith("\"job_detail\":\"\"}");
        assertThat(wire(sim).text("/job_progress", "{}")).endsWith("\"job_progress\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "G3, name sync_type src dest state skip_error",
        "G4, name sync_type src dest state extra",
        "G5, name id sync_type src dest state extra"
    })
    void detailHasTheFieldsOfItsGeneration(CcrGeneration generation, String expected) {
        CcrSimulator sim = withIncrementalJob(generation, "orders");
        JsonNode detail = wire(sim).json("/job_detail", "orders").get("job_detail");
        assertThat(String.join(" ", fields(detail))).isEqualTo(expected);
    }

    @Test
    void progressOfG5LeavesEmptyMapsOutAndKnowsTheUnknown() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        JsonNode progress = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(progress.has("table_commit_seq_map")).isFalse();
        long bad = sim.source().write("demo", 1);
        sim.job("orders").failAt(bad);
        step(sim);
        assertThat(wire(sim)
                        .json("/job_progress", "orders")
                        .at("/job_progress/unknown_commit_seq")
                        .asLong())
                .isEqualTo(bad);
    }

    @Test
    void statusOfG5HasTheCommitSeq() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        assertThat(wire(sim).text("/job_status", Wire.named("orders")))
                .isEqualTo("{\"success\":true,\"status\":{\"name\":\"orders\",\"state\":\"running\","
                        + "\"progress_state\":\"DBIncrementalSync\",\"commit_seq\":1001}}");
    }

    @Test
    void aJobWithoutAProgressRowFailsWithZeroValues() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G4, "orders");
        sim.job("orders").loseProgress(true);
        assertThat(wire(sim).text("/job_progress", Wire.named("orders")))
                .startsWith("{\"success\":false,\"error_msg\":\"sqlite: query progress failed: [db] sql: no rows in "
                        + "result set\",\"job_progress\":{\"job_name\":\"\",\"sync_state\":0,");
        sim.job("orders").loseProgress(false);
        assertThat(wire(sim).json("/job_progress", "orders").get("success").asBoolean())
                .isTrue();
    }

    @Test
    void updateJobSetsSkipError() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G3, "orders");
        assertThat(wire(sim).text("/update_job", "{\"name\":\"orders\",\"skip_error\":true}"))
                .isEqualTo(OK);
        assertThat(wire(sim).text("/job_detail", Wire.named("orders"))).contains("\"skip_error\":true");
    }

    @Test
    void syncOfG5IsTheReverseOfDesync() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        wire(sim).post("/desync", Wire.named("orders"));
        assertThat(sim.destination().isBeingSynced("demo2", "t1")).isFalse();
        assertThat(wire(sim).text("/sync", Wire.named("orders"))).isEqualTo(OK);
        assertThat(sim.destination().isBeingSynced("demo2", "t1")).isTrue();
    }

    @Test
    void partialSyncOfG5CopiesOneTableAnewAndCuresThePoison() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        long bad = sim.source().write("demo", 1);
        sim.job("orders").failAt(bad);
        step(sim);
        assertThat(wire(sim).text("/job_skip_binlog", partial("t1", 20001))).isEqualTo(OK);
        step(sim);
        JsonNode progress = wire(sim).json("/job_progress", "orders").get("job_progress");
        assertThat(progress.get("sync_state").asInt()).isEqualTo(4);
        assertThat(progress.get("partial_sync_data"))
                .hasToString("{\"table_id\":20001,\"table\":\"t1\",\"is_view\":false,\"partition_ids\":null,"
                        + "\"partitions\":null}");
        sim.advance(Duration.ofSeconds(12));
        assertThat(sim.job("orders").lag()).isZero();
        assertThat(sim.job("orders").lostSeqs()).isEmpty();
    }

    @Test
    void partialSyncOfAnUnknownTableIsAcceptedAndIgnored() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        assertThat(wire(sim).text("/job_skip_binlog", partial("t1", 7))).isEqualTo(OK);
        sim.advance(Duration.ofSeconds(6));
        assertThat(sim.job("orders").isIncremental()).isTrue();
        assertThat(sim.job("orders").pendingSkip()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"skip_by\":\"bogus\" | [normal] invalid skip method: bogus",
                "\"skip_by\":\"SILENCE\",\"skip_commit_seq\":5 | [normal] invalid skip method: SILENCE",
                "\"skip_by\":\"silence\" | [normal] invalid skip commit seq: 0",
                "\"skip_by\":\"partialsync\" | [normal] invalid skip table: , table id: 0",
            })
    void skipRequestsOfG5AreCheckedAfterTheRedirect(String fields, String message) {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        assertThat(wire(sim).text("/job_skip_binlog", "{\"name\":\"orders\"," + fields + "}"))
                .contains("\"" + message + "\"");
        assertThat(wire(sim).text("/job_skip_binlog", "{\"name\":\"nope\"," + fields + "}"))
                .contains("job nope not exist");
    }

    @Test
    void forcedFullSyncOfG5IsASkipRequest() {
        CcrSimulator sim = withIncrementalJob(CcrGeneration.G5, "orders");
        wire(sim).post("/force_fullsync", Wire.named("orders"));
        assertThat(sim.job("orders").pendingSkip()).contains(new SkipRequest("fullsync", 0, "", 0));
        step(sim);
        assertThat(sim.job("orders").phase()).isEqualTo("DBFullSync");
    }

    private static String partial(String table, long id) {
        return "{\"name\":\"orders\",\"skip_by\":\"partialsync\",\"skip_table\":\"" + table + "\",\"skip_table_id\":"
                + id + "}";
    }

    private static List<String> fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
