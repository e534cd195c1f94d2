package dev.opsdk.oms.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.oms.Chain;
import dev.opsdk.oms.assess.ChainAssessment;
import dev.opsdk.oms.assess.ChainAssessment.Severity;
import dev.opsdk.oms.assess.ChainAssessment.Side;
import dev.opsdk.oms.assess.ChainEvent;
import dev.opsdk.oms.assess.Level;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Duration ENOUGH = Duration.ofSeconds(40);

    private static Chain chain(StoreWorld world) {
        return world.oms().chain(world.name(), world.chain().writer().name());
    }

    @Test
    void allInOrder() {
        try (StoreWorld world = StoreWorld.start()) {
            ChainAssessment seen = chain(world).diagnose(ENOUGH);
            assertThat(seen.side()).as("%s", seen).isEqualTo(Side.NONE);
            assertThat(seen.severity().exitCode()).isZero();
            assertThat(seen.store().trend().speed()).hasValueCloseTo(1.0, Offset.offset(0.2));
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void aDeadStoreIsTheSourceSide() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().dies();
            world.sim().advance(Duration.ofMinutes(10));
            ChainAssessment seen = chain(world).diagnose();
            assertThat(seen.side()).isEqualTo(Side.SOURCE_SIDE);
            assertThat(seen.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(seen.toString()).contains("old success message", "procedures().restart");
        }
    }

    @Test
    void aStoreThatStandsIsStalled() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().stalls(true);
            ChainAssessment seen = chain(world).diagnose(ENOUGH);
            assertThat(seen.store().verdict().level()).isEqualTo(Level.STALLED);
            assertThat(seen.side()).isEqualTo(Side.SOURCE_SIDE);
        }
    }

    @Test
    void aWriterThatDoesNotKeepUpIsTheWriterSideWithATimeUntilLoss() {
        try (StoreWorld world = StoreWorld.start()) {
            world.truth().retention(Duration.ofMinutes(30));
            world.chain().writer().works(0);
            world.sim().advance(Duration.ofMinutes(10));
            ChainAssessment seen = chain(world).diagnose(ENOUGH);
            assertThat(seen.side()).as("%s", seen).isEqualTo(Side.WRITER_SIDE);
            assertThat(seen.timeToLoss().orElseThrow()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(21));
            assertThat(seen.toString()).contains("headroom is small", "store.clearer.outdated");
        }
    }

    @Test
    void aWriterThatNeedsWhatIsPurgedIsCritical() {
        try (StoreWorld world = StoreWorld.start()) {
            world.chain().writer().dies();
            world.chain().writer().at(world.truth().begin().minusSeconds(60));
            ChainAssessment seen = chain(world).diagnose();
            assertThat(seen.side()).isEqualTo(Side.WINDOW);
            assertThat(seen.severity().exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aClockThatDiffersIsSaid() {
        try (StoreWorld world = StoreWorld.start()) {
            world.sim().skew(Duration.ofMinutes(5));
            ChainAssessment seen = chain(world).diagnose();
            assertThat(seen.store().verdict().facts()).containsKey("clockSkew");
        }
    }

    @Test
    void whatCannotBeReadIsUnknownAndNotWell() {
        try (StoreWorld world = StoreWorld.start()) {
            world.sim().answer(OmsAnswer.page(500).on("/crawler/detail").always());
            ChainAssessment seen = chain(world).diagnose();
            assertThat(seen.side()).isEqualTo(Side.UNKNOWN);
            assertThat(seen.severity().exitCode()).isEqualTo(3);
            assertThat(seen.writer().verdict().level()).isEqualTo(Level.HEALTHY);
        }
    }

    @Test
    void aWatchTellsTheDeathOfAStoreOnceAndGoesOnSampling() {
        try (StoreWorld world = StoreWorld.start()) {
            int[] sleeps = {0};
            world.time().whileAsleep(() -> {
                if (++sleeps[0] == 3) {
                    world.truth().dies();
                }
            });
            List<ChainEvent> events = chain(world).watch().limit(12).toList();
            assertThat(events.get(0)).isInstanceOf(ChainEvent.Sample.class);
            assertThat(events)
                    .filteredOn(e -> e instanceof ChainEvent.StoreChanged)
                    .hasSize(1);
            assertThat(events)
                    .filteredOn(e -> e instanceof ChainEvent.SeverityChanged)
                    .first()
                    .asString()
                    .contains("OK -> CRITICAL SOURCE_SIDE");
            assertThat(events).filteredOn(e -> e instanceof ChainEvent.Sample).hasSizeGreaterThan(8);
        }
    }

    @Test
    void aWatchOutlastsAnOutage() {
        try (StoreWorld world = StoreWorld.start()) {
            int[] sleeps = {0};
            world.time().whileAsleep(() -> {
                sleeps[0]++;
                if (sleeps[0] == 2) {
                    world.sim().kill();
                } else if (sleeps[0] == 30) {
                    world.sim().restart();
                }
            });
            List<ChainEvent> changes = chain(world)
                    .watch()
                    .filter(e -> e instanceof ChainEvent.StoreChanged)
                    .limit(2)
                    .toList();
            assertThat(changes.get(0).toString()).contains("HEALTHY -> UNKNOWN");
            assertThat(changes.get(1).toString()).contains("UNKNOWN -> HEALTHY");
        }
    }

    @Test
    void watchingWhatNeverWasIsAMistake() {
        try (StoreWorld world = StoreWorld.start()) {
            Chain typo = world.oms()
                    .chain(
                            "10.9.9.9-7100:nobody:0000000001",
                            world.chain().writer().name());
            assertThatThrownBy(() -> typo.watch().findFirst()).isInstanceOf(NotFoundException.class);
        }
    }
}
