package dev.opsdk.simulator.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.SimClock;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest extends OmsTest {

    @Test
    void theDateHeaderFollowsTheSimulatedClockAndItsSkew() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        CmWire wire = new CmWire(sim);
        assertThat(wire.get("/").headers().allValues("Date")).containsExactly("Thu, 15 Jan 2026 08:00:00 GMT");
        sim.skew(Duration.ofSeconds(-30));
        sim.advance(Duration.ofMinutes(1));
        assertThat(wire.get("/").headers().allValues("Date")).containsExactly("Thu, 15 Jan 2026 08:00:30 GMT");
        assertThat(wire.get("/nope").headers().allValues("Date")).containsExactly("Thu, 15 Jan 2026 08:00:30 GMT");
        assertThat(writerDetail(wire, chain.writer())
                        .get("checkpoint")
                        .get("gmt")
                        .asLong())
                .isEqualTo(Instant.parse("2026-01-15T08:00:30Z").getEpochSecond());
    }

    @Test
    void messagesAreWrittenInTheZoneOfTheStoresHost() {
        OmsSimulator sim = start(OmsSimulator.builder()
                .zone(ZoneId.of("Europe/Berlin"))
                .clock(SimClock.manual(Instant.parse("2022-09-16T02:24:07Z"))));
        assertThat(sim.addStore("t").errMsg()).startsWith("[Fri Sep 16 04:24:07 2022] DRC_500:");
    }

    @Test
    void aChainIsConsistentForDays() {
        OmsSimulator sim = start();
        OmsChain chain = sim.chain("p_orders");
        sim.advance(Duration.ofDays(3));
        assertThat(chain.store().end()).isEqualTo(chain.source().newest());
        assertThat(chain.writer().position()).isEqualTo(chain.store().end());
        assertThat(chain.connector().position()).isEqualTo(chain.store().end());
    }

    @Test
    void sequencesCountPerTask() {
        OmsSimulator sim = start();
        assertThat(sim.addStore("a").name()).endsWith(":a:0000000001");
        assertThat(sim.addStore("a").name()).endsWith(":a:0000000002");
        assertThat(sim.addStore("b").name()).endsWith(":b:0000000001");
        assertThat(sim.addStore("b").port()).isEqualTo(17003);
    }

    @Test
    void whatDoesNotExistSaysSo() {
        OmsSimulator sim = start();
        assertThat(sim.store("nope").toString()).isEqualTo("store nope GONE");
        assertThat(sim.writer("nope").exists()).isFalse();
        assertThat(sim.connector("nope").isZombie()).isFalse();
        assertThatThrownBy(() -> sim.store("nope").end()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sim.writer("nope").position()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sim.checker("nope").runs()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> OmsSimulator.builder().hosts()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itCanGoAwayAndComeBackOnItsPort() {
        OmsSimulator sim = start();
        OmsStore store = sim.chain("p_orders").store();
        CmWire wire = new CmWire(sim);
        sim.kill();
        assertThatThrownBy(() -> wire.get("/")).isInstanceOf(UncheckedIOException.class);
        sim.restart();
        assertThat(storeDetail(wire, store).get("status").asInt()).isZero();
    }

    @Test
    void aHangingRequestIsReleased() throws Exception {
        OmsSimulator sim = start();
        OmsWriter writer = sim.chain("p_orders").writer();
        sim.fail(Fault.hangAfter().on("/applier/stop"));
        CompletableFuture<?> stop = new CmWire(sim).formLater("/applier/stop", "applierName", writer.name());
        assertThat(sim.journal().await(entry -> entry.status() == 200, Duration.ofSeconds(20)))
                .isPresent();
        assertThat(writer.isRunning()).isFalse();
        sim.releaseFaults();
        stop.get(20, TimeUnit.SECONDS);
    }

    @Test
    void manyCallersAndAMovingClockDoNotDisturbEachOther() {
        OmsSimulator sim = start(OmsSimulator.builder().mutations(MutationTiming.ADVANCES_CLOCK));
        CmWire wire = new CmWire(sim);
        Instant begun = sim.clock().now();
        int callers = 8;
        List<OmsChain> chains =
                IntStream.range(0, callers).mapToObj(i -> sim.chain("p_" + i)).toList();
        CompletableFuture.allOf(chains.stream()
                        .map(chain -> wire.formLater(
                                        "/applier/stop",
                                        "applierName",
                                        chain.writer().name())
                                .thenCompose(stopped -> wire.formLater(
                                        "/applier/start",
                                        "applierName",
                                        chain.writer().name()))
                                .thenCompose(running -> wire.formLater(
                                        "/crawler/restore",
                                        "crawler",
                                        chain.store().name())))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(chains)
                .allMatch(chain -> chain.writer().isRunning() && chain.store().isRunning());
        assertThat(sim.clock().now()).isEqualTo(begun.plusSeconds(callers * (2L + 2 + 40)));
    }

    @Test
    void severalSimulatorsShareAClock() {
        SimClock clock = SimClock.manual();
        OmsStore one = start(OmsSimulator.builder().clock(clock)).addStore("a");
        OmsStore two = start(OmsSimulator.builder().clock(clock)).addStore("a");
        clock.advance(Duration.ofMinutes(1));
        assertThat(one.end()).isEqualTo(two.end()).isEqualTo(clock.now().minusSeconds(1));
    }
}
