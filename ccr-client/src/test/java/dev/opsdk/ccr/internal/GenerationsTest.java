package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SyncState;
import dev.opsdk.ccr.model.SyncType;
import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that were not recorded, as the contract describes them. */
class GenerationsTest {
    @Test
    void upToRelease217TheDetailIsATextThatHoldsJson() throws Exception {
        JobDetail detail = Replies.detail(
                open(
                        "{\"success\":true,\"job_detail\":\"{\\\"sync_type\\\":0,\\\"name\\\":\\\"j\\\","
                                + "\\\"src\\\":{\\\"host\\\":\\\"h\\\"},\\\"dest\\\":{},\\\"skip_error\\\":false,\\\"state\\\":0}\"}"));
        assertThat(detail.name()).contains("j");
        assertThat(detail.syncType()).contains(SyncType.of("db_sync"));
        assertThat(detail.state()).contains(JobState.of("running"));
        assertThat(detail.skipError()).contains(false);
    }

    @Test
    void upToRelease217TheProgressIsATextThatHoldsJson() throws Exception {
        JobProgress progress = Replies.progress(open("{\"success\":true,\"job_progress\":\"{\\\"job_name\\\":\\\"j\\\","
                + "\\\"sync_state\\\":3,\\\"data\\\":\\\"{\\\\\\\"a\\\\\\\":1}\\\"}\"}"));
        assertThat(progress.syncState()).contains(SyncState.of("DBIncrementalSync"));
        assertThat(progress.data()).contains("{\"a\":1}");
    }

    @Test
    void generation5SaysHowFarAJobIsBehindInTime() throws Exception {
        String text = "{\"success\":true,\"lag\":2,\"first_commit_seq\":900,\"last_commit_seq\":1002,"
                + "\"first_binlog_timestamp\":\"2025-09-01 10:00:00\",\"last_binlog_timestamp\":\"2025-09-01 10:05:00\","
                + "\"time_interval_secs\":30,\"next_commit_seq\":1001,\"next_binlog_timestamp\":\"2025-09-01 10:04:30\"}";
        Envelope reply = open(text);
        JobLag lag = Replies.lag(reply);
        assertThat(lag.timeBehind()).contains(Duration.ofSeconds(30));
        assertThat(lag.retentionWindow()).isEmpty();
        assertThat(lag.nextBinlogTimestamp()).contains(LocalDateTime.of(2025, 9, 1, 10, 4, 30));
        assertThat(lag).hasToString("lag 2 binlogs, 30 s behind, source keeps 900..1002");
        assertThat(JsonTrees.meaning(JsonTrees.written(lag))).isEqualTo(JsonTrees.meaning(reply.fields()));
    }

    @Test
    void generation5CountsTheSequenceNumberInTheStatus() throws Exception {
        JobStatus status = Replies.status(open("{\"success\":true,\"status\":{\"name\":\"j\",\"state\":\"running\","
                + "\"progress_state\":\"DBIncrementalSync\",\"commit_seq\":1000}}"));
        assertThat(status.commitSeq()).hasValue(1000);
        assertThat(status.progressState()).contains(SyncState.of(3));
    }

    @Test
    void generation5AddsUntaggedFieldsThatAreKept() throws Exception {
        Envelope reply = open(
                "{\"success\":true,\"job_detail\":{\"id\":\"0cc1\",\"extra\":{\"DroppedIndexes\":null,\"x\":[1]}}}");
        JobDetail detail = Replies.detail(reply);
        assertThat(detail.extra().orElseThrow().additionalProperties()).containsOnlyKeys("DroppedIndexes", "x");
        assertThat(JsonTrees.written(detail)).isEqualTo(reply.fields().get("job_detail"));
    }

    @Test
    void aViewGivesOneRowAJob() throws Exception {
        Envelope reply =
                view("{\"success\":true,\"jobs\":[{\"jobName\":\"j\",\"type\":\"table_sync_with_alias\",\"lag\":\"3\","
                        + "\"syncState\":\"TableIncrementalSync\",\"isHostMapping\":\"false\"}]}");
        assertThat(Replies.view(reply)).singleElement().satisfies(row -> {
            assertThat(row.type()).contains(SyncType.of(1));
            assertThat(row.syncState()).contains(SyncState.of(501));
            assertThat(row.lag()).contains("3");
        });
        assertThat(JsonTrees.written(Replies.view(reply)))
                .isEqualTo(reply.fields().get("jobs"));
    }

