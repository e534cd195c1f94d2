package dev.opsdk.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.testkit.ModelFuzz;
import dev.opsdk.core.testkit.Parsing;
import dev.opsdk.openmldb.assess.StatFile;
import dev.opsdk.openmldb.assess.TableStatusReport;
import dev.opsdk.openmldb.internal.Servers;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.Tablet;
import dev.opsdk.openmldb.model.TermPair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What turns OpenMLDB's texts and those of the tool's file into values, against damaged ones. */
class MldbParsersFuzzTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The first objects of a list of the recorded answers of a method, or the answers themselves. */
    private static List<String> parts(String method, String field) {
        List<String> parts = new ArrayList<>();
        for (RecordedExchange exchange : RecordedExchange.all()) {
            if (!exchange.path().endsWith("/" + method) || !exchange.answer().startsWith("{")) {
                continue;
            }
            JsonNode part = field.isEmpty()
                    ? tree(exchange.answer())
                    : tree(exchange.answer()).path(field).path(0);
            if (part.isObject()) {
                parts.add(part.toString());
            }
        }
        assertThat(parts).isNotEmpty();
        return parts.stream().distinct().toList();
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> models() {
        return Stream.of(
                test(Tablet.class, parts("ShowTablet", "tablets")),
                test(TableInfo.class, parts("ShowTable", "table_info")),
                test(Op.class, parts("ShowOPStatus", "op_status")),
                test(HeldPartition.class, parts("GetTableStatus", "all_table_status")),
                test(Followers.class, parts("GetTableFollower", "")),
                test(TermPair.class, List.of("{\"has_table\":true,\"is_leader\":true,\"term\":5,\"offset\":10}")));
    }

    private static DynamicTest test(Class<?> model, List<String> seeds) {
        return DynamicTest.dynamicTest(model.getSimpleName(), () -> ModelFuzz.of(model, 500, seeds));
    }

    @Test
    void statFiles() {
        List<String> files = List.of("a:1,db,t1,6,0,\nb:1,db,t1,6,1,c:1\n\nns,,t,1,4294967294,\r\n", "");
        Parsing.ofUser(
                "stat file", 2_000, files, "line ", text -> StatFile.parse(text).all());
        Parsing.ofUser(
                "lines of one tablet",
                1_000,
                files,
                "line ",
                text -> StatFile.parse(text).of("a:1"));
    }

    @Test
    void patternsOfDatabases() {
        Parsing.lenient(
                "pattern",
                2_000,
                List.of("%", "db_", "demo\\_db", "a%b%c"),
                text -> TableStatusReport.includes("demo_db", text));
    }

    /** What stands in a node of ZooKeeper, and in the map of names. */
    @Test
    void addressesOfServers() {
        Parsing.lenient(
                "address of a server",
                2_000,
                List.of("10.0.0.1:7527", "ns", "http://h:1/", "[::1]:7527"),
                Servers::parse);
    }
}
