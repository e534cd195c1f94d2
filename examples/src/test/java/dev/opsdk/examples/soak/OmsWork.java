package dev.opsdk.examples.soak;

import dev.opsdk.core.TimeSource;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.assess.ChainEvent;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A cluster manager with one chain, which is restarted in every round. */
final class OmsWork implements Work {
    private final OmsSimulator manager = OmsSimulator.start();
    private final OmsChain chain = manager.chain("p_orders");
    private final OmsClient oms = client(Rough::patient);
    private final OmsClient hasty = client(Rough::hasty);

    private OmsClient client(UnaryOperator<OmsClient.Builder> kind) {
        return kind.apply(OmsClient.builder().url(manager.url()))
                .timeSource(TimeSource.simulated(manager.clock()::now, manager::advance))
                .build();
    }

    @Override
    public void round(int number) throws InterruptedException {
        String store = chain.store().name();
        Writer writer = oms.writer(chain.writer().name());
        manager.advance(Duration.ofMinutes(2));
        oms.chain(store, chain.writer().name()).diagnose();
        try (Stream<ChainEvent> events = oms.chain(store, chain.writer().name()).watch()) {
            events.limit(1).forEach(event -> {});
        }
        Rough.attempt(() -> writer.procedures().restart(how -> how).run());
        Rough.crowd(oms, c -> c.store(store).detail());
        for (Fault fault : Rough.faults()) {
            manager.fail(fault.times(2));
            Rough.attempt(() -> hasty.store(store).detail());
            Rough.attempt(() -> hasty.writer(chain.writer().name()).stop());
            manager.releaseFaults();
            manager.clearFaults();
        }
        writer.start();
        manager.kill();
        Rough.attempt(() -> hasty.writer(chain.writer().name()).stop());
        manager.restart();
        try (OmsClient another = client(Rough::patient)) {
            another.store(store).detail();
            another.async().call(c -> c.writer(chain.writer().name()).detail()).join();
        }
        manager.journal().clear();
    }

    @Override
    public void close() {
        oms.close();
        hasty.close();
        manager.close();
    }
}
