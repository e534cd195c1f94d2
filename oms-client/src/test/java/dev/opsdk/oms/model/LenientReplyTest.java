package dev.opsdk.oms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.Allocated;
import dev.opsdk.oms.Cm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What can be decoded is, and nothing is lost on the way through. */
class LenientReplyTest {
    private static ObjectNode tree(String json) throws Exception {
        return (ObjectNode) Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static CrawlerDetail store(String json) throws Exception {
        return Json.decode(tree(json), CrawlerDetail.class, "crawler");
    }

    private static WriterDetail writer(String json) throws Exception {
        return Json.decode(tree(json), WriterDetail.class, "replicator");
    }

    @Test
    void aNameIsEnough() throws Exception {
        assertThat(store("{\"name\":\"s\"}").ranges()).isEmpty();
        assertThat(store("{\"name\":\"s\"}").normal()).isEmpty();
        assertThat(store("{\"name\":\"s\"}").lastEvent()).isEmpty();
        assertThat(store("{\"name\":\"s\"}")).hasToString("store s");
        assertThat(writer("{\"name\":\"w\"}").healthy()).isEmpty();
        assertThat(writer("{\"name\":\"w\"}").created()).isEmpty();
        assertThat(writer("{\"name\":\"w\"}").locationCode()).isEmpty();
        assertThat(writer("{\"name\":\"w\"}")).hasToString("writer w");
    }

    @TestFactory
    Stream<DynamicTest> everyFieldButTheNameMayBeNullOrMissing() throws Exception {
        JsonNode crawler = tree(Cm.seed("store-detail")).get("crawler");
        JsonNode replicator = tree(Cm.seed("writer-detail")).get("replicator");
        return Stream.of(crawler, replicator)
                .flatMap(detail -> detail.properties().stream()
                        .map(field -> field.getKey())
                        .filter(field -> !field.equals("name"))
                        .map(field -> DynamicTest.dynamicTest(field, () -> {
                            ObjectNode without = detail.deepCopy();
                            Class<?> type = detail.has("errMsg") ? CrawlerDetail.class : WriterDetail.class;
                            without.putNull(field);
                            assertThat(Json.decode(without, type, "x").toString())
                                    .isNotEmpty();
                            without.remove(field);
                            assertThat(Json.decode(without, type, "x").toString())
                                    .isNotEmpty();
                        })));
    }

    @Test
    void fieldsOfANewerServerAreKeptAndWrittenBackButNotPrinted() throws Exception {
        CrawlerDetail store = store("{\"name\":\"s\",\"crawlerStatus\":1,\"x\":{\"y\":[1]},"
                + "\"checkpoints\":[[{\"timestamp\":5,\"z\":true},{\"timestamp\":6}]]}");

        assertThat(store.additionalProperties()).containsOnlyKeys("crawlerStatus", "x");
        assertThat(store.ranges().get(0).begin().additionalProperties()).containsOnlyKeys("z");
        assertThat(tree(Json.wire().writeValueAsString(store)).at("/x/y/0").intValue())
                .isEqualTo(1);
        assertThat(store.toString()).doesNotContain("crawlerStatus");
    }

    @Test
    void whatActiveMeansHasANameOfItsOwnAndKeepsItsJson() throws Exception {
        assertThat(store("{\"name\":\"s\",\"active\":false,\"status\":0}"))
                .satisfies(store -> assertThat(store.observationTrusted()).contains(false))
                .hasToString("store s NOT TO BE TRUSTED: NORMAL");
        assertThat(writer("{\"name\":\"w\",\"active\":false}"))
                .satisfies(writer -> assertThat(writer.healthy()).contains(false))
                .hasToString("writer w abnormal");
        assertThat(Json.masked(writer("{\"name\":\"w\",\"active\":true}"))).contains("\"active\":true");
    }

    @Test
    void anAbnormalStoreShowsItsLastEventWhichMayBeAnOldSuccess() throws Exception {
        CrawlerDetail store = store("{\"name\":\"s\",\"status\":1,"
                + "\"errMsg\":\"[x] DRC_500:Store s started successfully password=abc\\n\"}");

        assertThat(store.normal()).contains(false);
        assertThat(store.lastEventIsStart()).isTrue();
        assertThat(store.toString())
                .contains("ABNORMAL")
                .contains("last event: [x] DRC_500")
                .doesNotContain("abc");
    }

    @Test
    void checkpointsOfAnyLengthAndNullsAreTaken() throws Exception {
        CrawlerDetail store =
                store("{\"name\":\"s\",\"checkpoints\":[null,[],[{\"timestamp\":1}],[null,{\"timestamp\":2}],"
                        + "[{\"timestamp\":3},{\"timestamp\":4},{\"timestamp\":5}]]}");

        assertThat(store.checkpoints()).hasSize(4);
        assertThat(store.ranges()).singleElement().satisfies(range -> {
            assertThat(range.begin().timestampSeconds()).hasValue(3);
            assertThat(range.end().timestampSeconds()).hasValue(5);
        });
    }

    @Test
    void statusesStayOpen() throws Exception {
        assertThat(store("{\"name\":\"s\",\"status\":7}").status().orElseThrow().known())
                .isEmpty();
        assertThat(store("{\"name\":\"s\",\"status\":7}").normal()).contains(false);
        assertThat(store("{\"name\":\"s\",\"status\":\"0\"}").normal()).contains(true);
        assertThat(writer("{\"name\":\"w\",\"status\":\"Running\"}")
                        .status()
                        .orElseThrow()
                        .is(WriterStatus.Known.RUNNING))
                .isTrue();
        assertThat(writer("{\"name\":\"w\",\"status\":\"stopped\"}")
                        .status()
                        .orElseThrow()
                        .is(WriterStatus.Known.STOPPED))
                .isTrue();
        assertThat(writer("{\"name\":\"w\",\"status\":\"odd\"}").status()).hasToString("Optional[unknown(odd)]");
    }

    @Test
    void aTimeOfZeroIsUnknownAndMillisecondsAreWarnedOf() {
        Checkpoint zero = Checkpoint.builder().timestampSeconds(0).build();
        Checkpoint millis = Checkpoint.builder()
                .timestampSeconds(1_639_732_207_000L)
                .gmtSeconds(1_639_732_207_000L)
                .build();

        assertThat(zero.time()).isEmpty();
        assertThat(zero).hasToString("unknown time");
        assertThat(millis.time()).isEmpty();
        assertThat(millis.warnings()).hasSize(2).allMatch(text -> text.contains("milliseconds"));
        assertThat(new CheckpointRange(zero, millis).retention()).isEmpty();
    }

    @Test
    void errorDetailsAreReadInBothCasesOfLetters() throws Exception {
        ErrorDetail cloud =
                ErrorDetail.of(tree("{\"Code\":\"C-1\",\"Level\":\"FATAL\",\"Message\":\"m\",\"Reason\":\"r\","
                        + "\"Proposal\":\"p\",\"other\":1}"));

        assertThat(cloud).hasToString("FATAL: C-1: m: r");
        assertThat(cloud.proposal()).contains("p");
        assertThat(cloud.raw().get("other").intValue()).isEqualTo(1);
        assertThat(ErrorDetail.of(tree("{\"code\":1,\"message\":null}")).code()).contains("1");
        assertThat(ErrorDetail.of(Json.wire().createArrayNode())).hasToString("no detail");
        assertThat(Json.masked(cloud)).doesNotContain("raw");
    }

    @Test
    void codesAreFoundInTexts() {
        assertThat(CmErrorCode.in("x GHANA-PCHK001: y").orElseThrow().code()).isEqualTo("GHANA-PCHK001");
        assertThat(CmErrorCode.in("nothing")).isEmpty();
        assertThat(CmErrorCode.of(" CM-RESONF000003 ").known()).contains(CmErrorCode.Known.NO_RESOURCES);
        assertThat(List.of(CmErrorCode.Known.values()))
                .extracting(CmErrorCode.Known::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void aVeryLongStatusIsKeptInLittleMemory() {
        String wire = Allocated.GROWS_IN_LOWER_CASE;
        assertThat(Allocated.by(() -> assertThat(WriterStatus.of(wire).wire()).isEqualTo(wire)))
                .isLessThan(Allocated.LITTLE);
    }

    /** Compared letter by letter in any case, the dotless letter is one of this word. */
    @Test
    void whatOnlyResemblesRunningIsNotRunning() {
        assertThat(WriterStatus.of(" Running ").known()).contains(WriterStatus.Known.RUNNING);
        assertThat(WriterStatus.of("RUNN\u0130NG").known()).isEmpty();
        assertThat(WriterStatus.of("runn\u0131ng").known()).isEmpty();
    }
}
