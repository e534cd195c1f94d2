package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.openmldb.ClusterView;
import dev.opsdk.simulator.openmldb.SimTablet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upgrades of tablets, one after the other and broken off, with files of our own and of the Python tool. */
class UpgradeTest {
    @TempDir
    Path dir;

    private static OpenMldbWorld world() {
        OpenMldbWorld world = OpenMldbWorld.inProcess(
                sim -> sim.tablets(3).systemTables(false).autoFailover(false));
        world.sim()
                .table("db", "t1")
                .partitions(2)
                .rows(9)
                .placedOn(world.tablet(0), world.tablet(1))
                .create();
        world.sim().table("db", "single").rows(4).placedOn(world.tablet(0)).create();
        return world;
    }

    private static Report pre(OpenMldbOps ops, String tablet, Path stat) {
        return Scenario.run(
                ops.procedures().preUpgrade(tablet, o -> o.statFile(stat)).plan());
    }

    private static void restart(OpenMldbWorld world, SimTablet tablet) {
        tablet.kill();
        world.sim().advance(Duration.ofSeconds(5));
        tablet.restart();
        world.ops().procedures().recoverData(o -> o).run();
    }

    private static void asBefore(OpenMldbWorld world, ClusterView before) {
        assertThat(new HashSet<>(world.view().replicas())).isEqualTo(new HashSet<>(before.replicas()));
    }

    @Test
    void theLineIsThereBeforeTheReplicaIsAdded() throws IOException {
        try (OpenMldbWorld world = world()) {
            Path stat = dir.resolve("stat");
            ClusterView before = world.view();
            world.time().interruptAt(1);
            Report report = pre(world.ops(), world.tablet(0), stat);
            Thread.interrupted();
            assertThat(report.complete()).isFalse();
            assertThat(world.mutationMethods()).containsExactly("AddReplicaNS");
            assertThat(Files.readString(stat)).isEqualTo(world.tablet(0) + ",db,single,2,0," + world.tablet(2) + "\n");
            // and whoever comes after a crash of this process can undo it with the file alone
            OpenMldbOps next = world.client(client -> client.interceptor(world.wire()));
            next.procedures().awaitNoOps(Duration.ofMinutes(5));
            next.procedures().postUpgrade(world.tablet(0), stat).run();
            assertThat(stat).doesNotExist();
            asBefore(world, before);
            next.close();
        }
    }

    @Test
    void aCrashAtAnyPointIsFinishedByANewClient() {
        int sleeps = 40;
        for (int k = 1; k <= sleeps; k++) {
            try (OpenMldbWorld world = world()) {
                Path stat = dir.resolve("crash" + k);
                ClusterView before = world.view();
                world.time().interruptAt(k);
                Report first = pre(world.ops(), world.tablet(0), stat);
                Thread.interrupted();
                if (first.complete()) {
                    break;
                }
                OpenMldbOps next = world.client(client -> client.interceptor(world.wire()));
                next.procedures().awaitNoOps(Duration.ofMinutes(5));
                Report second = pre(next, world.tablet(0), stat);
                assertThat(second.complete()).as("crash %s: %s", k, second).isTrue();
                assertThat(world.view().leaderCounts()).containsEntry(world.tablet(0), 0);
                restart(world, world.sim().tablet(0));
                next.procedures().awaitNoOps(Duration.ofMinutes(5));
                Report post = Scenario.run(
                        next.procedures().postUpgrade(world.tablet(0), stat).plan());
                assertThat(post.complete()).as("crash %s: %s", k, post).isTrue();
                asBefore(world, before);
                next.close();
            }
        }
    }

    @Test
    void severalTabletsShareAFile() throws IOException {
        try (OpenMldbWorld world = world()) {
            Path stat = dir.resolve("stat");
            Files.writeString(stat, "10.9.9.9:1,db,other,7,0,\nnonsense of somebody else\n");
            ClusterView before = world.view();
            pre(world.ops(), world.tablet(0), stat);
            world.ops().procedures().postUpgrade(world.tablet(0), stat).run();
            assertThat(Files.readString(stat)).isEqualTo("10.9.9.9:1,db,other,7,0,\nnonsense of somebody else\n");
            asBefore(world, before);
        }
    }

    @Test
    void whatThePythonToolBeganIsFinished() throws IOException {
        try (OpenMldbWorld world = world()) {
            ClusterView before = world.view();
            Path stat = dir.resolve("stat");
            // as the tool does it: a copy leads, the old one follows; of two replicas the other one leads
            var single = world.ops().partition("db", "single", 0);
            single.addReplica(world.tablet(2)).run();
            single.changeLeader(world.tablet(2)).run();
            world.ops().partition("db", "t1", 0).changeLeader(world.tablet(1)).run();
            world.ops().partition("db", "t1", 1).changeLeader(world.tablet(1)).run();
            Files.writeString(
                    stat,
                    world.tablet(0) + ",db,single,2,0," + world.tablet(2) + "\n" + world.tablet(0) + ",db,t1,1,0,\n"
                            + world.tablet(0) + ",db,t1,1,1,\n");
            restart(world, world.sim().tablet(0));
            world.ops().procedures().postUpgrade(world.tablet(0), stat).run();
            assertThat(stat).doesNotExist();
            asBefore(world, before);
        }
    }

    @Test
    void twoTabletsOneAfterTheOther() {
        try (OpenMldbWorld world = world()) {
            ClusterView before = world.view();
            Path stat = dir.resolve("stat");
            for (int i = 0; i < 2; i++) {
                assertThat(pre(world.ops(), world.tablet(i), stat).complete()).isTrue();
                restart(world, world.sim().tablet(i));
                world.ops().procedures().postUpgrade(world.tablet(i), stat).run();
                assertThat(stat).doesNotExist();
                asBefore(world, before);
            }
        }
    }

    @Test
    void whatIsNotBackYetStaysInTheFileAndTheRestGoesOn() throws IOException {
        try (OpenMldbWorld world = world()) {
            Path stat = dir.resolve("stat");
            pre(world.ops(), world.tablet(0), stat);
            world.sim().replica("db", "t1", 0, world.tablet(0)).unload();
            Report report = Scenario.run(
                    world.ops().procedures().postUpgrade(world.tablet(0), stat).plan());
            assertThat(report.complete()).isFalse();
            assertThat(Files.readString(stat)).isEqualTo(world.tablet(0) + ",db,t1,1,0,\n");
            assertThat(world.view().leader("db", "single", 0)).contains(world.tablet(0));
        }
    }
}
