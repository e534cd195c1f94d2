package dev.opsdk.examples.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.assess.Lag;
import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.CcrSimulator;
import dev.opsdk.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CcrHarnessTest {

    @RegisterExtension
    static final SimulatorExtension<CcrSimulator> SYNCERS = SimulatorExtension.of(
            CcrSimulator.class,
            () -> CcrSimulator.builder().generation(CcrGeneration.G4).nodes(2).start());

    /** What is tested: somebody's nightly job. */
    record Nightly(CcrClient ccr, Consumer<String> pager) {

        void maintain(Runnable work) {
            ccr.job("shop").procedures().pauseAndConfirm().run();
            try {
                work.run();
            } finally {
                ccr.job("shop").procedures().resumeAndConfirm().run();
            }
        }

        void checkLag() {
            Lag lag = Lag.of(ccr.job("shop").snapshot());
            if (lag.binlogs().orElse(Long.MAX_VALUE) > 100) {
                pager.accept("shop is late: " + lag);
            }
        }
    }

    private final StringBuilder pages = new StringBuilder();

    @BeforeEach
    void aJobThatKeepsUp(CcrSimulator sim) {
        sim.source().database("shop").tables("orders");
        try (CcrClient ccr = client(sim)) {
            ccr.jobs().create(CreateJob.database("shop", at("shop"), at("shop_dr")));
        }
        sim.advance(Duration.ofMinutes(1));
        sim.journal().clear();
    }

    @Test
    void pausesOnceAlthoughTheAnswerIsLost(CcrSimulator sim) {
        sim.node(0).fail(Fault.resetAfter().on("/pause"));
        try (CcrClient ccr = client(sim)) {
            new Nightly(ccr, pages::append)
                    .maintain(() -> assertTrue(sim.job("shop").isPaused()));
        }
        assertFalse(sim.job("shop").isPaused());
        assertEquals(1, sim.journal().executed("/pause").size());
    }

    @Test
    void survivesTheEndOfASyncer(CcrSimulator sim) {
        int owner = sim.job("shop").owner().orElseThrow();
        try (CcrClient ccr = client(sim)) {
            new Nightly(ccr, pages::append).maintain(() -> sim.node(owner).kill());
        }
        assertEquals(1 - owner, sim.job("shop").owner().orElseThrow());
        assertFalse(sim.job("shop").isPaused());
    }

    @Test
    void callsSomebodyWhenTheLagGrows(CcrSimulator sim) {
        try (CcrClient ccr = client(sim)) {
            Nightly nightly = new Nightly(ccr, pages::append);
            nightly.checkLag();
            assertEquals("", pages.toString());
            sim.job("shop").failAt(sim.source().write("shop", 200) - 199);
            sim.advance(Duration.ofMinutes(1));
            nightly.checkLag();
            assertTrue(pages.toString().startsWith("shop is late"), pages::toString);
        }
    }

    @Test
    void aMistypedFaultIsRefused(CcrSimulator sim) {
        assertThrows(
                IllegalArgumentException.class,
                () -> sim.node(0).fail(Fault.hang().on("/pauze")));
    }

    /** The client lives in the simulator's time: whoever waits moves it. */
    private static CcrClient client(CcrSimulator sim) {
        return CcrClient.builder()
                .syncers(sim.urls().toArray(String[]::new))
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }

    private static Consumer<ClusterEndpoint.Builder> at(String database) {
        return cluster -> cluster.host("127.0.0.1")
                .port(9030)
                .thriftPort(9020)
                .user("root")
                .password("")
                .database(database);
    }
}