    @Test
    void aViewThatCannotShowOneJobIsAFailureWithItsWords() throws Exception {
        Envelope reply = view("thrift error: GetBinlogLag error: [rpc] remote or network error");
        assertThat(reply.success()).isFalse();
        assertThat(Classifier.classify(reply.errorMessage()).kind()).isEqualTo(ErrorKind.CLUSTER_UNREACHABLE);
        assertThat(Classifier.classify(
                                view("show job state with unknow type: json").errorMessage())
                        .kind())
                .isEqualTo(ErrorKind.UNSUPPORTED);
    }

    @Test
    void aViewSpoiledByAQuoteSaysWhatToUseInstead() {
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> view("{\"success\":true,\"jobs\":[{\"jobName\":\"a\"b\"}]}"))
                .withMessageContaining("list_jobs and job_detail")
                .withMessageNotContaining("a\"b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<!DOCTYPE html>"})
    void aViewThatIsNeitherJsonNorASentenceIsRefused(String body) {
        assertThatExceptionOfType(Json.Undecodable.class).isThrownBy(() -> view(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "null",
                "\"x\"",
                "{}",
                "{\"success\":1}",
                "{\"success\":\"true\"}",
                "{\"version\":\"x\"}",
                "{\"success\":false,\"error_msg\":{}}"
            })
    void whatHasNoEnvelopeIsNoReplyOfTheSyncer(String body) {
        assertThatExceptionOfType(Json.Undecodable.class).isThrownBy(() -> open(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true}",
                "{\"success\":true,\"job_detail\":null,\"job_progress\":null,\"status\":null}",
                "{\"success\":true,\"job_detail\":\"\",\"job_progress\":\"\",\"status\":\"\"}",
                "{\"success\":true,\"job_detail\":\"null\",\"job_progress\":\"null\",\"status\":[]}",
                "{\"success\":true,\"job_detail\":\"{} x\",\"job_progress\":\"{\",\"status\":7}",
                "{\"success\":true,\"job_detail\":[],\"job_progress\":true,\"status\":true}"
            })
    void aSuccessWithoutItsContentIsRefused(String body) throws Exception {
        Envelope reply = open(body);
        assertThatExceptionOfType(Json.Undecodable.class).isThrownBy(() -> Replies.detail(reply));
        assertThatExceptionOfType(Json.Undecodable.class).isThrownBy(() -> Replies.progress(reply));
        assertThatExceptionOfType(Json.Undecodable.class).isThrownBy(() -> Replies.status(reply));
    }

    @Test
    void aListThatIsNoneIsRefusedAndAMissingOneIsEmpty() throws Exception {
        assertThat(Replies.jobs(open("{\"success\":true}"))).isEmpty();
        assertThat(Replies.features(open("{\"success\":true,\"flags\":null}"))).isEmpty();
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> Replies.jobs(open("{\"success\":true,\"jobs\":{}}")));
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> Replies.jobs(open("{\"success\":true,\"jobs\":[\"a\",null]}")))
                .withMessageContaining("jobs[1]");
    }

    @Test
    void theZerosOfAFailureCannotBeReadAsValues() throws Exception {
        Envelope reply = open("{\"success\":false,\"error_msg\":\"EOF\",\"lag\":0}");
        assertThatIllegalArgumentException().isThrownBy(() -> Replies.lag(reply));
        assertThatIllegalArgumentException().isThrownBy(() -> Replies.jobs(reply));
    }

    @Test
    void aFailureWithoutWordsIsAFailure() throws Exception {
        assertThat(open("{\"success\":false}")).isEqualTo(open("{\"success\":false,\"error_msg\":null}"));
        assertThat(Classifier.classify(open("{\"success\":false}").errorMessage())
                        .kind())
                .isEqualTo(ErrorKind.UNKNOWN);
    }

    @Test
    void anEnvelopePrintsNamesOfFieldsNotTheirValues() throws Exception {
        assertThat(open("{\"success\":true,\"job_detail\":{\"src\":{\"password\":\"s3cret\"}}}"))
                .hasToString("Envelope[success=true, errorMessage=, fields=[job_detail]]");
    }

    @Test
    void aVersionNeedsItsText() {
        assertThatExceptionOfType(Json.Undecodable.class).isThrownBy(() -> Replies.version(JsonTrees.tree("{}")));
    }

    private static Envelope open(String text) throws Json.Undecodable {
        return Envelope.open(JsonTrees.tree(text));
    }

    private static Envelope view(String text) throws Json.Undecodable {
        return Envelope.openView(text.getBytes(StandardCharsets.UTF_8));
    }
}
