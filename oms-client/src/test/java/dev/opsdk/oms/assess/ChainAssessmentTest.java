package dev.opsdk.oms.assess;

import static dev.opsdk.oms.assess.Looks.seen;
import static dev.opsdk.oms.assess.Looks.store;
import static dev.opsdk.oms.assess.Looks.writer;
import static dev.opsdk.oms.assess.Looks.writerLooks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.oms.assess.ChainAssessment.Severity;
import dev.opsdk.oms.assess.ChainAssessment.Side;
import dev.opsdk.oms.model.CrawlerDetail;
import dev.opsdk.oms.model.Observed;
import dev.opsdk.oms.model.StoreStatus;
import dev.opsdk.oms.model.WriterDetail;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainAssessmentTest {
    private static ChainAssessment judge(Observed<CrawlerDetail> store, Observed<WriterDetail> writer) {
        return ChainAssessment.of(StoreAssessment.of(store), WriterAssessment.of(writer), Thresholds.DEFAULT);
    }

    @Test
    void bothInOrderIsNobodysFault() {
        ChainAssessment chain = judge(store(-86_400, -2, 0), writer(-4, 0));
        assertThat(chain.side()).isEqualTo(Side.NONE);
        assertThat(chain.severity()).isEqualTo(Severity.OK);
        assertThat(chain.writerBacklog()).contains(Duration.ofSeconds(2));
        assertThat(chain.headroom()).contains(Duration.ofSeconds(86_396));
        assertThat(chain.nextSteps()).isEmpty();
        assertThat(chain.reasons()).isEmpty();
        assertThat(chain.facts()).containsExactly(Map.entry("writerBacklog", "2 s"), Map.entry("headroom", "86396 s"));
    }

    @Test
    void whoeverIsBlamedTheReasonsOfBothAreTold() {
        ChainAssessment chain = judge(store(-86_400, -500, 0), writer(-502, 0));
        assertThat(chain.reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("store: "))
                .anySatisfy(reason -> assertThat(reason).startsWith("writer: "));
    }

    @Test
    void headroomIsSmallBelowItsThresholdAndOnlyForAWriterThatIsBehind() {
        String small = "headroom is small";
        assertThat(judge(store(-4_100, -2, 0), writer(-500, 0)).reasons().toString())
                .as("an hour")
                .doesNotContain(small);
        assertThat(judge(store(-4_099, -2, 0), writer(-500, 0)).reasons().toString())
                .as("a second less")
                .contains(small);
        assertThat(judge(store(-2_000, -2, 0), writer(-32, 0)).reasons().toString())
                .as("30 s behind")
                .doesNotContain(small);
        assertThat(judge(store(-2_000, -2, 0), writer(-33, 0)))
                .as("31 s behind")
                .satisfies(chain -> assertThat(chain.reasons().toString()).contains(small))
                .satisfies(chain -> assertThat(chain.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void whatIsGoneAlreadyIsNotGoingToBeLost() {
        ChainAssessment chain = ChainAssessment.of(
                StoreAssessment.of(store(-3_600, -2, 45)),
                WriterAssessment.of(writerLooks(4, -3_700, 0), Thresholds.DEFAULT),
                Thresholds.DEFAULT);
        assertThat(chain.side()).isEqualTo(Side.WINDOW);
        assertThat(chain.timeToLoss()).isEmpty();
    }

    @Test
    void aLateStoreIsTheSourceSideAlthoughTheWriterIsLateToo() {
        ChainAssessment chain = judge(store(-86_400, -500, 0), writer(-502, 0));
        assertThat(chain.side()).isEqualTo(Side.SOURCE_SIDE);
        assertThat(chain.severity()).isEqualTo(Severity.WARNING);
        assertThat(String.join("\n", chain.nextSteps())).contains("look at the source", "leave the writer alone");
    }

    @Test
    void anAbnormalStoreIsCriticalAndIsToBeRestartedAfterItsEvidenceIsKept() {
        ChainAssessment chain = judge(seen(store(-86_400, -500, b -> b.status(StoreStatus.of(1))), 0), writer(-502, 0));
        assertThat(chain.side()).isEqualTo(Side.SOURCE_SIDE);
        assertThat(chain.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(chain.nextSteps().get(0)).contains("error.details", "/home/ds/store/store7104/log");
        assertThat(chain.nextSteps().get(1)).contains("restart(");
    }

    @Test
    void aStoreOnTimeAndALateWriterIsTheWriterSide() {
        ChainAssessment chain = judge(store(-86_400, -2, 0), writer(-502, 0));
        assertThat(chain.side()).isEqualTo(Side.WRITER_SIDE);
        assertThat(chain.severity()).isEqualTo(Severity.WARNING);
        assertThat(chain.writerBacklog()).contains(Duration.ofSeconds(500));
        assertThat(String.join("\n", chain.nextSteps())).contains("worker_num", "logs/msg/ddl_msg.log");
    }

    @Test
    void aDeadWriterIsCritical() {
        ChainAssessment chain = judge(store(-86_400, -2, 0), seen(writer(-502, 0, b -> b.healthy(false)), 0));
        assertThat(chain.side()).isEqualTo(Side.WRITER_SIDE);
        assertThat(chain.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(chain.nextSteps().get(0)).contains("/home/ds/run/" + Looks.WRITER + "/logs");
    }

    @Test
    void aWriterBeforeWhatTheStoreHoldsIsADataLossRisk() {
        ChainAssessment chain = judge(store(-3_600, -2, 0), writer(-3_700, 0));
        assertThat(chain.side()).isEqualTo(Side.WINDOW);
        assertThat(chain.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(chain.headroom()).contains(Duration.ofSeconds(-100));
        assertThat(chain.reasons().get(0)).contains("data loss risk", "CM-RESOIE000201");
        assertThat(chain.nextSteps().get(0)).contains("do not restart the writer");
    }

    @Test
    void aWriterFarAheadOfTheStoreIsOutsideAsWellButAMomentAheadIsNot() {
        assertThat(judge(store(-3_600, -500, 0), writer(-100, 0)).side()).isEqualTo(Side.WINDOW);
        ChainAssessment chain = judge(store(-86_400, -8, 0), writer(-2, 0));
        assertThat(chain.side()).isEqualTo(Side.NONE);
        assertThat(chain.writerBacklog()).contains(Duration.ZERO);
    }

    @Test
    void smallHeadroomIsAWarningAndTellsWhenTheDataWillBeGone() {
        StoreAssessment store = StoreAssessment.of(store(-2_000, -2, 45));
        WriterAssessment half = WriterAssessment.of(writerLooks(4, -1_000, 0), Thresholds.DEFAULT);
        ChainAssessment stands = ChainAssessment.of(store, half, Thresholds.DEFAULT);
        assertThat(stands.timeToLoss()).as("a writer that stands").contains(Duration.ofSeconds(1_000));
        ChainAssessment slow = ChainAssessment.of(
                store, WriterAssessment.of(writerLooks(5, -1_000, 12), Thresholds.DEFAULT), Thresholds.DEFAULT);
        assertThat(slow.facts()).containsEntry("timeToLoss", "5240 s");
        assertThat(slow.timeToLoss()).as("4/5 of real time").contains(Duration.ofSeconds(5_240));
        assertThat(String.join("\n", slow.reasons())).contains("headroom is small");
        assertThat(slow.nextSteps().get(slow.nextSteps().size() - 1)).contains("store.clearer.outdated");
    }

    @Test
    void aWriterThatKeepsUpLosesNothing() {
        ChainAssessment chain = ChainAssessment.of(
                StoreAssessment.of(store(-2_000, 43, 45)),
                WriterAssessment.of(writerLooks(4, -4, 15), Thresholds.DEFAULT),
                Thresholds.DEFAULT);
        assertThat(chain.timeToLoss()).isEmpty();
        assertThat(chain.severity()).isEqualTo(Severity.OK);
    }

    @Test
    void aStoreThatCannotBeBelievedBlamesNobody() {
        ChainAssessment chain = judge(
                seen(store(-10, -5, b -> b.observationTrusted(false)), 0),
                seen(writer(-502, 0, b -> b.healthy(false)), 0));
        assertThat(chain.side()).isEqualTo(Side.UNKNOWN);
        assertThat(chain.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(chain.headroom()).as("its window says nothing").isEmpty();
        assertThat(chain.nextSteps().get(0)).contains("metaDB");
    }

    @Test
    void aWriterThatIsNotSampledIsNotBlamed() {
        ChainAssessment chain = judge(store(-86_400, -2, 0), seen(writer(-500, -490, b -> {}), 0));
        assertThat(chain.side()).isEqualTo(Side.UNKNOWN);
        assertThat(chain.nextSteps().get(0)).contains("host");
    }
}
