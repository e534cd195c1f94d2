package dev.opsdk.oms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.testkit.CrowdRules;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

class CrowdTest extends CrowdRules<OmsClient> {
    private final OmsSimulator manager = OmsSimulator.start();
    private final List<String> writers = IntStream.range(0, 200)
            .mapToObj(i -> manager.addWriter("p_" + i + "_dest-000-0").name())
            .toList();

    @AfterEach
    void stop() {
        manager.close();
    }

    @Override
    protected OmsClient connect(Consumer<ClientBuilder<?>> more) {
        OmsClient.Builder builder = OmsClient.builder().url(manager.url());
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void readOwn(OmsClient client, int caller) {
        assertThat(client.writer(writers.get(caller)).detail().value().name()).hasToString(writers.get(caller));
    }

    @Override
    protected void change(OmsClient client, int caller) {
        client.writer(writers.get(caller)).stop();
    }

    @Override
    protected int changes() {
        return (int) manager.journal().entries().stream()
                .filter(entry -> entry.path().endsWith("/stop") && entry.outcome() == Outcome.EXECUTED)
                .count();
    }
}
