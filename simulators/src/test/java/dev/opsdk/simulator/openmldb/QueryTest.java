package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class QueryTest extends ClusterTest {

    @Test
    void tablesOfTheOldDefaultDatabaseComeWithEveryAnswer() {
        sim.table("", "old").placedOn(a).create();
        JsonNode tables = asked.ns("ShowTable", "{\"db\":\"nope\"}").path("table_info");
        assertThat(tables).hasSize(1);
        assertThat(tables.path(0).path("name").asText()).isEqualTo("old");
        assertThat(asked.ns("ShowTable", "{}").path("table_info")).hasSize(1);
        assertThat(asked.ns("ShowTable", "{\"db\":\"demo_db\"}").path("table_info"))
                .hasSize(3);
        assertThat(asked.ns("ShowDatabase", "{}").path("db")).hasSize(1);
    }

    @Test
    void anEmptyNameIsANameThatNoTableHas() {
        assertThat(asked.ns("ShowTable", "{\"db\":\"demo_db\",\"name\":\"\"}").has("table_info"))
                .isFalse();
    }

    @Test
    void whatWasNotReportedYetIsLeftOut() {
        sim.statusPulled(false);
        assertThat(asked.meta("t1", 0, b)).hasToString("{\"endpoint\":\"" + b + "\",\"is_leader\":false}");
        sim.statusPulled(true);
        assertThat(asked.meta("t1", 0, b).path("offset").asLong()).isEqualTo(7);
    }

    @Test
    void databasesCanBeUsedAlsoTheHiddenOnes() {
        assertThat(asked.code("UseDatabase", "{\"db\":\"__INTERNAL_DB\"}")).isZero();
        assertThat(asked.code("UseDatabase", "{\"db\":\"nope\"}")).isEqualTo(802);
    }

    @Test
    void aClusterMayHaveNoSystemTables() {
        try (OpenMldbSimulator bare =
                OpenMldbSimulator.builder().sockets(false).systemTables(false).start()) {
            assertThat(new Asked(bare).ns("ShowTable", "{\"show_all\":true}").has("table_info"))
                    .isFalse();
        }
    }

    @Test
    void tablesAreDealtOutInTurn() {
        sim.table("demo_db", "dealt").partitions(6).replicas(2).create();
        assertThat(sim.view().replicas().stream()
                        .filter(replica -> replica.table().equals("dealt"))
                        .filter(replica -> replica.endpoint().equals(a)))
                .hasSize(4);
        assertThat(sim.view().replicaCounts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(5 + 3 + 12);
    }

    @Test
    void anAddedTabletIsThereAndEmpty() {
        SimTablet added = sim.addTablet();
        assertThat(asked.ns("ShowTablet", "{}").path("tablets")).hasSize(4);
        assertThat(sim.view().replicaCounts()).containsEntry(added.endpoint(), 0);
        assertThat(asked.code("AddReplicaNS", single(at("endpoint", added.endpoint()))))
                .isZero();
        settle();
        assertThat(sim.view().replicaCounts()).containsEntry(added.endpoint(), 1);
    }

    @Test
    void repeatedFieldsHaveToBeLists() {
        assertThat(asked.raw(
                                sim.nameServerEndpoints().get(0),
                                "/NameServer/Migrate",
                                "{\"src_endpoint\":\"x\"," + "\"name\":\"t1\",\"pid\":0,\"des_endpoint\":\"y\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.refusals()).extracting(SimCall::code).containsExactly(1003);
    }

    @Test
    void emptyBodiesWithTrailingBracesAreNotLetThrough() {
        for (String body : new String[] {"{}]", "{}}", "{},{}", "{},\"a\":{}", "{} {}", " "}) {
            assertThat(asked.raw(sim.nameServerEndpoints().get(0), "/NameServer/ShowTable", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void namesStandForAddressesEverywhereButInDialling() {
        try (OpenMldbSimulator named = OpenMldbSimulator.builder()
                .sockets(false)
                .autoFailover(false)
                .useNames(true)
                .sdkEndpoints(true)
                .start()) {
            Asked there = new Asked(named);
            named.table("demo_db", "t1").placedOn("tablet_1", "tablet_2").create();
            assertThat(named.tablet(0).endpoint()).isEqualTo("tablet_1");
            String address = named.tablet(1).address();
            assertThat(there.code("RecoverTable", t1(at("endpoint", address)))).isEqualTo(302);
            assertThat(there.code("AddReplicaNS", t1(at("endpoint", address)))).isEqualTo(303);
            assertThat(there.tablet(1, "GetTableStatus", "{}").path("code").asInt())
                    .isZero();
            assertThat(there.ns("ShowSdkEndpoint", "{}").path("tablets")).hasSize(3);
        }
    }
}
