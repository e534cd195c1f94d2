package dev.opsdk.examples.kit;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.internal.Environment;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.time.Duration;
import java.util.function.Consumer;

/** Simulated systems in which something is the matter, and clients that live in their time: whoever waits moves it. */
final class Demo {
    private Demo() {}

    /** Two jobs: one keeps up, the other cannot apply a binlog. */
    static CcrSimulator ccr() {
        CcrSimulator sim = CcrSimulator.start();
        sim.source().database("shop").tables("orders", "customers");
        sim.source().database("billing").tables("invoices");
        CcrClient ccr = client(sim);
        ccr.jobs().create(CreateJob.database("shop", at("shop"), at("shop_dr")));
        ccr.jobs().create(CreateJob.database("billing", at("billing"), at("billing_dr")));
        sim.advance(Duration.ofMinutes(2));
        long poison = sim.source().write("billing", 5) - 2;
        sim.job("billing").failAt(poison);
        sim.source().write("shop", 5);
        sim.advance(Duration.ofMinutes(1));
        return sim;
    }

    /** Two chains with their components on 10.10.10.1, and two more hosts. */
    static OmsSimulator oms() {
        OmsSimulator sim = OmsSimulator.builder()
                .hosts("10.10.10.1", "10.10.10.2", "10.10.10.3")
                .start();
        sim.chain("p_orders");
        sim.chain("p_stock");
        sim.advance(Duration.ofHours(1));
        return sim;
    }

    /** Three tablets, one of them empty, and a replica that is lost. */
    static OpenMldbSimulator mldb() {
        OpenMldbSimulator sim = OpenMldbSimulator.builder().tablets(2).start();
        String first = sim.tablet(0).endpoint();
        String second = sim.tablet(1).endpoint();
        sim.table("demo_db", "t1")
                .partitions(2)
                .replicas(2)
                .rows(100)
                .partitionOn(0, first, second)
                .partitionOn(1, second, first)
                .create();
        sim.addTablet();
        sim.breakReplica("demo_db", "t1", 0, second);
        return sim;
    }

    /** Two connectors with a relationship. */
    static BizConnectorSimulator connector(SimClock clock) {
        BizConnectorSimulator sim =
                BizConnectorSimulator.builder().connectors(2).clock(clock).start();
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        sim.connectors().forEach(SimConnector::sync);
        return sim;
    }

    static CcrClient client(CcrSimulator sim) {
        return CcrClient.builder()
                .syncers(sim.urls().toArray(String[]::new))
                .readOnly(readOnly("CCR"))
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    static OmsClient client(OmsSimulator sim) {
        return OmsClient.builder()
                .url(sim.url())
                .readOnly(readOnly("OMS"))
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    static OpenMldbOps client(OpenMldbSimulator sim) {
        return OpenMldbOps.builder()
                .nameServers(sim.nameServerEndpoints().toArray(String[]::new))
                .readOnly(readOnly("OPENMLDB"))
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    static BizConnectorClient client(BizConnectorSimulator sim) {
        SimConnector first = sim.connector(0);
        return BizConnectorClient.builder()
                .url(first.url())
                .apiKey(Secret.of(first.apiKey()))
                .readOnly(readOnly("CONNECTOR"))
                .timeSource(time(sim.clock(), sim::advance))
                .build();
    }

    private static TimeSource time(SimClock clock, Consumer<Duration> advance) {
        TimeSource simulated = TimeSource.simulated(clock::now, advance);
        return Boolean.getBoolean("opsdk.kit.script") ? simulated : new PacedTime(simulated);
    }

    /** As for a real system, so that it can be rehearsed. */
    private static boolean readOnly(String system) {
        return Environment.system().flag("OPSDK_" + system + "_READ_ONLY");
    }

    private static Consumer<ClusterEndpoint.Builder> at(String database) {
        return cluster -> cluster.host("127.0.0.1")
                .port(9030)
                .thriftPort(9020)
                .user("root")
                .password("simulated")
                .database(database)
                .table("");
    }
}
