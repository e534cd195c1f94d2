package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Report;
import dev.opsdk.simulator.openmldb.SimCall;
import dev.opsdk.simulator.openmldb.SimTablet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What recovery must not do, and what it must not leave. */
class RecoverDataTest {
    private static OpenMldbWorld world(boolean system) {
        return OpenMldbWorld.inProcess(
                sim -> sim.tablets(3).systemTables(system).autoFailover(false));
    }

    private static OpenMldbWorld withTable(int partitions, int replicas) {
        OpenMldbWorld world = world(false);
        world.sim()
                .table("db", "t1")
                .partitions(partitions)
                .rows(10)
                .placedOn(List.of(world.tablet(0), world.tablet(1), world.tablet(2))
                        .subList(0, replicas)
                        .toArray(String[]::new))
                .create();
        return world;
    }

    private static void crash(SimTablet tablet, boolean disk) {
        tablet.kill();
        if (disk) {
            tablet.wipeDisk();
        }
        tablet.restart();
    }

    private static Report recover(OpenMldbWorld world) {
        return Scenario.run(world.ops().procedures().recoverData(o -> o).plan());
    }

    private static List<String> targets(OpenMldbWorld world) {
        return world.mutations().stream().map(SimCall::method).distinct().toList();
    }

    @Test
    void aLeaderThatLostItsDiskIsNotLoadedWhenAFollowerHasTheData() {
        try (OpenMldbWorld world = withTable(2, 2)) {
            crash(world.sim().tablet(0), true);
            assertThat(recover(world).complete()).isTrue();
            assertThat(world.view().replicas()).allMatch(replica -> replica.rows() == 10 && replica.isHealthy());
            assertThat(targets(world)).doesNotContain("LoadTable");
            assertThat(world.sim().refusals()).isEmpty();
        }
    }

    @Test
    void aTabletThatComesBackEmptyDoesNotEmptyItsFollowers() {
        try (OpenMldbWorld world = withTable(1, 2)) {
            // both were down; the follower was not alive before, and the leader's disk is gone
            world.sim().breakReplica("db", "t1", 0, world.tablet(1));
            crash(world.sim().tablet(0), true);
            Report report = recover(world);
            assertThat(report.complete()).isFalse();
            assertThat(report.toString()).contains("it came back EMPTY");
            assertThat(world.view()
                            .replica("db", "t1", 0, world.tablet(1))
                            .orElseThrow()
                            .rows())
                    .as("the data is still there")
                    .isEqualTo(10);
            assertThat(targets(world)).doesNotContain("RecoverTable");
            // nor by going on
            Scenario.run(report.resume());
            Report again = recover(world);
            assertThat(again.complete()).as("%s", again).isFalse();
            assertThat(world.view()
                            .replica("db", "t1", 0, world.tablet(1))
                            .orElseThrow()
                            .rows())
                    .as("%s", again)
                    .isEqualTo(10);
        }
    }

    @Test
    void theRoleOnTheDiskIsNotBelieved() {
        try (OpenMldbWorld world = withTable(1, 2)) {
            // who leads by ChangeLeader has "follower" on its disk
            world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1)).run();
            crash(world.sim().tablet(0), false);
            crash(world.sim().tablet(1), false);
            assertThat(recover(world).complete()).isTrue();
            assertThat(world.view().leader("db", "t1", 0)).contains(world.tablet(1));
            assertThat(world.view().isHealthy()).isTrue();
        }
    }

    @Test
    void ofSeveralMarkedLeadersTheAliveOneLeads() {
        try (OpenMldbWorld world = withTable(1, 3)) {
            world.ops()
                    .nameServer()
                    .changeLeader(new dev.opsdk.openmldb.model.PartitionId("db", "t1", 0), world.tablet(2));
            world.sim().advance(java.time.Duration.ofSeconds(30));
            assertThat(world.view().replicas().stream().filter(replica -> replica.leader()))
                    .hasSize(2);
            assertThat(recover(world).complete()).isTrue();
            assertThat(world.view().leader("db", "t1", 0)).contains(world.tablet(2));
            assertThat(world.view().isHealthy()).isTrue();
            assertThat(world.sim().refusals()).isEmpty();
        }
    }

    @Test
    void onePartitionThatCannotBeRepairedDoesNotStopTheOthers() {
        try (OpenMldbWorld world = withTable(3, 1)) {
            for (int pid = 0; pid < 3; pid++) {
                world.sim().replica("db", "t1", pid, world.tablet(0)).unload();
            }
            world.sim().tablet(0).failNextLoad();
            Report report = recover(world);
            assertThat(report.complete()).isFalse();
            assertThat(world.view().replicas().stream().filter(replica -> replica.isHealthy()))
                    .hasSize(2);
            assertThat(report.now()).anyMatch(line -> line.contains("db.t1/0"));
        }
    }

    @Test
    void afterEverythingWasDownAllComesBackAndTheSystemsTablesFirst() {
        try (OpenMldbWorld world = world(true)) {
            world.sim().table("a_db", "t1").partitions(3).replicas(2).rows(10).create();
            world.sim().tablets().forEach(SimTablet::kill);
            world.sim().tablets().forEach(SimTablet::restart);
            assertThat(recover(world).complete()).isTrue();
            assertThat(world.view().isHealthy()).isTrue();
            assertThat(world.view().replicas().stream()
                            .filter(replica -> replica.db().equals("a_db")))
                    .allMatch(replica -> replica.rows() == 10);
            List<String> order = world.mutations().stream()
                    .map(SimCall::request)
                    .filter(request -> request.contains("\"name\":"))
                    .map(request -> request.contains("\"name\":\"t1\"") ? "user" : "system")
                    .toList();
            assertThat(order.subList(order.indexOf("user"), order.size())).containsOnly("user");
            assertThat(order.get(0)).isEqualTo("system");
            assertThat(world.sim().refusals()).isEmpty();
        }
    }
}
