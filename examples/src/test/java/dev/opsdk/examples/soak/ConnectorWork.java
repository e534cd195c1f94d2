package dev.opsdk.examples.soak;

import dev.opsdk.bizconnector.BizConnectorBuilder;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.WebhookReceiver;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A connector that takes and gives files; a new one every few rounds, because it keeps what it was given, as the real one does. */
final class ConnectorWork implements Work {
    private static final int ROUNDS_OF_ONE = 5;
    private static final byte[] CONTENT = new byte[200_000];

    private BizConnectorSimulator sim = BizConnectorSimulator.start();
    private BizConnectorClient connector = client(Rough::patient);
    private BizConnectorClient hasty = client(Rough::hasty);

    private BizConnectorClient client(UnaryOperator<BizConnectorBuilder> kind) {
        return kind.apply(BizConnectorClient.builder().url(sim.connector(0).url()))
                .apiKey(Secret.of(sim.connector(0).apiKey()))
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }

    @Override
    public void round(int number) throws InterruptedException {
        if (number % ROUNDS_OF_ONE == ROUNDS_OF_ONE - 1) {
            close();
            sim = BizConnectorSimulator.start();
            connector = client(Rough::patient);
            hasty = client(Rough::hasty);
        }
        Instant later = sim.clock().now().plus(Duration.ofDays(30));
        File file = connector
                .files()
                .upload(FileUpload.of("soak.bin", CONTENT)
                        .title("soak")
                        .expiresAt(later)
                        .build());
        connector.files().download(file.id(), OutputStream.nullOutputStream());
        connector.files().all(f -> {}).forEach(each -> {});
        connector.account().sync();
        connector.checks().run(o -> {});
        Rough.crowd(connector, c -> c.monitoring().version());
        for (Fault fault : Rough.faults()) {
            sim.connector(0).fail(fault.times(2));
            Rough.attempt(() -> hasty.account().identityInfo());
            Rough.attempt(() -> hasty.files().download(file.id(), OutputStream.nullOutputStream()));
            Rough.attempt(() -> hasty.account().sync());
            sim.connector(0).releaseFaults();
            sim.connector(0).clearFaults();
        }
        sim.connector(0).kill();
        Rough.attempt(() -> hasty.health());
        sim.connector(0).restart();
        try (BizConnectorClient another = client(Rough::patient);
                WebhookReceiver receiver = WebhookReceiver.start(0, Optional.empty())) {
            another.health();
            receiver.await(d -> true, Duration.ofMillis(1));
            another.async().call(c -> c.account().identityInfo()).join();
        }
        sim.connector(0).journal().clear();
        sim.connector(0).clearLogs();
    }

    @Override
    public void close() {
        connector.close();
        hasty.close();
        sim.close();
    }
}
