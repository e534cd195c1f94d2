package dev.opsdk.ccr.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictRequestTest {
    private static final Consumer<ClusterEndpoint.Builder> SRC = src -> src.host("fe1")
            .port(9030)
            .thriftPort(9020)
            .user("root")
            .password("pl4nted")
            .database("shop");
    private static final Consumer<ClusterEndpoint.Builder> DEST = SRC.andThen(dest -> dest.host("fe2"));

    @ParameterizedTest
    @ValueSource(strings = {"orders", "a-b_C9", "a.b", "a b=c/d:e"})
    void namesThatHarmNobodyAreTaken(String name) {
        assertThat(JobNames.forNewJob(name)).isEqualTo(name);
        assertThatCode(() -> database(job -> job.name(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a,b", "a'b", "a\"b", "a\\b", "a\tb", "订单", "a%b", "\u00a0"})
    void namesThatHarmAreRefusedForNewJobs(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> JobNames.forNewJob(name));
        assertThatIllegalArgumentException().isThrownBy(() -> database(job -> job.name(name)));
    }

    @Test
    void aNameHasAtMost512Characters() {
        assertThat(JobNames.forNewJob("x".repeat(512))).hasSize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobNames.forNewJob("x".repeat(513)))
                .withMessageContaining("512")
                .withMessageNotContaining("xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my, job", "订单", "it's", " a "})
    void existingJobsStayReachableWhateverTheirName(String name) {
        assertThat(JobNames.existing(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "\u0000"})
    void noJobHasABlankNameOrControlCharacters(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> JobNames.existing(name));
    }

    @Test
    void unwiseNamesAreWarnedOf() {
        assertThat(JobNames.warnings("orders-1")).isEmpty();
        assertThat(JobNames.warnings("a.b")).hasSize(1);
        assertThat(JobNames.warnings("a b" + "x".repeat(70))).hasSize(2);
        assertThat(JobNames.warnings("a:b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',blank",
        "' ',blank",
        "http://fe1,scheme",
        "fe1:9030,port",
        "fe1:,port",
        "[::1]:9030,port",
        "fe 1,nothing else",
        "fe1/x,nothing else",
        "root@fe1,nothing else"
    })
    void aHostIsAHostAlone(String host, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> database(job -> job.src(SRC.andThen(src -> src.host(host)))))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe1", "10.0.0.1", "::1", "fe80::1", "fe-1.example"})
    void hostNamesAndAddressesAreTaken(String host) {
        assertThatCode(() -> database(job -> job.src(SRC.andThen(src -> src.host(host)))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "65536", "-1", "9030 ", "0x10", "99999999999", "９０３０"})
    void aPortIsADecimalNumber(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> database(job -> job.src(SRC.andThen(src -> src.port(port)))))
                .withMessageStartingWith("src: port is '" + port + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> database(job -> job.src(SRC.andThen(src -> src.thriftPort(port)))))
                .withMessageStartingWith("src: thrift_port is '" + port + "'");
    }

    @Test
    void whatTheServerNeedsMustBeThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterEndpoint.builder().build())
                .withMessageContaining("host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateJob.builder().name("x").build())
                .withMessageContaining("src");
        refused("user", src -> src.user(" "));
        refused("database", src -> src.database(""));
        refused("table", src -> src.table(" "));
        refused("private side", src -> src.mapHost(" ", "1.2.3.4"));
        refused("no public side", src -> src.mapHost("10.0.0.1", ""));
    }

    @Test
    void bothSidesNameATableOrNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateJob.table("j", SRC.andThen(StrictRequestTest::orders), DEST))
                .withMessageContaining("both");
        assertThatIllegalArgumentException().isThrownBy(() -> CreateJob.table("j", SRC, DEST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateJob.database(
                        "j", SRC.andThen(StrictRequestTest::orders), DEST.andThen(StrictRequestTest::orders)));
        assertThat(CreateJob.table(
                        "j", SRC.andThen(StrictRequestTest::orders), DEST.andThen(StrictRequestTest::orders)))
                .hasToString("create job j from shop.orders on fe1:9030 to shop.orders on fe2:9030");
    }

    @Test
    void optionsThatTheServerWouldIgnoreOrRefuseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> database(job -> job.allowTableExists(true)));
        assertThatIllegalArgumentException().isThrownBy(() -> database(job -> job.replicationNum(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> database(job -> job.replicationNum(-2)));
        assertThatCode(() -> database(job -> job.replicationNum(-1))).doesNotThrowAnyException();
    }

    @Test
    void aJobOntoItselfIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> database(
                        job -> job.dest(SRC.andThen(dest -> dest.host("FE1").port("09030")))))
                .withMessageContaining("same")
                .withMessageNotContaining("pl4nted");
    }

    @Test
    void noPasswordShowsInTextsOrWarnings() {
        CreateJob job = CreateJob.builder()
                .name("j")
                .src(SRC.andThen(src -> src.password("pl4nted'\"<")))
                .dest(DEST)
                .skipError(true)
                .build();
        assertThat(job.warnings()).hasSize(4).noneMatch(warning -> warning.contains("pl4nted"));
        assertThat(job.toString() + job.src()).doesNotContain("pl4nted");
        assertThat(database(builder -> {}).warnings()).isEmpty();
    }

    @Test
    void anExistingJobCanBeAskedForAgain() {
        CreateJob job = CreateJob.builder()
                .name("j")
                .src(SRC.andThen(StrictRequestTest::orders).andThen(src -> src.mapHost("10.0.0.1", "1.2.3.4")))
                .dest(DEST.andThen(StrictRequestTest::orders))
                .reuseBinlogLabel(true)
                .build();
        JobDetail detail = JobDetail.builder()
                .name("j")
                .src(stored(job.src()))
                .dest(stored(job.dest()))
                .skipError(false)
                .extra(JobExtra.builder().reuseBinlogLabel(true).build())
                .build();
        assertThat(CreateJob.from(detail).build()).isEqualTo(job);
    }

    @Test
    void aMappingUpdateOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostMappingUpdate.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostMappingUpdate.builder().mapSource("", "1").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostMappingUpdate.builder().mapDestination("10.0.0.1", ""))
                .withMessageContaining("unmap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostMappingUpdate.builder()
                        .putDestHostMapping("10.0.0.1", " ")
                        .build());
        HostMappingUpdate update = HostMappingUpdate.builder()
                .mapDestination("10.0.0.1", "1.2.3.4")
                .unmapDestination("10.0.0.2")
                .build();
        assertThat(update.destHostMapping())
                .containsEntry("10.0.0.1", "1.2.3.4")
                .containsEntry("10.0.0.2", "");
    }

    @Test
    void aSkipSaysExactlyWhatItIsAbout() {
        assertThatIllegalArgumentException().isThrownBy(() -> SkipBinlog.silence(0));
        assertThatIllegalArgumentException().isThrownBy(() -> SkipBinlog.partialSync("", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SkipBinlog.partialSync("t", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkipBinlog.builder()
                        .way(SkipBinlog.Way.FULLSYNC)
                        .commitSeq(1)
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkipBinlog.builder()
                        .way(SkipBinlog.Way.SILENCE)
                        .commitSeq(1)
                        .table("t")
                        .build());
        assertThat(SkipBinlog.silence(7)).hasToString("skip binlog 7, losing it");
        assertThat(SkipBinlog.fullSync()).hasToString("skip by a full sync");
        assertThat(SkipBinlog.partialSync("t", 3)).hasToString("skip by copying table t (3)");
    }

    @Test
    void aWayToSkipIsReadInLowerCaseOnly() {
        for (SkipBinlog.Way way : SkipBinlog.Way.values()) {
            assertThat(SkipBinlog.Way.parse(way.wire())).isEqualTo(way);
            assertThatIllegalArgumentException().isThrownBy(() -> SkipBinlog.Way.parse(way.name()));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SkipBinlog.Way.parse("bogus"));
    }

    private static void refused(String why, Consumer<ClusterEndpoint.Builder> change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> database(job -> job.src(SRC.andThen(change))))
                .withMessageContaining(why)
                .withMessageNotContaining("pl4nted");
    }

    private static void orders(ClusterEndpoint.Builder side) {
        side.table("orders");
    }

    private static CreateJob database(Consumer<CreateJob.Builder> change) {
        CreateJob.Builder builder = CreateJob.builder().name("j").src(SRC).dest(DEST);
        change.accept(builder);
        return builder.build();
    }

    private static ClusterSpec stored(ClusterEndpoint endpoint) {
        return ClusterSpec.builder()
                .host(endpoint.host())
                .port(endpoint.port())
                .thriftPort(endpoint.thriftPort())
                .user(endpoint.user())
                .password(endpoint.password())
                .database(endpoint.database())
                .table(endpoint.table())
                .hostMapping(endpoint.hostMapping())
                .addFrontends(Frontend.builder().host("fe1").build())
                .databaseId(1)
                .build();
    }
}
