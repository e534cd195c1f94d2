package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FakeTime;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.model.Checkpoint;
import dev.opsdk.oms.model.CheckpointRange;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreStatus;
import dev.opsdk.oms.model.WriterConfig;
import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Both replies that the documentation shows, field by field. */
class SeedRepliesTest {
    private static Observed<WriterDetail> writer(Answer answer) {
        try (FaultServer server = FaultServer.start(answer);
                OmsClient oms = OmsClient.builder()
                        .url(server.url().toString())
                        .timeSource(FakeTime.startingAt(Instant.parse("2021-12-17T09:10:20Z")))
                        .build()) {
            return oms.writer(Cm.WRITER).detail();
        }
    }

    private static WriterDetail writer() {
        return writer(Answer.json(Cm.seed("writer-detail"))).value();
    }

    private static CrawlerDetail store() {
        try (FaultServer server = FaultServer.start(Answer.json(Cm.seed("store-detail")));
                OmsClient oms = OmsClient.connect(server.url().toString())) {
            return oms.store(Cm.STORE).detail().value();
        }
    }

    @Test
    void theWritersOwnFields() {
        WriterDetail writer = writer();

        assertThat(writer.name().text()).isEqualTo("10.10.10.1-9000:p_3b7i****_source-000-0:0000000069");
        assertThat(writer.name().sequence()).contains("0000000069");
        assertThat(writer.healthy()).contains(true);
        assertThat(writer.status().orElseThrow().is(WriterStatus.Known.RUNNING)).isTrue();
        assertThat(writer.ip()).contains("10.10.10.1");
        assertThat(writer.port()).isEqualTo(OptionalInt.of(16030));
        assertThat(writer.location()).contains("100");
        assertThat(writer.locationCode()).isEqualTo(OptionalInt.of(100));
        assertThat(writer.created()).contains(Instant.parse("2021-12-16T12:23:04Z"));
        assertThat(writer.modified()).contains(Instant.parse("2021-12-16T12:23:17Z"));
        assertThat(writer.createdMillis()).isEqualTo(OptionalLong.of(1_639_657_384_000L));
        assertThat(writer.modifiedMillis()).isEqualTo(OptionalLong.of(1_639_657_397_000L));
        assertThat(writer.additionalProperties()).isEmpty();
    }

    @Test
    void theWritersPositionWasSampledThreeSecondsLater() {
        Checkpoint at = writer().checkpoint().orElseThrow();

        assertThat(at.time()).contains(Instant.ofEpochSecond(1_639_732_207));
        assertThat(at.sampledAt()).contains(Instant.ofEpochSecond(1_639_732_210));
        assertThat(Duration.between(at.time().orElseThrow(), at.sampledAt().orElseThrow()))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(at.fileIdx()).isEmpty();
        assertThat(at.offset()).isEmpty();
        assertThat(at.msgId()).isEqualTo(OptionalLong.of(0));
        assertThat(at.dbIp()).isEqualTo(OptionalLong.of(-1));
        assertThat(at.dbIpString()).contains("10.10.10.1");
        assertThat(at.dbPort()).isEqualTo(OptionalInt.of(0));
        assertThat(at.dataSource()).contains("10.10.10.1:0");
        assertThat(at.packed().orElseThrow().time()).isEqualTo(at.time());
        assertThat(at.packed().orElseThrow().file()).isEmpty();
        assertThat(at.additionalProperties()).isEmpty();
        assertThat(at.warnings()).isEmpty();
    }

    @Test
    void theWritersConfiguration() {
        WriterConfig config = writer().config().orElseThrow();

        assertThat(config.sections()).containsExactly("JDBCWriter");
        assertThat(config.keys())
                .hasSize(41)
                .startsWith("target_ob_region", "lsn_mode")
                .endsWith("print_sql");
        assertThat(config.get("lsn_mode")).contains("");
        assertThat(config.get("useMultiExecute")).contains("false");
        assertThat(config.get("coordinatorFile.isReverse")).contains("true");
        assertThat(config.get("config_url"))
                .contains("jdbc:mysql://10.10.10.2:2883?useUnicode=true&allowMultiQueries=true&socketTimeout=50000"
                        + "&characterEncoding=utf8&readOnlyPropagatesToServer=false");
        assertThat(config.json("whiteCondition")
                        .orElseThrow()
                        .get(0)
                        .get("name")
                        .textValue())
                .isEqualTo("test_ddl01");
        assertThat(config.json("blackCondition").orElseThrow().get(0).get("sub"))
                .hasSize(2);
        assertThat(config.json("sync_username")).isEmpty();
        assertThat(config.get("sync_username")).contains("root@oms_mysql#ob_10088***.admin");
        assertThat(config.get("nothing")).isEmpty();
    }

