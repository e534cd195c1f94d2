package dev.opsdk.examples.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.simulator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private final World world = World.outOfBalance();

    @TempDir
    Path dir;

    @AfterEach
    void close() {
        world.close();
    }

    private String stat() {
        return "--statfile=" + dir.resolve("stat");
    }

    private void restart(int tablet) {
        world.sim.tablet(tablet).kill();
        world.sim.advance(Duration.ofSeconds(10));
        world.sim.tablet(tablet).restart();
        world.sim.advance(Duration.ofSeconds(10));
    }

    @Test
    void scaleOutShowsBeforeAndAfterAndLeavesTheClusterInBalance() {
        Ran ran = world.run("--cmd=scaleout");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("before  (# leader, = follower)", "after  (# leader, = follower)")
                .contains("scaleOut 'all user databases' is complete")
                .containsPattern(world.tablet(2) + " \\|#=+ +\\| \\d replicas, 1 leaders|" + world.tablet(2) + " \\|#");
        assertThat(ran.err()).contains("[1/").doesNotContain("\u001b");
        assertThat(world.sim.isAutoFailover()).isTrue();
        Ran again = world.run("--cmd=scaleout");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("nothing to do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaleout", "scalein", "pre-upgrade", "recoverdata"})
    void aDryRunChangesNothing(String cmd) {
        world.sim.breakReplica("demo_db", "t1", 0, world.tablet(1));
        Ran ran = world.run("--cmd=" + cmd, "--endpoints=" + world.tablet(0), stat(), "--dry-run");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Plan: ");
        assertThat(ran.err()).contains("dry run: nothing was changed");
        assertThat(ran.out().lines().filter(line -> line.contains("/NameServer/")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("curl -sS"));
        assertThat(world.mutations()).isEmpty();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void scaleInEmptiesTheTablet() {
        Ran ran = world.run("--cmd=scalein", "--endpoint=" + world.tablet(0));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("the tablets can be stopped: " + world.tablet(0));
        assertThat(world.sim.view().replicaCounts()).containsEntry(world.tablet(0), 0);
    }

    @Test
    void aScaleInThatLeavesTooFewTabletsIsBlocked() {
        Ran ran = world.run(
                "--cmd=scalein", "--endpoints=" + world.tablet(0) + "," + world.tablet(1) + "," + world.tablet(2));
        assertThat(ran.code()).isEqualTo(Exit.BLOCKED);
        assertThat(ran.err()).contains("BLOCK", "nothing was changed");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aBlockedPlanGivesItsReasonFirstAndNothingThatLooksAsIfItCouldRun() {
        String all = "--endpoints=" + world.tablet(0) + "," + world.tablet(1) + "," + world.tablet(2);
        Ran dry = world.run("--cmd=scalein", all, "--dry-run");
        assertThat(dry.code()).isEqualTo(Exit.BLOCKED);
        assertThat(dry.out().lines().limit(2).toList().get(1)).startsWith("  BLOCK ");
        assertThat(dry.out()).doesNotContain("curl", "PASS", "expected");
        var json = world.run("--cmd=scalein", all, "--dry-run", "--json").json();
        assertThat(json.path("exit").asInt()).isEqualTo(Exit.BLOCKED);
        assertThat(json.path("plan").path("steps")).isEmpty();
        assertThat(json.path("plan").path("curl")).isEmpty();
        Ran real = world.run("--cmd=scalein", all, "--verbose");
        assertThat(real.err()).contains("BLOCK ");
        assertThat(real.out() + real.err()).doesNotContain("NOT_RUN");
    }

    @Test
    void postUpgradeWithoutItsFileIsWrongUsage() {
        Ran ran = world.run("--cmd=post-upgrade", "--endpoints=" + world.tablet(0), stat());
        assertThat(ran.code()).isEqualTo(Exit.USAGE);
        assertThat(ran.err())
                .contains("the stat file " + dir.resolve("stat") + " does not exist (looked in " + dir + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaleout", "recoverdata"})
    void whoeverLeavesAutoFailoverOffIsTold(String cmd) {
        world.run("--cmd=auto-failover", "--set=off");
        Ran ran = world.run("--cmd=" + cmd);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("auto_failover is OFF", "--cmd=auto-failover --set=on");
        Ran again = world.run("--cmd=" + cmd);
        assertThat(again.out()).contains("nothing to do", "auto_failover is OFF");
        assertThat(world.run("--cmd=" + cmd, "--dry-run").out()).contains("auto_failover is OFF");
        var json = world.run("--cmd=" + cmd, "--json").json();
        assertThat(json.path("autoFailover").asBoolean(true)).isFalse();
        assertThat(json.path("report").has("now")).isTrue();
        assertThat(json.path("report").has("next")).isTrue();
    }

    @Test
    void autoFailoverIsShownAndSwitched() {
        Ran shown = world.run("--cmd=auto-failover");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("auto_failover is on");
        Ran dry = world.run("--cmd=auto-failover", "--set=off", "--dry-run");
        assertThat(dry.out()).contains("curl -sS");
        assertThat(world.answering("n").run("--cmd=auto-failover", "--set=off").code())
                .isEqualTo(Exit.NOT_COMPLETE);
        assertThat(world.mutations()).isEmpty();
        assertThat(world.answering("y").run("--cmd=auto-failover", "--set=off").out())
                .contains("auto_failover is OFF");
        assertThat(world.sim.isAutoFailover()).isFalse();
        assertThat(world.run("--cmd=auto-failover", "--set=on", "--yes", "--json")
                        .json()
                        .path("autoFailover")
                        .asBoolean())
                .isTrue();
        assertThat(world.sim.isAutoFailover()).isTrue();
    }

    @Test
    void oneDatabaseCanBeRecoveredAlone() {
        world.sim.breakReplica("demo_db", "t1", 0, world.tablet(1));
        Ran other = world.run("--cmd=recoverdata", "--db=INFORMATION_SCHEMA");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(world.mutations()).isEmpty();
        Ran unknown = world.run("--cmd=scaleout", "--db=demo");
        assertThat(unknown.code()).isEqualTo(Exit.USAGE);
        assertThat(unknown.err()).contains("demo: no database has this name");
        assertThat(world.run("--cmd=recoverdata", "--db=demo_db").code()).isZero();
        assertThat(world.mutations()).isNotEmpty();
    }

    @Test
    void followersLeadOnlyIfTold() {
        world.run("--cmd=auto-failover", "--set=off");
        world.sim.tablet(0).kill();
        world.sim.advance(Duration.ofMinutes(1));
        assertThat(world.run("--cmd=recoverdata", "--dry-run").out()).doesNotContain("/ChangeLeader");
        assertThat(world.run("--cmd=recoverdata", "--promote_followers", "--dry-run")
                        .out())
                .contains("/ChangeLeader");
    }

    @Test
    void anUnknownTabletIsBlocked() {
        assertThat(world.run("--cmd=pre-upgrade", "--endpoints=10.9.9.9:1", stat())
                        .code())
                .isEqualTo(Exit.BLOCKED);
    }

    @Test
    void anUpgradeEndsAsItBegan() {
        var before = world.sim.view().leaderCounts();
        Ran pre = world.run("--cmd=pre-upgrade", "--endpoints=" + world.tablet(0), stat());
        assertThat(pre.code()).as(pre.err()).isZero();
        assertThat(pre.out()).contains("before  (", "after  (", "stop " + world.tablet(0));
        assertThat(dir.resolve("stat")).exists();
        restart(0);
        Ran recover = world.run("--cmd=recoverdata");
        assertThat(recover.code()).as(recover.err()).isZero();
        Ran post = world.run("--cmd=post-upgrade", "--endpoints=" + world.tablet(0), stat());
        assertThat(post.code()).as(post.err()).isZero();
        assertThat(dir.resolve("stat")).doesNotExist();
        assertThat(world.sim.view().leaderCounts()).isEqualTo(before);
    }

    @Test
    void aStatFileThatCannotBeUnderstoodIsWrongUsage() throws IOException {
        Files.writeString(dir.resolve("stat"), world.tablet(0) + ",demo_db\n");
        Ran ran = world.run("--cmd=post-upgrade", "--endpoints=" + world.tablet(0), stat());
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).contains("post-upgrade: ").doesNotContain("\tat ");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void singleReplicasMayStay() {
        Ran ran = world.run(
                "--cmd=pre-upgrade", "--endpoints=" + world.tablet(0), stat(), "--allow_single_replica", "--dry-run");
        assertThat(ran.out())
                .contains("WARN unavailable while it is down: demo_db.single/")
                .doesNotContain("AddReplica");
    }

    @Test
    void whatCannotBeRecoveredYetIsSaid() {
        world.sim.tablet(0).kill();
        world.sim.advance(Duration.ofMinutes(1));
        Ran ran = world.run("--cmd=recoverdata");
        assertThat(ran.code()).isEqualTo(Exit.NOT_COMPLETE);
        assertThat(ran.out()).contains("is NOT complete").contains("now:").contains("next:");
    }

    @Test
    void runningOpsAreWaitedFor() {
        world.sim.breakReplica("demo_db", "t1", 0, world.tablet(1));
        world.sim.holdOps();
        assertThat(world.run("--cmd=recoverdata", "--timeout=10s").code()).isEqualTo(Exit.NOT_COMPLETE);
        Ran ran = world.run("--cmd=recoverdata", "--timeout=10s");
        assertThat(ran.code()).isEqualTo(Exit.NOT_COMPLETE);
        assertThat(ran.err()).contains("waiting for 1 op to end").contains("at most 10 s");
        world.sim.releaseOps();
        assertThat(world.run("--cmd=recoverdata").code()).isZero();
    }

    @Test
    void aFailedOpIsNotComplete() {
        world.sim.failOps("kMigrateOP", "kSendSnapshot", 1);
        Ran ran = world.run("--cmd=scaleout", "--json");
        assertThat(ran.code()).isEqualTo(Exit.NOT_COMPLETE);
        var json = ran.json();
        assertThat(json.path("exit").asInt()).isEqualTo(Exit.NOT_COMPLETE);
        assertThat(json.path("report").path("complete").asBoolean(true)).isFalse();
        assertThat(json.path("report").path("next")).isNotEmpty();
        assertThat(json.path("after")).hasSize(4);
        assertThat(world.sim.isAutoFailover()).isTrue();
    }

    @Test
    void aLostAnswerThatNothingSettlesIsUnknown() {
        Fault lost = Fault.resetBefore().always();
        world.sim.nameServer(0).fail(lost.on("/NameServer/Migrate"));
        world.sim.nameServer(0).fail(lost.on("/NameServer/ChangeLeader"));
        Ran ran = world.run("--cmd=scaleout");
        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(Exit.UNKNOWN);
        assertThat(ran.err()).contains("UNKNOWN: ");
    }

    @Test
    void anInterruptPutsAutoFailoverBackAndReports() {
        world.sim.holdOps();
        Ran ran = world.interruptedInWait(3).run("--cmd=scaleout");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.INTERRUPTED);
        assertThat(ran.out()).contains("is NOT complete").contains("interrupted");
        assertThat(world.sim.isAutoFailover()).isTrue();
    }

    @Test
    void nobodyThereIsSaidInOneLine() {
        world.sim.close();
        Ran ran = world.run("--cmd=scaleout");
        assertThat(ran.code()).isEqualTo(Exit.NO_CLUSTER);
        assertThat(ran.err())
                .contains("scaleout: no nameserver answers: ", "connection refused")
                .doesNotContain("\tat ", "builder", "http://whoever-leads", "http://localhost");
        assertThat(world.run("--cmd=scaleout", "--json").json().path("error").asText())
                .isNotEmpty();
    }

    @Test
    void aTabletIsNoNameserver() {
        Ran ran = world.runBare("--cmd=scaleout", "--nameservers=" + world.tablet(0));
        assertThat(ran.code()).as(ran.err()).isEqualTo(Exit.NO_CLUSTER);
        assertThat(ran.err()).contains(world.tablet(0) + " is no nameserver (a tablet?)");
    }

    @Test
    void whatIsReadAndHowLongItTakesIsSaid() {
        Ran ran = world.run("--cmd=scaleout");
        assertThat(ran.err()).contains("asking 4 tablets ...", "planned in ", " so far)");
    }

    @Test
    void flagsThatDoNotApplyAreNamed() {
        Ran ran = world.run(
                "--cmd=scalein", "--endpoints=" + world.tablet(3), "--db=demo_db", "--promote_followers", "--dry-run");
        assertThat(ran.err()).contains("WARN scalein does not use --db, --promote_followers");
        assertThat(world.run("--cmd=scaleout", "--db=demo_db", "--dry-run").err())
                .doesNotContain("does not use");
    }

    @Test
    void aPersonIsAskedAndSeesABar() {
        Ran no = world.answering("n").run("--cmd=scaleout");
        assertThat(no.code()).isEqualTo(Exit.NOT_COMPLETE);
        assertThat(no.err()).contains("nothing was changed");
        assertThat(world.mutations()).isEmpty();
        Ran yes = world.answering("y").run("--cmd=scaleout");
        assertThat(yes.code()).isZero();
        assertThat(yes.err()).contains("100%").doesNotContain("[1/");
        Ran unasked = world.answering("n").run("--cmd=scalein", "--yes", "--endpoints=" + world.tablet(3));
        assertThat(unasked.code()).isZero();
    }

    @Test
    void usersNeedTheirPassword() {
        try (World checked =
                World.start(sim -> sim.grantTables(true).user("ada", "lovelace").tablets(2))) {
            checked.sim.table("demo_db", "t1").create();
            checked.env.put("OPSDK_OPENMLDB_PASSWORD", "lovelace");
            assertThat(checked.run("--cmd=showtablestatus", "--user=ada").code())
                    .isZero();
            checked.env.put("OPSDK_OPENMLDB_PASSWORD", "wrong");
            Ran wrong = checked.run("--cmd=showtablestatus", "--user=ada");
            assertThat(wrong.code()).isEqualTo(Exit.NO_CLUSTER);
            assertThat(wrong.err()).doesNotContain("lovelace").doesNotContain("wrong\"");
            checked.env.clear();
            assertThat(checked.answering("lovelace")
                            .run("--cmd=showtablestatus", "--user=ada")
                            .code())
                    .isZero();
        }
    }

    @Test
    void linesOfThePythonToolsDocumentRunUnchanged() throws Exception {
        try (TestingServer zooKeeper = new TestingServer()) {
            world.sim.registerIn(zooKeeper.getConnectString(), "/openmldb");
            String cluster = "--zk_cluster=" + zooKeeper.getConnectString();
            Ran scaleOut = world.runBare(
                    "--openmldb_bin_path=./bin/openmldb", cluster, "--zk_root_path=/openmldb", "--cmd=scaleout");
            assertThat(scaleOut.code()).as(scaleOut.err()).isZero();
            Ran recover = world.runBare(
                    "--openmldb_bin_path=./bin/openmldb", cluster, "--zk_root_path=/openmldb", "--cmd=recoverdata");
            assertThat(recover.code()).as(recover.err()).isZero();
            Ran alone = world.runBare(
                    cluster,
                    "--zk_root_path=/openmldb",
                    "--cmd=scalein",
                    "--endpoints=" + world.tablet(3),
                    "--exclusive");
            assertThat(alone.code()).as(alone.err()).isZero();
            assertThat(alone.err()).contains("take the operators' lock");
        }
    }
}
