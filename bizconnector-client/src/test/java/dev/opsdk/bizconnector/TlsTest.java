package dev.opsdk.bizconnector;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.TlsRules;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** The connector itself has no TLS; a reverse proxy in front of it has. */
class TlsTest extends TlsRules<BizConnectorClient> {
    private final BizConnectorSimulator sim = BizConnectorSimulator.start();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Override
    protected BaseUrl server() {
        return BaseUrl.parse(sim.connector(0).url());
    }

    @Override
    protected BizConnectorClient connect(BaseUrl url, Consumer<ClientBuilder<?>> more) {
        BizConnectorBuilder builder = BizConnectorClient.builder()
                .url(url.toString())
                .apiKey(Secret.of(sim.connector(0).apiKey()));
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void read(BizConnectorClient client) {
        client.account().identityInfo();
    }

    @Override
    protected void change(BizConnectorClient client) {
        client.account().sync();
    }
}
