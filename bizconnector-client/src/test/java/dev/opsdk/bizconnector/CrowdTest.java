package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.CrowdRules;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

class CrowdTest extends CrowdRules<BizConnectorClient> {
    private final BizConnectorSimulator sim = BizConnectorSimulator.start();
    private final List<String> files;

    CrowdTest() {
        try (BizConnectorClient connector = connect(builder -> {})) {
            files = IntStream.range(0, 200)
                    .mapToObj(i -> connector
                            .files()
                            .upload(FileUpload.of("file" + i, new byte[] {1})
                                    .title("file")
                                    .expiresAt(sim.clock().now().plus(Duration.ofDays(30)))
                                    .build())
                            .id())
                    .toList();
        }
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    @Override
    protected BizConnectorClient connect(Consumer<ClientBuilder<?>> more) {
        BizConnectorBuilder builder = BizConnectorClient.builder()
                .url(sim.connector(0).url())
                .apiKey(Secret.of(sim.connector(0).apiKey()));
        more.accept(builder);
        return builder.build();
    }

    @Override
    protected void readOwn(BizConnectorClient client, int caller) {
        assertThat(client.files().get(files.get(caller)).filename()).contains("file" + caller);
    }

    @Override
    protected void change(BizConnectorClient client, int caller) {
        client.account().sync();
    }

    @Override
    protected int changes() {
        return (int) sim.connector(0).journal().entries().stream()
                .filter(entry -> entry.path().endsWith("/Account/Sync"))
                .count();
    }
}
