package dev.opsdk.core.tiny;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.TlsRules;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

class TinyTlsTest extends TlsRules<TinyClient> {
    private final FaultServer server = FaultServer.start(Answer.json("{\"ok\": true}"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected BaseUrl server() {
        return server.url();
    }

    @Override
    protected TinyClient connect(BaseUrl url, Consumer<ClientBuilder<?>> more) {
        TinyClient.Builder builder = TinyClient.at(url);
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void read(TinyClient client) {
        client.state();
    }

    @Override
    protected void change(TinyClient client) {
        client.change();
    }
}
