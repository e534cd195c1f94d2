package dev.opsdk.ccr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.CrowdRules;
import dev.opsdk.simulator.ccr.CcrGeneration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

class CrowdTest extends CrowdRules<CcrClient> {
    private final Bench bench = Bench.of(CcrGeneration.G4);

    CrowdTest() {
        IntStream.range(0, 200).forEach(i -> bench.ccr.jobs().create(WireCall.aJob(name(i), job -> job)));
        bench.sim.journal().clear();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static String name(int caller) {
        return "job" + caller;
    }

    @Override
    protected CcrClient connect(Consumer<ClientBuilder<?>> more) {
        CcrClient.Builder builder = CcrClient.builder().syncers(bench.sim.url());
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void readOwn(CcrClient client, int caller) {
        assertThat(client.job(name(caller)).detail().name()).contains(name(caller));
    }

    @Override
    protected void change(CcrClient client, int caller) {
        client.job(name(caller)).pause();
    }

    @Override
    protected int changes() {
        return bench.executed("/pause").size();
    }
}
