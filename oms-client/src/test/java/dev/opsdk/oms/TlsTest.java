package dev.opsdk.oms;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.TlsRules;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

class TlsTest extends TlsRules<OmsClient> {
    private final OmsSimulator manager = OmsSimulator.start();
    private final OmsChain chain = manager.chain("p_orders");

    @AfterEach
    void stop() {
        manager.close();
    }

    @Override
    protected BaseUrl server() {
        return BaseUrl.parse(manager.url());
    }

    @Override
    protected OmsClient connect(BaseUrl url, Consumer<ClientBuilder<?>> more) {
        OmsClient.Builder builder = OmsClient.builder().url(url.toString());
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void read(OmsClient client) {
        client.store(chain.store().name()).detail();
    }

    @Override
    protected void change(OmsClient client) {
        client.writer(chain.writer().name()).stop();
    }
}
