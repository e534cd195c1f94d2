package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.opsdk.core.Secret;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.core.testkit.Allocated;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.CapturedLogs;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.model.CheckerUpdate;
import dev.opsdk.oms.model.ConnectorScope;
import dev.opsdk.oms.model.ConnectorStart;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.JvmParams;
import dev.opsdk.oms.model.PullBack;
import dev.opsdk.oms.model.WriterUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets wrong is refused with a reason, before anything is sent. */
class BadInputTest {
    private static final Instant THEN = Instant.ofEpochSecond(1_676_286_000);

    @ParameterizedTest
    @ValueSource(
            strings = {"***", "****", "******", " *** ", "jdbc:mysql://h?user=a&password=***&x=1", "{\"p\":\"***\"}"})
    void aMaskIsNotWrittenBack(String masked) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterUpdate.builder().set("config_url", masked))
                .withMessageContaining("mask");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterUpdate.builder().set("config_url", Secret.of(masked)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder().source("password", masked));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckerUpdate.builder().set("password", masked));
    }

    @Test
    void asterisksOfAFilterAreNoMask() {
        assertThat(WriterUpdate.builder()
                        .set("filter.conditions", "baby.*")
                        .build()
                        .reveal())
                .containsEntry("filter.conditions", "baby.*");
        assertThat(WriterUpdate.builder()
                        .set("sync_username", "root@oms#ob_10088***.admin")
                        .build()
                        .reveal())
                .containsKey("sync_username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a=b", "a\n", "applierName", "writerName", "JDBCWriter.a"})
    void aWritersKeyThatIsNoneIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterUpdate.builder().set(key, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "taskName", "source.a", "sink.a", "dest.a", "checkpoint"})
    void aConnectorsKeyThatIsNoneIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder().source(key, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "task.id", "task.type", "task.resume"})
    void aCheckersKeyThatIsNoneIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckerUpdate.builder().set(key, "1"));
    }

    @Test
    void aKeySetTwiceIsRefusedAlsoInTheWordsOfTheOtherGeneration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterUpdate.builder().set("a", "1").set("a", "2"))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder()
                        .coordinator("connector_jvm_param", "-Xmx1g")
                        .coordinator("connectorJvmParam", "-Xmx2g"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder()
                        .coordinator("connector_jvm_param", "-Xmx1g")
                        .delete(ConnectorScope.COORDINATOR, "connectorJvmParam"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder()
                        .delete(ConnectorScope.SINK, "a")
                        .sink("a", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder().delete(ConnectorScope.SINK, "a,b"));
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriterUpdate.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorUpdate.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckerUpdate.builder().build());
    }

    @Test
    void anUpdateDoesNotChangeAfterItWasBuilt() {
        WriterUpdate.Builder builder = WriterUpdate.builder().set("a", "1");
        WriterUpdate update = builder.build();
        builder.set("b", "2");

        assertThat(update.reveal()).containsOnlyKeys("a");
    }

    @Test
    void millisecondsAreNotTakenForSeconds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PullBack.toEpochSecond("sub", 1_676_286_000_000L))
                .withMessageContaining("milliseconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PullBack.to("sub", Instant.ofEpochSecond(1_676_286_000_000L)));
        assertThatIllegalArgumentException().isThrownBy(() -> PullBack.to("sub", Instant.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PullBack.to("sub", Instant.ofEpochMilli(1_676_286_000L)))
                .withMessageContaining("a unit was mistaken");
        assertThatIllegalArgumentException().isThrownBy(() -> PullBack.to(" ", THEN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PullBack.to("sub", THEN).and("sub", THEN));
    }

    @Test
    void aPullBackIsRoundedDownSoThatNothingIsSkipped() {
        PullBack back = PullBack.to("a\"b", THEN.plusMillis(999)).and("c", THEN);

        assertThat(back.checkpointJson()).isEqualTo("{\"a\\\"b\":\"1676286000\",\"c\":\"1676286000\"}");
        assertThat(back.targets()).isEqualTo(Map.of("a\"b", THEN, "c", THEN));
        assertThat(back).isEqualTo(PullBack.toEpochSecond("a\"b", 1_676_286_000).and("c", THEN));
        assertThat(back.hashCode()).isEqualTo(back.targets().hashCode());
        assertThat(back.toString()).contains("2023-02-13T11:00:00Z");
    }

    @Test
    void aJvmThatCouldNotStartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        JvmParams.builder().initialHeap("6g").maxHeap("4096m").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder()
                        .maxHeap("1t")
                        .youngGeneration("1024g")
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder().maxHeap("four"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder().maxHeap("6"))
                .withMessageContaining("was a unit forgotten?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder().flag("-Xmx4g"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder().flag("-a -b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder().build());
        assertThat(JvmParams.builder()
                        .maxHeap("1048576k")
                        .initialHeap("1073741824")
                        .flag("-XX:+UseG1GC")
                        .build())
                .hasToString("-Xms1073741824 -Xmx1048576k -XX:+UseG1GC");
    }

    @Test
    void noConnectorIsIncrementalAndFull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorStart.builder()
                        .fromNewCheckpoint()
                        .fullImportAgain()
                        .build());
    }

    @Test
    void scopesAreReadInTheWordsOfBothGenerations() {
        assertThat(ConnectorScope.parse("dest")).isEqualTo(ConnectorScope.parse("sink"));
        assertThat(ConnectorScope.parse("source")).isEqualTo(ConnectorScope.SOURCE);
        assertThat(ConnectorScope.parse("coordinator")).isEqualTo(ConnectorScope.COORDINATOR);
        assertThat(ConnectorScope.parse("condition").wire(Generation.GEN1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectorScope.parse("jvm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "localhost", "", " ", "http://10.10.10.2", "10.10.10.2\n"})
    void aHostThatIsNoneIsRefusedBeforeAnythingIsSent(String node) {
        try (FaultServer server = FaultServer.start(Answer.json(Cm.OK));
                OmsClient oms = Cm.client(server, Generation.GEN1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> oms.writer(Cm.WRITER).migrate(node));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> oms.connector(Cm.CONNECTOR).migrate(node));
            assertThat(server.arrived()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cm.example, http://cm.example:8088",
        "cm.example:9999, http://cm.example:9999",
        "http://cm.example, http://cm.example:8088",
        "http://cm.example/, http://cm.example:8088",
        "http://cm.example:80, http://cm.example:80",
        "HTTP://cm.example:8088/, http://cm.example:8088",
        "https://gate.example, https://gate.example:443",
        "https://gate.example:8443, https://gate.example:8443",
        "[fe80::12], http://[fe80::12]:8088",
        "http://[fe80::12]:8090, http://[fe80::12]:8090"
    })
    void theAddressMayLackSchemeAndPort(String text, String url) {
        try (OmsClient oms = OmsClient.connect(text)) {
            assertThat(oms.url()).hasToString(url);
            assertThat(oms.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ftp://x", "http://x/path", "user:pw@host", "a b"})
    void anAddressThatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OmsClient.connect(text));
    }

    @Test
    void theConsolesPortIsWarnedOf() {
        try (CapturedLogs logs = CapturedLogs.start();
                OmsClient oms = OmsClient.connect("cm.example:8089")) {
            assertThat(oms.warnings())
                    .singleElement()
                    .asString()
                    .contains("console")
                    .contains("8088");
            assertThat(logs.lines())
                    .anySatisfy(line -> assertThat(line).startsWith("WARN").contains("8089"));
        }
    }

    @Test
    void withoutAnAddressThereIsNoClient() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmsClient.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmsClient.builder().pollEvery(Duration.ZERO));
    }

    @Test
    void theEnvironmentSaysWhereAndWhetherOnlyToRead() {
        Map<String, String> env = Map.of("OPSDK_OMS_URL", "cm.example", "OPSDK_OMS_READ_ONLY", "true");

        try (OmsClient oms = OmsClient.fromEnv(Environment.of(env))) {
            assertThat(oms).hasToString("OmsClient[http://cm.example:8088] read-only");
            assertThat(oms.readOnly()).isTrue();
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> OmsClient.fromEnv(Environment.of(Map.of())))
                .withMessageContaining("OPSDK_OMS_URL");
    }

    @Test
    void theSupervisorsPropertiesSayWhere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("drc.properties");
        Files.writeString(file, "# x\ndb.password=Zq7\ncm.url = http://10.0.0.7:8088 \n");

        try (OmsClient oms = OmsClient.fromDrcProperties(file)) {
            assertThat(oms.url()).hasToString("http://10.0.0.7:8088");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cm.url=\n", "cm.url=ftp://x\n", "x=\\u12\n"})
    void propertiesThatDoNotSayWhereAreRefusedWithoutTellingOfOthers(String text, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("drc.properties");
        Files.writeString(file, "db.password=Zq7Secret\n" + text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmsClient.fromDrcProperties(file))
                .withMessageContaining("drc.properties")
                .withMessageContaining("cm.url")
                .withMessageNotContaining("Zq7Secret");
    }

    @Test
    void propertiesThatAreNotThereAreNamed(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OmsClient.fromDrcProperties(folder.resolve("none.properties")))
                .withMessageContaining("none.properties")
                .withMessageContaining("cm.url");
    }

    @Test
    void undocumentedCallsAreOffUnlessToldOtherwise() {
        try (OmsClient oms = OmsClient.connect("cm.example")) {
            assertThatIllegalStateException().isThrownBy(oms::experimental).withMessageContaining("experimental(true)");
        }
        try (OmsClient oms =
                OmsClient.builder().url("cm.example").experimental(true).build()) {
            Experimental calls = oms.experimental();
            assertThatIllegalArgumentException().isThrownBy(() -> calls.stores(" "));
            assertThatIllegalArgumentException().isThrownBy(() -> calls.startStore("sub", THEN, " "));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calls.startStore("sub", Instant.ofEpochSecond(1_676_286_000_000L), "X"));
        }
    }

    @Test
    void aVeryLongHeapSizeIsRefusedInLittleMemoryAndAShortMessage() {
        for (String size : List.of(Allocated.GROWS_IN_LOWER_CASE, "9".repeat(20_000) + "g")) {
            assertThat(Allocated.by(() -> assertThatIllegalArgumentException()
                            .isThrownBy(() -> JvmParams.builder().maxHeap(size))
                            .withMessageContaining("is no size of a heap")
                            .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200))))
                    .isLessThan(Allocated.LITTLE);
        }
    }
}
