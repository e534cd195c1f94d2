package dev.opsdk.oms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.Hostile;
import dev.opsdk.core.testkit.ModelFuzz;
import dev.opsdk.core.testkit.Parsing;
import dev.opsdk.oms.Cm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What turns OMS's texts, and those that go there, into values, against damaged ones. */
class OmsModelsFuzzTest {
    private static final String CONFIG = "[JDBCWriter]\nsync_password=" + Hostile.MARKER + "\ndb.url=jdbc:mysql://root:"
            + Hostile.MARKER + "@h:1/x\nfilters={\"a\":[1,\"b\"]}\n# a\n[other]\nk = v\n";
    private static final List<String> NAMES = List.of(Cm.STORE, Cm.WRITER, Cm.CONNECTOR, Cm.CONNECTOR_V2);

    @TestFactory
    Stream<DynamicTest> models() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        String store = mapper.readTree(Cm.seed("store-detail")).path("crawler").toString();
        String writer =
                mapper.readTree(Cm.seed("writer-detail")).path("replicator").toString();
        return Stream.of(
                DynamicTest.dynamicTest(
                        "CrawlerDetail", () -> ModelFuzz.of(CrawlerDetail.class, 1_000, List.of(store))),
                DynamicTest.dynamicTest(
                        "WriterDetail", () -> ModelFuzz.of(WriterDetail.class, 1_000, List.of(writer))));
    }

    @Test
    void errorDetails() {
        Parsing.ofServersJson(
                "error detail",
                500,
                List.of("{\"code\":\"CM-1\",\"message\":\"m\",\"reason\":\"r\",\"proposal\":\"p\",\"level\":3}"),
                text -> {
                    ErrorDetail detail = ErrorDetail.of(Json.tree(text.getBytes(StandardCharsets.UTF_8)));
                    return List.of(detail, detail.code(), detail.message(), detail.reason(), detail.proposal());
                });
    }

    @Test
    void configurationTexts() {
        Parsing.lenient("configuration text", 1_000, List.of(CONFIG), text -> {
            WriterConfig config = WriterConfig.of(text);
            for (String key : config.keys()) {
                assertThat(config.get(key)).isNotNull();
                assertThat(config.json(key)).isNotNull();
            }
            config.sections()
                    .forEach(section -> assertThat(config.section(section)).isNotNull());
            assertThat(config.revealText()).isEqualTo(text);
            return config.maskedText();
        });
    }

    @Test
    void checkpointTexts() {
        Parsing.lenient(
                "checkpoint text",
                1_000,
                List.of("1676286000", "10.0.0.1:2881@3@456@1676286000@7", "@@@1676286000@", "-1", "0"),
                text -> {
                    CheckpointText checkpoint = CheckpointText.of(text);
                    assertThat(checkpoint.raw()).isEqualTo(text);
                    return List.of(
                            checkpoint,
                            checkpoint.host(),
                            checkpoint.port(),
                            checkpoint.file(),
                            checkpoint.offset(),
                            checkpoint.time(),
                            checkpoint.recordId());
                });
    }

    @Test
    void errorCodesInWords() {
        Parsing.lenient(
                "error code", 1_000, List.of("CM-SCHEERR000024: no store", "it is CM-RESOAT000017"), CmErrorCode::in);
    }

    @Test
    void names() {
        Parsing.ofUser("store name", 500, NAMES, "store", text -> {
            StoreName name = StoreName.of(text);
            return List.of(name, name.host(), name.port(), name.sequence(), name.subTopic());
        });
        Parsing.ofUser("writer name", 500, NAMES, "writer", text -> {
            WriterName name = WriterName.of(text);
            return List.of(name, name.host(), name.port(), name.sequence(), name.subTopic());
        });
        Parsing.ofUser("connector name", 500, NAMES, "connector", text -> {
            ConnectorName name = ConnectorName.of(text);
            return List.of(name, name.host(), name.port(), name.sequence(), name.isV2(), name.task());
        });
        Parsing.ofUser("checker id", 500, List.of("90215", "1"), "checker", CheckerTaskId::of);
        Parsing.ofUser(
                "checker name",
                500,
                List.of("10.10.10.1-9000:90215:0000000001"),
                "checker",
                CheckerTaskId::ofComponent);
    }

    @Test
    void heapSizes() {
        Parsing.ofUser(
                "heap size",
                2_000,
                List.of("4g", "512m", "999999k", "9999999999g", "9999999999"),
                "",
                text -> JvmParams.builder().maxHeap(text).build());
    }

    @Test
    void aHeapLargerThanAnyNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JvmParams.builder().maxHeap("9999999999g"))
                .withMessageContaining("'9999999999g' is no size of a heap");
    }

    @Test
    void configurationSecrets() {
        Parsing.lenient(
                "configuration secrets",
                1_000,
                List.of(CONFIG, "jdbc:mysql://u:p@h/x?password=q"),
                ConfigSecrets::shown);
    }
}
