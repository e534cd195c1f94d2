package dev.opsdk.ccr.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.opsdk.ccr.RecordedExchanges;
import dev.opsdk.ccr.internal.JsonTrees;
import dev.opsdk.core.internal.Json;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LenientReplyTest {
    private static final String FULL_PROGRESS = """
            {"job_name":"j","sync_state":1,"sub_sync_state":{"state":201,"binlog_type":12,"n":1},"job_sync_id":5,
             "prev_commit_seq":1,"commit_seq":2,"last_commit_seq":3,"unknown_commit_seq":4,"table_mapping":{"1":2},
             "table_name_mapping":{"1":"t"},"table_commit_seq_map":{"1":9223372036854775807},
             "partition_commit_seq_map":{"7":8},"data":"","partial_sync_data":{"table_id":1,"table":"t","is_view":false,
             "partition_ids":[1,2],"partitions":["p"]},"table_aliases":{"t":"__ccr_t"},"prev_txn_id":-1,
             "shadow_index_map":{"3":4},"created_at":1,"full_sync_start_at":2,"partial_sync_start_at":3,
             "incremental_sync_start_at":4,"ingest_binlog_at":5,"full_sync_info":{"prev_commit_seq":1,"commit_seq":2,
             "sub_sync_state":{"state":77,"binlog_type":99},"info":"why"}}""";

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of(Feature.class, "{\"feature\":\"f\",\"value\":true,\"default\":\"true\"}"),
                Arguments.of(
                        JobStatus.class,
                        "{\"name\":\"j\",\"state\":\"asleep\",\"progress_state\":\"Unknown SyncState: 7\",\"commit_seq\":1}"),
                Arguments.of(
                        Frontend.class, "{\"host\":\"h\",\"port\":\"1\",\"thrift_port\":\"2\",\"is_master\":true}"),
                Arguments.of(ClusterSpec.class, recorded("/job_detail/src")),
                Arguments.of(
                        JobExtra.class,
                        "{\"reuse_binlog_label\":true,\"skip_binlog\":true,\"skip_commit_seq\":1,\"skip_by\":\"SILENCE\","
                                + "\"skip_table\":\"t\",\"skip_table_id\":2}"),
                Arguments.of(JobDetail.class, recorded("/job_detail")),
                Arguments.of(SubSync.class, "{\"state\":-1,\"binlog_type\":-1}"),
                Arguments.of(JobProgress.class, FULL_PROGRESS),
                Arguments.of(
                        JobLag.class,
                        "{\"lag\":1,\"first_commit_seq\":-1,\"last_commit_seq\":0,\"first_binlog_timestamp\":\"\","
                                + "\"last_binlog_timestamp\":\"1970-01-01 08:00:00\",\"time_interval\":89.5,"
                                + "\"time_interval_secs\":1756700000,\"next_commit_seq\":0,\"next_binlog_timestamp\":\"?\"}"),
                Arguments.of(
                        ViewRow.class,
                        "{\"jobName\":\"j\",\"type\":\"db_sync\",\"subSyncState\":\"Unknown sub sync state: 5\"}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    <T> void whatIsThereIsKept(Class<T> type, String json) throws Exception {
        assertThat(JsonTrees.written(decode(type, json))).isEqualTo(JsonTrees.tree(json));
    }

    @ParameterizedTest
    @MethodSource("models")
    <T> void whatIsMissingIsAbsent(Class<T> type, String json) throws Exception {
        T empty = decode(type, "{}");
        assertThat(JsonTrees.written(empty)).isEqualTo(JsonTrees.tree("{}"));
        assertThat(empty.toString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("models")
    <T> void nullIsAbsentToo(Class<T> type, String json) throws Exception {
        ObjectNode nulls = (ObjectNode) JsonTrees.tree(json);
        nulls.fieldNames().forEachRemaining(name -> nulls.putNull(name));
        assertThat(decode(type, nulls.toString())).isEqualTo(decode(type, "{}"));
    }

    @ParameterizedTest
    @MethodSource("models")
    <T> void unknownFieldsAreKept(Class<T> type, String json) throws Exception {
        JsonNode more =
                ((ObjectNode) JsonTrees.tree(json)).putNull("n").put("x", 1.5).set("y", JsonTrees.tree("[{\"z\":1}]"));
        assertThat(JsonTrees.written(decode(type, more.toString()))).isEqualTo(more);
    }

    @Test
    void thePasswordOfARecordedJobShowsNowhere() throws Exception {
        JobDetail detail = decode(JobDetail.class, recorded("/job_detail"));
        assertThat(detail.src().orElseThrow().password().orElseThrow().reveal()).isEqualTo("s3cret");
        assertThat(detail.toString() + detail.src() + Json.masked(detail)).doesNotContain("s3cret");
        assertThat(new ObjectMapper().registerModule(new Jdk8Module()).writeValueAsString(detail))
                .doesNotContain("s3cret")
                .contains("\"host\":\"127.0.0.1\"");
    }

    @Test
    void modelsPrintAsOneReadableLine() throws Exception {
        assertThat(decode(JobDetail.class, recorded("/job_detail")))
                .hasToString("job db_job RUNNING DATABASE from demo on 127.0.0.1:19030 to demo2 on 127.0.0.1:19031,"
                        + " skip pending: fullsync");
        assertThat(decode(JobProgress.class, FULL_PROGRESS))
                .hasToString(
                        "job j DB_TABLES_INCREMENTAL_SYNC/COMMIT_PIPELINE of REPLACE_PARTITIONS, prev 1, in work 2,"
                                + " last attempted 3, full sync started 1970-01-01T00:00:02Z");
        assertThat(decode(Feature.class, "{\"feature\":\"f\",\"value\":true,\"default\":\"false\"}"))
                .hasToString("f=true (default false)");
        assertThat(decode(Frontend.class, "{\"host\":\"h\",\"port\":\"1\",\"is_master\":true}"))
                .hasToString("h:1 (master)");
        assertThat(decode(SyncerVersion.class, "{\"version\":\"v\"}")).hasToString("v");
        assertThat(decode(JobStatus.class, "{\"name\":\"j\",\"state\":\"paused\",\"commit_seq\":5}"))
                .hasToString("JobStatus{name=j, state=PAUSED, commitSeq=5}");
        assertThat(decode(PartialSyncData.class, "{\"table\":\"t\",\"table_id\":1}"))
                .hasToString("PartialSyncData{tableId=1, table=t, partitionIds=[], partitions=[]}");
        assertThat(JobMetrics.builder()
                        .name("j")
                        .commitSeq(7)
                        .timeBehind(Duration.ofSeconds(30))
                        .build())
                .hasToString("JobMetrics{name=j, commitSeq=7, timeBehind=PT30S}");
        assertThat(decode(FullSyncInfo.class, "{\"info\":\"why\"}")).hasToString("full sync: why");
    }

    private static String recorded(String pointer) {
        JsonNode detail = JsonTrees.tree(
                RecordedExchanges.titled("job_detail after skip").response().body());
        return detail.at(pointer).toString();
    }

    private static <T> T decode(Class<T> type, String json) throws Json.Undecodable {
        return Json.decode(JsonTrees.tree(json), type, "test");
    }
}
