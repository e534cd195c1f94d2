package dev.opsdk.examples.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueriesTest {
    private final World world = World.outOfBalance();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sickTablesAreShownWithAllTheirWarnings() {
        world.sim.tablet(1).kill();
        Ran ran = world.run("--cmd=showtablestatus", "--filter=demo%");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern(
                        "\\| Table_id \\| Table_name \\| Database_name \\| Storage_type \\| Rows \\| Memory_data_size \\| Disk_data_size"
                                + " \\| Partition \\| Partition_unalive \\| Replica \\| Offline_path \\| Offline_format \\| Offline_symbolic_paths \\| Warnings +\\|")
                .containsPattern("\\| t1 +\\| demo_db +\\| memory ")
                .contains("real replica number 1 does not match the configured replicanum 2")
                .doesNotContain("JOB_INFO");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void allDatabasesAreShownUnlessFiltered() {
        assertThat(world.run("--cmd=showtablestatus").out()).contains("JOB_INFO", "t1");
        assertThat(world.run("--cmd=showtablestatus", "--filter=none").out())
                .contains("Table_id")
                .doesNotContain("t1");
    }

    @Test
    void opsAreShownWithTheToolsColumns() {
        world.run("--cmd=scaleout");
        Ran ran = world.run("--cmd", "showopstatus", "--db", "demo_db", "--filter", "kDone");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern(
                        "\\| db +\\| op_id \\| op_type +\\| name +\\| pid \\| status \\| start_time +\\| execute_time"
                                + " \\| end_time +\\| cur_task \\| for_replica_cluster \\|")
                .containsPattern("\\| demo_db \\| \\d+ +\\| kMigrateOP ");
        assertThat(world.run("--cmd=showopstatus", "--filter=kFailed").out()).doesNotContain("kMigrateOP");
    }

    @Test
    void anUnknownDatabaseIsAnError() {
        Ran ran = world.run("--cmd=showopstatus", "--db=demo");
        assertThat(ran.code()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).contains("demo: no database has this name");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void jsonHasTheSameCells() {
        var json =
                world.run("--cmd=showtablestatus", "--filter=demo_db", "--json").json();
        assertThat(json.path("exit").asInt(-1)).isZero();
        assertThat(json.path("columns")).hasSize(14);
        assertThat(json.path("rows")).hasSize(2);
        assertThat(json.path("rows").get(0).path("Table_name").asText()).isEqualTo("t1");
    }
}
