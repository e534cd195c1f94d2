package dev.opsdk.examples;

import dev.opsdk.core.TimeSource;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Store;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.assess.ChainAssessment;
import dev.opsdk.oms.assess.StoreAssessment;
import dev.opsdk.oms.assess.Thresholds;
import dev.opsdk.oms.assess.WriterAssessment;
import dev.opsdk.simulator.oms.OmsChain;
import dev.opsdk.simulator.oms.OmsSimulator;
import java.time.Duration;

/** An OMS cluster manager with one chain: a lag, a store that dies, a pull-back, a migration. Waiting moves the simulated time. */
final class OmsChapter {
    private static final String OTHER_HOST = "10.10.10.2";

    private final Screen screen;

    OmsChapter(Screen screen) {
        this.screen = screen;
    }

    void run() {
        try (OmsSimulator manager =
                        OmsSimulator.builder().hosts("10.10.10.1", OTHER_HOST).start();
                OmsClient oms = OmsClient.builder()
                        .url(manager.url())
                        .timeSource(TimeSource.simulated(manager.clock()::now, manager::advance))
                        .build()) {
            OmsChain chain = manager.chain("p_orders");
            manager.advance(Duration.ofHours(2));
            screen.chapter("OceanBase OMS: a simulated cluster manager; its minutes pass in no time");
            diagnose(oms, chain, manager);
            restart(oms, chain);
        }
    }

    private void diagnose(OmsClient oms, OmsChain chain, OmsSimulator manager) {
        screen.say(
                "An alarm: the chain is late. Which side? Positions are compared by the server's clock, not by ours.");
        Store store = oms.store(chain.store().name());
        Writer writer = oms.writer(chain.writer().name());
        chain.writer().at(manager.clock().now().minus(Duration.ofMinutes(20)));
        screen.code("oms.store(store).detail()   oms.writer(writer).detail()");
        screen.show(store.detail());
        screen.show(writer.detail());
        screen.code("ChainAssessment.of(StoreAssessment.of(...), WriterAssessment.of(...), Thresholds.DEFAULT)");
        screen.show(ChainAssessment.of(
                StoreAssessment.of(store.detail()), WriterAssessment.of(writer.detail()), Thresholds.DEFAULT));
    }

    private void restart(OmsClient oms, OmsChain chain) {
        screen.say(
                "A store that failed is restarted. The server says yes; 43 s later its reader is dead. The procedure stays and looks.");
        chain.store().dies();
        chain.store().diesAfterRestore(Duration.ofSeconds(43));
        Store store = oms.store(chain.store().name());
        screen.code("oms.store(store).procedures().restart()");
        Plan plan = store.procedures().restart();
        screen.show(plan);
        fails("plan.run()", plan);
        chain.store().survivesRestore();
        screen.say("The source's log is back:");
        screen.code("oms.store(store).procedures().restart().run()");
        screen.show(store.procedures().restart().run());
    }

    private void fails(String code, Plan plan) {
        screen.code(code);
        try {
            screen.show(plan.run());
        } catch (ProcedureException e) {
            screen.bad(e.report().toString());
        }
    }
}
