package dev.opsdk.openmldb;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.TlsRules;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** The servers themselves have no TLS for this; something in front of them may. */
class TlsTest extends TlsRules<OpenMldbOps> {
    private static final Duration ONE_MORE_LOOK = Duration.ofMillis(1_100);

    private final OpenMldbSimulator cluster =
            OpenMldbSimulator.builder().nameServers(1).start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Override
    protected BaseUrl server() {
        return BaseUrl.parse("http://" + cluster.nameServer(0).address());
    }

    @Override
    protected OpenMldbOps connect(BaseUrl url, Consumer<ClientBuilder<?>> more) {
        OpenMldbOps.Builder builder = OpenMldbOps.builder()
                .nameServers("ns:7527")
                .address("ns:7527", url.toString())
                .leaderWindow(ONE_MORE_LOOK);
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void read(OpenMldbOps client) {
        client.nameServer().tables();
    }

    @Override
    protected void change(OpenMldbOps client) {
        client.nameServer().autoFailover(false);
    }
}
