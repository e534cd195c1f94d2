package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.openmldb.OpenMldbOps;
import org.junit.jupiter.api.Test;

/** Plans and reports are to be read, by tired people. */
class ReadableTest {
    private static final String PASSWORD = "s3cr3t-of-root";

    private static OpenMldbWorld world() {
        OpenMldbWorld world = OpenMldbWorld.inProcess(
                sim -> sim.tablets(3).systemTables(false).grantTables(true).user("root", PASSWORD));
        world.sim()
                .table("db", "t1")
                .rows(10)
                .placedOn(world.tablet(0), world.tablet(1))
                .create();
        return world;
    }

    private static OpenMldbOps root(OpenMldbWorld world) {
        return world.client(client -> client.interceptor(world.wire()).user("root", Secret.of(PASSWORD)));
    }

    @Test
    void aPlanAndItsReport() {
        try (OpenMldbWorld world = world();
                OpenMldbOps ops = root(world)) {
            Plan plan = ops.partition("db", "t1", 0).changeLeader(world.tablet(1));
            assertThat(plan.toString()).isEqualTo("""
                            Plan: changeLeader 'db.t1/0'
                              1. switch auto_failover off
                                   POST http://10.255.0.1:7527/NameServer/ConfSet {"conf":{"key":"auto_failover","value":"false"}}
                              2. db.t1/0: make 10.0.0.2:10921 leader
                                   POST http://10.255.0.1:7527/NameServer/ChangeLeader {"name":"t1","pid":0,"candidate_leader":"10.0.0.2:10921","db":"db"}
                              3. db.t1/0: recover the replica on 10.0.0.1:10921
                                   POST http://10.255.0.1:7527/NameServer/RecoverTable {"name":"t1","pid":0,"endpoint":"10.0.0.1:10921","db":"db"}
                              4. put auto_failover back   [also after a failure]
                                   POST http://10.255.0.1:7527/NameServer/ConfSet {"conf":{"key":"auto_failover","value":"true"}}""");
            assertThat(plan.curl())
                    .filteredOn(line -> line.startsWith("curl"))
                    .allMatch(line -> line.contains(Secret.MASK));
            Report report = plan.run();
            assertThat(report.toString().replaceAll("\\(.*took .*\\)", "(when)"))
                    .isEqualTo("""
                            changeLeader 'db.t1/0' is complete (when)
                              1. DONE switch auto_failover off: it is off
                              2. DONE db.t1/0: make 10.0.0.2:10921 leader: leader 10.0.0.2:10921 leader at 10
                              3. DONE db.t1/0: recover the replica on 10.0.0.1:10921: replica 10.0.0.1:10921 follower at 10
                              4. DONE put auto_failover back: it is on, as before
                              now:  db.t1/0: [10.0.0.1:10921 follower at 10, 10.0.0.2:10921 leader at 10]""");
            assertThat(plan + "" + plan.curl() + report + ops).doesNotContain(PASSWORD);
        }
    }
}
