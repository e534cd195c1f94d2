package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MutationTimingTest extends OmsTest {

    private static final Duration REAL = Duration.ofSeconds(20);

    @Test
    void aBlockingClearIsAnsweredAfterTwentyTwoSecondsAndARestoreAfterForty() throws Exception {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.BLOCKS));
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        CompletableFuture<HttpResponse<String>> clear = wire.formLater("/crawler/clear", "crawler", store.name());
        assertThat(sim.awaitMutations(1, REAL)).isTrue();
        sim.advance(Duration.ofSeconds(21));
        assertThat(store.isRunning()).isTrue();
        assertThat(clear).isNotDone();
        assertThat(sim.journal().last("/crawler/clear").orElseThrow().outcome()).isEqualTo(Outcome.PENDING);
        sim.advance(Duration.ofSeconds(1));
        assertThat(store.state()).isEqualTo(ComponentState.STOPPED);
        assertDone(clear.get(20, TimeUnit.SECONDS));

        CompletableFuture<HttpResponse<String>> restore = wire.formLater("/crawler/restore", "crawler", store.name());
        assertThat(sim.awaitMutations(1, REAL)).isTrue();
        sim.advance(Duration.ofSeconds(39));
        assertThat(store.isRunning()).isFalse();
        sim.advance(Duration.ofSeconds(1));
        assertThat(store.isRunning()).isTrue();
        assertDone(restore.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whatIsRefusedIsRefusedAtOnce() throws Exception {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.BLOCKS));
        assertRefused(new CmWire(sim).form("/crawler/clear", "crawler", "nope"));
        assertThat(sim.awaitMutations(1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void whatTakesMoreThanAMinuteIsAnsweredWithUnknownOutcomeAndHappensLater() throws Exception {
        OmsSimulator sim = start(OmsSimulator.builder()
                .mutations(MutationTiming.BLOCKS)
                .takes("/crawler/restore", Duration.ofSeconds(90)));
        OmsStore store = sim.chain("p_orders").store();
        store.dies();
        CompletableFuture<HttpResponse<String>> restore =
                new CmWire(sim).formLater("/crawler/restore", "crawler", store.name());
        assertThat(sim.awaitMutations(1, REAL)).isTrue();
        sim.advance(Duration.ofSeconds(60));
        assertCode(restore.get(20, TimeUnit.SECONDS), "CM-RESOAT000011");
        assertThat(store.isRunning()).isFalse();
        sim.advance(Duration.ofSeconds(30));
        assertThat(store.isRunning()).isTrue();
    }

    @Test
    void aMutationCanMoveTheClockItself() {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.ADVANCES_CLOCK));
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        Instant begun = sim.clock().now();
        assertDone(wire.form("/crawler/clear", "crawler", chain.store().name()));
        assertThat(sim.clock().now()).isEqualTo(begun.plusSeconds(22));
        assertDone(wire.form("/crawler/restore", "crawler", chain.store().name()));
        assertThat(sim.clock().now()).isEqualTo(begun.plusSeconds(62));
        assertDone(wire.form("/applier/stop", "applierName", chain.writer().name()));
        assertThat(sim.clock().now()).isEqualTo(begun.plusSeconds(64));
    }

    @Test
    void aSupervisorThatIsDownCostsAMinute() {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.ADVANCES_CLOCK));
        OmsChain chain = sim.chain("p_orders");
        sim.host("10.10.10.1").goesDown();
        Instant begun = sim.clock().now();
        assertCode(
                new CmWire(sim)
                        .form("/applier/stop", "applierName", chain.writer().name()),
                "CM-RESOAT000011");
        assertThat(sim.clock().now()).isEqualTo(begun.plusSeconds(60));
    }

    @Test
    void anAnswerMayComeBeforeTheChange() {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.LATER));
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        assertDone(wire.form("/crawler/clear", "crawler", chain.store().name()));
        assertThat(chain.store().isRunning()).isTrue();
        sim.advance(Duration.ofSeconds(22));
        assertThat(chain.store().isRunning()).isFalse();
        chain.store().failNextRestores(1);
        assertDone(wire.form("/crawler/restore", "crawler", chain.store().name()));
        sim.advance(Duration.ofMinutes(2));
        assertThat(chain.store().isRunning()).as("success that is none").isFalse();
    }

    @Test
    void withARunningClockMutationsTakeTheirTime() {
        OmsSimulator sim = start(
                OmsSimulator.builder().mutations(MutationTiming.ADVANCES_CLOCK).clock(SimClock.running(200)));
        OmsStore store = sim.chain("p_orders").store();
        Instant begun = sim.clock().now();
        assertDone(new CmWire(sim).form("/crawler/clear", "crawler", store.name()));
        assertThat(sim.clock().now()).isAfterOrEqualTo(begun.plusSeconds(22));
        assertThatThrownBy(() -> sim.advance(REAL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingCutsOffWhoWaits() throws Exception {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.BLOCKS));
        OmsStore store = sim.chain("p_orders").store();
        CompletableFuture<HttpResponse<String>> clear =
                new CmWire(sim).formLater("/crawler/clear", "crawler", store.name());
        assertThat(sim.awaitMutations(1, REAL)).isTrue();
        sim.close();
        assertThatThrownBy(() -> clear.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void mutationsOfOneComponentAreNotQueued() throws Exception {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.BLOCKS));
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        CompletableFuture<HttpResponse<String>> restore = wire.formLater("/crawler/restore", "crawler", store.name());
        assertThat(sim.awaitMutations(1, REAL)).isTrue();
        CompletableFuture<HttpResponse<String>> clear = wire.formLater("/crawler/clear", "crawler", store.name());
        assertThat(sim.awaitMutations(2, REAL)).isTrue();
        sim.advance(Duration.ofSeconds(40));
        assertDone(clear.get(20, TimeUnit.SECONDS));
        assertDone(restore.get(20, TimeUnit.SECONDS));
        assertThat(store.isRunning()).as("the later one to end wins").isTrue();
    }

    @Test
    void whoeverAsksMayGoAndTheWorkGoesOn() throws Exception {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.BLOCKS));
        OmsStore store = sim.chain("p_orders").store();
        CompletableFuture<HttpResponse<String>> clear =
                new CmWire(sim).formLater("/crawler/clear", "crawler", store.name());
        assertThat(sim.awaitMutations(1, REAL)).isTrue();
        clear.cancel(true);
        sim.advance(Duration.ofSeconds(22));
        assertThat(store.state()).isEqualTo(ComponentState.STOPPED);
    }
}