    @Test
    void theStoresOwnFields() {
        CrawlerDetail store = store();

        assertThat(store.name().text()).isEqualTo("10.10.10.1-7104:p_4223****_source-000-0:0000000007");
        assertThat(store.name().port()).isEqualTo(OptionalInt.of(7104));
        assertThat(store.observationTrusted()).contains(true);
        assertThat(store.status().orElseThrow().is(StoreStatus.Known.NORMAL)).isTrue();
        assertThat(store.normal()).contains(true);
        assertThat(store.config().orElseThrow().isEmpty()).isTrue();
        assertThat(store.datasource()).contains("10.10.10.1:1");
        assertThat(store.errMsg().orElseThrow()).endsWith("started successfully\n");
        assertThat(store.lastEvent().orElseThrow())
                .startsWith("[Fri Sep 16 10:24:07 2022] DRC_500:")
                .endsWith("started successfully");
        assertThat(store.lastEventIsStart()).isTrue();
        assertThat(store.location()).contains("111");
        assertThat(store.locationCode()).isEqualTo(OptionalInt.of(111));
        assertThat(store.port()).isEqualTo(OptionalInt.of(17008));
        assertThat(store.role()).contains("master");
        assertThat(store.userData()).contains("");
        assertThat(store.additionalProperties()).isEmpty();
    }

    @Test
    void theStoreHoldsSixtyEightHours() {
        CheckpointRange range = store().ranges().get(0);

        assertThat(store().ranges()).hasSize(1);
        assertThat(range.retention()).contains(Duration.ofSeconds(246_608));
        assertThat(range.begin().time()).contains(Instant.parse("2022-09-13T06:09:14Z"));
        assertThat(range.end().time()).contains(Instant.parse("2022-09-16T02:39:22Z"));
        assertThat(range.begin().msgId()).isEqualTo(OptionalLong.of(1));
        assertThat(range.end().msgId()).isEqualTo(OptionalLong.of(3_940_774));
        assertThat(range.begin().fileIdx()).isEqualTo(OptionalLong.of(1_663_049_355));
        assertThat(range.end().fileIdx()).isEqualTo(OptionalLong.of(1_663_295_962));
        assertThat(range.end().offset()).isEqualTo(OptionalLong.of(662_932));
        assertThat(range.end().gmtSeconds()).isEmpty();
        assertThat(range.end().sampledAt()).isEmpty();
        assertThat(range.end().dbIp()).isEqualTo(OptionalLong.of(16_843_009));
        assertThat(range.end().dbPort()).isEqualTo(OptionalInt.of(1));
        assertThat(range.end().packed().orElseThrow().recordId()).isEqualTo(OptionalLong.of(3_940_774));
        assertThat(range.covers(Instant.parse("2022-09-14T00:00:00Z"))).isTrue();
        assertThat(range.covers(Instant.parse("2022-09-13T06:09:13Z"))).isFalse();
        assertThat(range.covers(Instant.parse("2022-09-16T02:39:23Z"))).isFalse();
    }

    @Test
    void theServersClockComesWithTheReply() {
        Observed<WriterDetail> seen =
                writer(Answer.json(Cm.seed("writer-detail")).header("Date", "Fri, 17 Dec 2021 09:10:15 GMT"));

        assertThat(seen.serverTime()).contains(Instant.parse("2021-12-17T09:10:15Z"));
        assertThat(seen.now()).isEqualTo(Instant.parse("2021-12-17T09:10:15Z"));
        assertThat(seen.clockSkew()).contains(Duration.ofSeconds(5));
        assertThat(seen.toString()).contains("healthy RUNNING at 2021-12-17T09:10:07Z");
    }

    @Test
    void withoutAServersClockThisMachinesCounts() {
        Observed<WriterDetail> silent = writer(Answer.json(Cm.seed("writer-detail")));
        Observed<WriterDetail> garbled =
                writer(Answer.json(Cm.seed("writer-detail")).header("Date", "yesterday"));

        assertThat(silent.now()).isEqualTo(Instant.parse("2021-12-17T09:10:20Z"));
        assertThat(silent.clockSkew()).isEmpty();
        assertThat(garbled.serverTime()).isEmpty();
        assertThat(silent.toString()).contains("this machine's clock");
    }
}
