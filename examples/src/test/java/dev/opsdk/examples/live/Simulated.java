package dev.opsdk.examples.live;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The four systems simulated on one clock, and the variables that name them. */
final class Simulated implements AutoCloseable {
    /** Stands in the configuration of jobs. */
    static final String PASSWORD = "planted-cluster-password";

    static final String USER_PASSWORD = "planted-user-password";

    final CcrSimulator ccr;
    final OmsSimulator oms;
    final OpenMldbSimulator mldb;
    final BizConnectorSimulator connectors;
    final OmsChain chain;
    private final SimClock clock;

    private Simulated(SimClock clock, SimClock connectors) {
        this.clock = clock;
        this.ccr = CcrSimulator.builder().clock(clock).start();
        ccr.source().database("shop").tables("orders", "customers");
        ccr.source().database("billing").tables("invoices");
        this.oms = OmsSimulator.builder()
                .clock(clock)
                .hosts("10.10.10.1", "10.10.10.2")
                .start();
        this.chain = oms.chain("p_orders");
        this.mldb = OpenMldbSimulator.builder()
                .clock(clock)
                .tablets(3)
                .grantTables(true)
                .user("operator", USER_PASSWORD)
                .start();
        mldb.table("demo_db", "t1").partitions(2).replicas(2).rows(100).create();
        this.connectors =
                BizConnectorSimulator.builder().connectors(2).clock(connectors).start();
        this.connectors.establishRelationship(connector(), this.connectors.connector(1));
        this.connectors.connectors().forEach(SimConnector::sync);
        makeJobs();
    }

    /** On a clock that stands still until somebody waits. */
    static Simulated start() {
        SimClock clock = SimClock.manual();
        Simulated all = new Simulated(clock, clock);
        all.clock.advance(Duration.ofHours(1));
        return all;
    }

    /** As servers do; connectors in real time, because they say what lies in the future. */
    static Simulated running(double speed) {
        return new Simulated(SimClock.running(speed), SimClock.running());
    }

    private void makeJobs() {
        try (CcrClient client = CcrClient.builder().syncers(ccr.url()).build()) {
            client.jobs().create(CreateJob.database("shop", at("shop"), at("shop_dr")));
            client.jobs().create(CreateJob.database("billing", at("billing"), at("billing_dr")));
        }
        ccr.journal().clear();
    }

    private static Consumer<ClusterEndpoint.Builder> at(String database) {
        return cluster -> cluster.host("127.0.0.1")
                .port(9030)
                .thriftPort(9020)
                .user("root")
                .password(PASSWORD)
                .database(database)
                .table("");
    }

    TimeSource time() {
        return TimeSource.simulated(clock::now, clock::advance);
    }

    final SimConnector connector() {
        return connectors.connector(0);
    }

    /** All variables, as somebody would set them who names everything. */
    Map<Var, String> variables() {
        Map<Var, String> all = new EnumMap<>(Var.class);
        all.put(Var.OPSDK_LIVE_CCR, String.join(",", ccr.urls()));
        all.put(Var.OPSDK_LIVE_CCR_JOB, "shop");
        all.put(Var.OPSDK_LIVE_OMS, oms.url());
        all.put(Var.OPSDK_LIVE_OMS_STORE, chain.store().name());
        all.put(Var.OPSDK_LIVE_OMS_WRITER, chain.writer().name());
        all.put(Var.OPSDK_LIVE_OMS_CONNECTOR, chain.connector().name());
        all.put(Var.OPSDK_LIVE_OMS_CHECKER, "4711");
        all.put(Var.OPSDK_LIVE_OMS_RESTART, chain.writer().name());
        all.put(Var.OPSDK_LIVE_OPENMLDB, String.join(",", mldb.nameServerEndpoints()));
        all.put(Var.OPSDK_LIVE_OPENMLDB_USER, "operator");
        all.put(Var.OPSDK_LIVE_OPENMLDB_PASSWORD, USER_PASSWORD);
        all.put(Var.OPSDK_LIVE_OPENMLDB_PARTITION, "demo_db.t1/0");
        all.put(Var.OPSDK_LIVE_CONNECTOR, connector().url());
        all.put(Var.OPSDK_LIVE_CONNECTOR_KEY, connector().apiKey());
        return all;
    }

    List<String> asked(LiveSystem system) {
        Journal journal = switch (system) {
            case CCR -> ccr.journal();
            case OMS -> oms.journal();
            case OPENMLDB -> mldb.journal();
            case CONNECTOR -> connector().journal();
        };
        return journal.entries().stream()
                .map(entry -> entry.request().method() + " " + entry.path())
                .toList();
    }

    @Override
    public void close() {
        connectors.close();
        mldb.close();
        oms.close();
        ccr.close();
    }
}
