package dev.opsdk.openmldb;

import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FakeTime;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.openmldb.model.PartitionId;
import java.time.Duration;

/** What the tests of the wire have in common. */
final class Mldb {
    static final String OK = "{\"code\":0,\"msg\":\"ok\"}";
    static final Answer LEADS = Answer.json("{\"code\":0,\"msg\":\"ok\",\"conf\":{\"auto_failover\":\"true\"}}");
    static final PartitionId T1 = new PartitionId("demo_db", "t1", 0);

    private Mldb() {}

    /** A client of one server that is nameserver and tablet, does not wait, and sends everything once. */
    static OpenMldbOps client(FaultServer server) {
        return builder(server).build();
    }

    static OpenMldbOps.Builder builder(FaultServer server) {
        return OpenMldbOps.builder()
                .nameServers(server.url().authority())
                .address("tablet_a", server.url().authority())
                .timeSource(FakeTime.start())
                .leaderWindow(Duration.ZERO)
                .retry(RetryPolicy.NONE);
    }

    /** A server that leads and answers everything else like that. */
    static FaultServer answering(String json) {
        return FaultServer.start(Answer.json(json)).prelude("/NameServer/ConfGet", LEADS);
    }
}
