package dev.opsdk.consumers;

import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.oms.OmsSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.util.Map;
import org.apache.curator.test.TestingServer;

/** What the consumers call: in this process, so that a consumer's class path has the client only. */
final class SimulatedServers implements AutoCloseable {
    private final CcrSimulator ccr = CcrSimulator.start();
    private final OmsSimulator oms = OmsSimulator.start();
    private final BizConnectorSimulator connector = BizConnectorSimulator.start();
    private final OpenMldbSimulator openmldb = OpenMldbSimulator.start();
    private final TestingServer zooKeeper;
    private final String store = oms.chain("p_orders").store().name();

    SimulatedServers() {
        try {
            zooKeeper = new TestingServer(true);
        } catch (Exception e) {
            throw new IllegalStateException("ZooKeeper does not start", e);
        }
        openmldb.registerIn(zooKeeper.getConnectString(), "/openmldb");
        openmldb.table("shop", "orders").partitions(2).create();
    }

    /** The environment in which a consumer runs. */
    Map<String, String> environment() {
        return Map.of(
                "CCR",
                ccr.url(),
                "OMS",
                oms.url(),
                "OMS_STORE",
                store,
                "CONNECTOR",
                connector.connector(0).url(),
                "CONNECTOR_KEY",
                connector.connector(0).apiKey(),
                "NAMESERVERS",
                String.join(",", openmldb.nameServerEndpoints()),
                "ZOOKEEPER",
                zooKeeper.getConnectString());
    }

    @Override
    public void close() throws IOException {
        openmldb.close();
        connector.close();
        oms.close();
        ccr.close();
        zooKeeper.close();
    }
}
