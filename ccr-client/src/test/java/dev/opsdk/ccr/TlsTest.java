package dev.opsdk.ccr;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.TlsRules;
import dev.opsdk.simulator.ccr.CcrGeneration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

class TlsTest extends TlsRules<CcrClient> {
    private final Bench bench = Bench.of(CcrGeneration.G4).withJob(WireCall.JOB, 0);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Override
    protected BaseUrl server() {
        return BaseUrl.parse(bench.sim.url());
    }

    @Override
    protected CcrClient connect(BaseUrl url, Consumer<ClientBuilder<?>> more) {
        CcrClient.Builder builder = CcrClient.builder().syncers(url.toString());
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void read(CcrClient client) {
        client.job(WireCall.JOB).detail();
    }

    @Override
    protected void change(CcrClient client) {
        client.job(WireCall.JOB).pause();
    }
}
