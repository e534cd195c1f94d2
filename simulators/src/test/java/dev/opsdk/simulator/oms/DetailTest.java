package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailTest extends OmsTest {

    @Test
    void aStoreIsToldWithTheFieldsAndTypesOfTheDocumentation() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        JsonNode store = storeDetail(wire, chain.store());
        assertThat(names(store))
                .containsExactly(
                        "active",
                        "cfg",
                        "checkpoints",
                        "datasource",
                        "errMsg",
                        "location",
                        "name",
                        "port",
                        "role",
                        "status",
                        "userData");
        assertThat(store.get("active").isBoolean()).isTrue();
        assertThat(store.get("status").isInt()).isTrue();
        assertThat(store.get("location").asText()).isEqualTo("100");
        assertThat(store.get("location").isTextual()).isTrue();
        assertThat(store.get("cfg").asText()).isEmpty();
        assertThat(store.get("name").asText()).isEqualTo("10.10.10.1-7100:p_orders_source-000-0:0000000001");
        assertThat(store.get("errMsg").asText())
                .isEqualTo("[Thu Jan 15 16:00:00 2026] DRC_500:Store p_orders_source-000-0.0000000001"
                        + " started successfully\n");
        JsonNode pair = store.get("checkpoints").get(0);
        assertThat(pair.size()).isEqualTo(2);
        assertThat(names(pair.get(1)))
                .containsExactly(
                        "checkpoint",
                        "dataSource",
                        "dbIp",
                        "dbIpString",
                        "dbPort",
                        "fileIdx",
                        "gmt",
                        "msgId",
                        "offset",
                        "timestamp");
        assertThat(pair.get(1).get("timestamp").asLong())
                .isEqualTo(chain.store().end().getEpochSecond());
        assertThat(pair.get(0).get("msgId").asLong()).isEqualTo(1);
        assertThat(pair.get(1).get("gmt").isNull()).isTrue();
    }

    @Test
    void aWriterIsToldWithStatusInTextAndTimesInSecondsAndMilliseconds() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        JsonNode told = writerDetail(new CmWire(sim), writer);
        assertThat(names(told))
                .containsExactly(
                        "active",
                        "cfg",
                        "checkpoint",
                        "gmtCreated",
                        "gmtModified",
                        "ip",
                        "location",
                        "name",
                        "port",
                        "status");
        assertThat(told.get("status").asText()).isEqualTo("running");
        long now = sim.clock().now().getEpochSecond();
        assertThat(told.get("gmtCreated").asLong()).isEqualTo(now * 1000);
        JsonNode checkpoint = told.get("checkpoint");
        assertThat(checkpoint.get("gmt").asLong()).isEqualTo(now);
        assertThat(checkpoint.get("checkpoint").asText()).isEqualTo("255.255.255.255:0:null:null:" + (now - 1) + ":0");
        assertThat(checkpoint.get("dbIp").asInt()).isEqualTo(-1);
        assertThat(checkpoint.get("fileIdx").isNull()).isTrue();
        assertThat(checkpoint.get("offset").isNull()).isTrue();
    }

    @Test
    void aWritersConfigurationIsIniTextWithItsSecretsInClear() {
        OmsSimulator sim = start();
        String cfg = writerDetail(new CmWire(sim), sim.chain("p_orders").writer())
                .get("cfg")
                .asText();
        assertThat(cfg)
                .startsWith("[JDBCWriter]\n")
                .endsWith("\n")
                .contains("\nsync_password=Sync=Secret1\n", "\nbinlog_password=Bin10g&Secret\n", "\nlsn_mode=\n")
                .contains("\nuseMultiExecute=false \n", "?useUnicode=true&allowMultiQueries=true");
    }

    @Test
    void withoutFiltersAStoreIsNotTold() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        assertRefused(wire.get("/crawler/detail", "crawler", store.name()));
        assertDone(wire.get("/crawler/detail", "filters", "", "crawler", store.name()));
        OmsSimulator lenient = start(OmsSimulator.builder().filtersRequired(false));
        OmsStore other = lenient.chain("p_orders").store();
        assertDone(new CmWire(lenient).get("/crawler/detail", "crawler", other.name()));
    }

    @Test
    void anUnknownNameIsSuccessWithNull() {
        CmWire wire = new CmWire(start());
        assertThat(wire.get("/crawler/detail", "filters", "", "crawler", "nope").body())
                .isEqualTo("{\"crawler\":null,\"isSuccess\":true}");
        assertThat(wire.get("/JDBCWriter/detail", "writerName", "nope").body())
                .isEqualTo("{\"replicator\":null,\"isSuccess\":true}");
    }

    @Test
    void anUnknownNameMayBeMissingOrRejected() {
        CmWire missing = new CmWire(start(OmsSimulator.builder().unknownNames(UnknownName.MISSING)));
        assertThat(missing.get("/JDBCWriter/detail", "writerName", "nope").body())
                .isEqualTo("{\"isSuccess\":true}");
        CmWire rejected = new CmWire(start(OmsSimulator.builder().unknownNames(UnknownName.REJECTED)));
        assertRefused(rejected.get("/JDBCWriter/detail", "writerName", "nope"));
    }

    @Test
    void positionsAreWrittenAsTheSourceCountsThem() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        store.source().is(SourceType.MYSQL, "1.1.1.1", 3306);
        JsonNode mysql = storeDetail(wire, store).get("checkpoints").get(0).get(1);
        assertThat(mysql.get("dbIp").asInt()).isEqualTo(16843009);
        assertThat(mysql.get("dataSource").asText()).isEqualTo("1.1.1.1:3306");
        assertThat(mysql.get("fileIdx").asLong()).isLessThan(100);
        store.source().is(SourceType.ORACLE, "10.10.20.6", 1521);
        JsonNode oracle = storeDetail(wire, store).get("checkpoints").get(0).get(1);
        assertThat(oracle.get("offset").isNull()).isTrue();
        assertThat(oracle.get("fileIdx").asLong()).isGreaterThan(1_600_000);
    }

    @Test
    void rangesMayBeNoneOrMany() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        assertThat(storeDetail(wire, store.reportsRanges(0)).get("checkpoints")).isEmpty();
        assertThat(storeDetail(wire, store.reportsRanges(3)).get("checkpoints")).hasSize(3);
    }

    @Test
    void writerPositionsAreSampledEveryFewSeconds() {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        CmWire wire = new CmWire(sim);
        long first = writerDetail(wire, writer).get("checkpoint").get("gmt").asLong();
        sim.advance(Duration.ofSeconds(4));
        assertThat(writerDetail(wire, writer).get("checkpoint").get("gmt").asLong())
                .isEqualTo(first);
        sim.advance(Duration.ofSeconds(1));
        JsonNode next = writerDetail(wire, writer).get("checkpoint");
        assertThat(next.get("gmt").asLong()).isEqualTo(first + 5);
        assertThat(next.get("timestamp").asLong()).isEqualTo(first + 4);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
