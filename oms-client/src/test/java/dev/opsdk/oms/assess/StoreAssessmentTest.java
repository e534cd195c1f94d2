package dev.opsdk.oms.assess;

import static dev.opsdk.oms.assess.Looks.at;
import static dev.opsdk.oms.assess.Looks.holding;
import static dev.opsdk.oms.assess.Looks.seen;
import static dev.opsdk.oms.assess.Looks.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.oms.model.Checkpoint;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreName;
import dev.opsdk.oms.model.StoreStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoreAssessmentTest {
    private static final String STARTED =
            "[Fri Sep 16 10:24:07 2022] DRC_500:Store p_1_source-000-0.0000000007 started successfully\n";

    private static Verdict judge(Consumer<CrawlerDetail.Builder> change) {
        return StoreAssessment.of(seen(store(-86_400, -2, change), 0)).verdict();
    }

    private static StoreAssessment looks(long first, long pause, int count, long step) {
        List<Observed<CrawlerDetail>> looks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            looks.add(store(-86_400, first + i * step, i * pause));
        }
        return StoreAssessment.of(looks, Thresholds.DEFAULT);
    }

    @Test
    void aStoreInOrderAndOnTimeIsHealthy() {
        assertThat(judge(b -> {})).satisfies(v -> {
            assertThat(v.level()).isEqualTo(Level.HEALTHY);
            assertThat(v.reasons()).isEmpty();
            assertThat(v.facts()).containsEntry("lag", "2 s").containsEntry("retention", "86398 s");
        });
    }

    @Test
    void aFailedCallIsUnknownAndSaysWhy() {
        assertThat(StoreAssessment.unknown(StoreName.of(Looks.STORE), "no route to host")
                        .verdict())
                .isEqualTo(new Verdict(Level.UNKNOWN, List.of("no route to host"), java.util.Map.of()));
    }

    @Test
    void anObservationThatCannotBeBelievedIsUntrustworthyWhateverTheStatusSays() {
        for (int status : new int[] {0, 1, 7}) {
            Verdict verdict = judge(b -> {
                b.observationTrusted(false);
                b.status(StoreStatus.of(status));
            });
            assertThat(verdict.level()).isEqualTo(Level.UNTRUSTWORTHY);
            assertThat(String.join("\n", verdict.reasons())).contains("writes to the metaDB", "slow", "clocks");
        }
    }

    @Test
    void anAbnormalStoreWithAnOldSuccessMessageSaysThatItIsOld() {
        Verdict verdict = judge(b -> {
            b.status(StoreStatus.of(1));
            b.errMsg(STARTED);
        });
        assertThat(verdict.level()).isEqualTo(Level.ABNORMAL);
        assertThat(String.join("\n", verdict.reasons()))
                .contains("last event is an old success message", "/home/ds/store/store7104/log on 10.10.10.1");
    }

    @Test
    void anAbnormalStoreShowsItsLastEvent() {
        Verdict verdict = judge(b -> {
            b.status(StoreStatus.of(5));
            b.errMsg("DRC_404:no log, password=hunter2\n");
        });
        assertThat(verdict.level()).isEqualTo(Level.ABNORMAL);
        assertThat(verdict.reasons().get(0)).contains("DRC_404:no log").doesNotContain("hunter2");
    }

    @Test
    void aFilledMessageOfAHealthyStoreMeansNothing() {
        assertThat(judge(b -> b.errMsg(STARTED)).level()).isEqualTo(Level.HEALTHY);
    }

    @Test
    void whatIsMissingIsUnknownAndNotWell() {
        CrawlerDetail.Builder bare = CrawlerDetail.builder();
        bare.name(StoreName.of(Looks.STORE));
        assertThat(StoreAssessment.of(seen(bare.build(), 0)).verdict().level()).isEqualTo(Level.UNKNOWN);
        assertThat(judge(b -> b.status(Optional.empty())).level()).isEqualTo(Level.UNKNOWN);
        assertThat(judge(b -> b.checkpoints(List.of())).level()).isEqualTo(Level.UNKNOWN);
        assertThat(judge(b -> b.checkpoints(List.of(List.of(), List.of(Looks.position(0)))))
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aTimeOfZeroIsUnknownAndNot1970() {
        Checkpoint none = Checkpoint.builder().timestampSeconds(0).build();
        Verdict verdict = judge(b -> b.checkpoints(List.of(List.of(none, none))));
        assertThat(verdict.level()).isEqualTo(Level.UNKNOWN);
        assertThat(verdict.facts()).doesNotContainKey("lag");
    }

    @Test
    void lateIsMoreThanThirtySecondsAndNamesTheGrade() {
        assertThat(StoreAssessment.of(store(-9, -30, 0)).verdict().level()).isEqualTo(Level.HEALTHY);
        assertThat(StoreAssessment.of(store(-99, -31, 0)).verdict()).satisfies(v -> {
            assertThat(v.level()).isEqualTo(Level.LAGGING);
            assertThat(v.reasons().get(0)).contains("31 s behind", "HIGH, 30 s");
        });
        assertThat(StoreAssessment.of(store(-999, -301, 0)).verdict().reasons().get(0))
                .contains("MEDIUM");
        assertThat(StoreAssessment.of(store(-999, -901, 0)).verdict().reasons().get(0))
                .contains("LOW");
    }

    @Test
    void aPositionThatStandsStillOverFourLooksAndThirtySecondsIsStalled() {
        assertThat(looks(-2, 10, 4, 0).verdict().level()).isEqualTo(Level.STALLED);
        assertThat(looks(-2, 10, 3, 0).verdict().level()).as("too few").isEqualTo(Level.HEALTHY);
        assertThat(looks(-2, 9, 4, 0).verdict().level()).as("too short").isEqualTo(Level.HEALTHY);
        assertThat(looks(-100, 10, 5, 10).verdict().level()).as("moves").isEqualTo(Level.LAGGING);
    }

    @Test
    void severalSourcesCountByTheWorst() {
        StoreAssessment two = StoreAssessment.of(seen(
                store(0, 0, b -> b.checkpoints(List.of(holding(-500, -3), holding(-400, -60)))), 0));
        assertThat(two.verdict().level()).isEqualTo(Level.LAGGING);
        assertThat(two.verdict().facts()).containsEntry("lag", "60 s");
        assertThat(two.begin()).contains(at(-400));
        assertThat(two.end()).contains(at(-60));
        assertThat(two.covers(at(-450))).contains(false);
        assertThat(two.covers(at(-400))).contains(true);
        assertThat(two.covers(at(-60))).contains(true);
        assertThat(two.covers(at(-59))).contains(false);
    }

    @Test
    void aPositionAheadOfTheClockIsNoLagAndIsFlagged() {
        StoreAssessment ahead = StoreAssessment.of(store(-100, 20, 0));
        assertThat(ahead.lag().orElseThrow().behind()).contains(Duration.ZERO);
        assertThat(ahead.lag().orElseThrow().clamped()).isTrue();
        assertThat(String.join("\n", ahead.verdict().reasons())).contains("clocks differ");
    }

    @Test
    void lagIsByTheServersClockAndALargeSkewIsSaid() {
        CrawlerDetail detail = store(-100, -5, b -> {});
        Verdict skewed = StoreAssessment.of(new Observed<>(detail, Optional.of(at(0)), at(300)))
                .verdict();
        assertThat(skewed.level()).isEqualTo(Level.HEALTHY);
        assertThat(skewed.facts()).containsEntry("lag", "5 s").containsEntry("clockSkew", "300 s");
        assertThat(String.join("\n", skewed.reasons())).contains("300 s ahead of the server's");
        assertThat(StoreAssessment.of(new Observed<>(detail, Optional.of(at(0)), at(-3)))
                        .verdict()
                        .reasons())
                .singleElement()
                .asString()
                .contains("3 s behind the server's");
        assertThat(StoreAssessment.of(new Observed<>(detail, Optional.of(at(0)), at(2)))
                        .verdict()
                        .reasons())
                .isEmpty();
        assertThat(StoreAssessment.of(new Observed<>(detail, Optional.empty(), at(1)))
                        .verdict()
                        .facts())
                .containsEntry("lag", "6 s")
                .containsEntry("clock", "this machine's, the server told no time");
    }

    @Test
    void severalLooksGiveThroughputAndWhenItWillHaveCaughtUp() {
        StoreAssessment catching = looks(-1000, 10, 4, 60);
        assertThat(catching.trend().speed()).hasValue(6);
        assertThat(catching.trend().recordsPerSecond()).hasValue(6);
        assertThat(catching.trend().catchesUpIn()).contains(Duration.ofSeconds(170));
    }

    @Test
    void nothingCannotBeJudged() {
        assertThatThrownBy(() -> StoreAssessment.of(List.of(), Thresholds.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thresholdsHaveToRise() {
        assertThatThrownBy(() -> new Thresholds(
                        Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rise");
    }
}
