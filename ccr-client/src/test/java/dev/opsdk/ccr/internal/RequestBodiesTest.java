package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.ccr.RecordedExchanges;
import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.HostMappingUpdate;
import dev.opsdk.ccr.model.SkipBinlog;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RequestBodiesTest {
    private static final Consumer<ClusterEndpoint.Builder> SRC = src -> src.host("127.0.0.1")
            .port(19030)
            .thriftPort(19020)
            .user("root")
            .password("s3cret")
            .database("demo");
    private static final Consumer<ClusterEndpoint.Builder> DEST = dest ->
            dest.host("127.0.0.1").port(19031).thriftPort(19020).user("root").database("demo2");

    @Test
    void aDatabaseJobIsSentAsRecorded() {
        CreateJob job = CreateJob.builder()
                .name("db_job")
                .src(SRC)
                .dest(DEST)
                .reuseBinlogLabel(true)
                .build();
        assertThat(JsonTrees.written(job)).isEqualTo(sent("create_ccr DB job OK"));
        assertThat(JsonTrees.written(CreateJob.database("db_job", SRC, DEST)))
                .isEqualTo(sent("create_ccr same name again"));
    }

    @Test
    void aTableJobIsSentAsRecorded() {
        CreateJob job = CreateJob.builder()
                .name("tbl-job.1")
                .src(SRC.andThen(src -> src.table("t1")))
                .dest(DEST.andThen(dest -> dest.table("t9")))
                .skipError(true)
                .build();
        assertThat(JsonTrees.written(job)).isEqualTo(sent("create tbl-job.1"));
    }

    @Test
    void everyOptionIsSentUnderItsName() {
        CreateJob job = CreateJob.builder()
                .name("j")
                .src(SRC.andThen(src -> src.table("t").mapHost("10.0.0.1", "1.2.3.4")))
                .dest(DEST.andThen(dest -> dest.table("t")))
                .allowTableExists(true)
                .replicationNum(3)
                .build();
        JsonNode sent = JsonTrees.written(job);
        assertThat(sent.path("allow_table_exists").booleanValue()).isTrue();
        assertThat(sent.path("replication_num").intValue()).isEqualTo(3);
        assertThat(sent.at("/src/host_mapping")).isEqualTo(JsonTrees.tree("{\"10.0.0.1\":\"1.2.3.4\"}"));
        assertThat(sent.at("/dest").has("host_mapping")).isFalse();
    }

    @Test
    void mostCallsSendANameOnly() {
        assertThat(JsonTrees.written(RequestBodies.named("db_job"))).isEqualTo(sent("pause db_job"));
        assertThat(JsonTrees.written(RequestBodies.named("my, job")))
                .isEqualTo(sent("delete job whose name has comma"));
        assertThatIllegalArgumentException().isThrownBy(() -> RequestBodies.named(" "));
    }

    @Test
    void hostMappingsAreSentAsRecorded() {
        assertThat(JsonTrees.written(RequestBodies.hostMapping(
                        "db_job",
                        HostMappingUpdate.builder()
                                .mapSource("172.168.1.1", "10.0.10.1")
                                .unmapSource("172.168.1.5")
                                .build())))
                .isEqualTo(sent("update_host_mapping ok"));
    }

    @Test
    void skipsAreSentAsRecordedAndInLowerCase() {
        assertThat(JsonTrees.written(RequestBodies.skip("db_job", SkipBinlog.silence(1001))))
                .isEqualTo(sent("job_skip_binlog silence seq"));
        assertThat(JsonTrees.written(RequestBodies.skip("db_job", SkipBinlog.fullSync())))
                .isEqualTo(sent("job_skip_binlog fullsync"));
        assertThat(JsonTrees.written(RequestBodies.skip("j", SkipBinlog.partialSync("t1", 20001))))
                .isEqualTo(JsonTrees.tree(
                        "{\"name\":\"j\",\"skip_by\":\"partialsync\",\"skip_table\":\"t1\",\"skip_table_id\":20001}"));
    }

    private static JsonNode sent(String title) {
        return JsonTrees.tree(RecordedExchanges.titled(title).request().body().orElseThrow());
    }
}
