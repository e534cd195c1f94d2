package dev.opsdk.oms.assess;

import static dev.opsdk.oms.assess.Looks.seen;
import static dev.opsdk.oms.assess.Looks.writer;
import static dev.opsdk.oms.assess.Looks.writerLooks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.oms.model.WriterDetail;
import dev.opsdk.oms.model.WriterName;
import dev.opsdk.oms.model.WriterStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WriterAssessmentTest {
    private static Verdict judge(Consumer<WriterDetail.Builder> change) {
        return WriterAssessment.of(seen(writer(-3, 0, change), 0)).verdict();
    }

    @Test
    void aWriterInOrderAndOnTimeIsHealthy() {
        assertThat(judge(b -> {}).level()).isEqualTo(Level.HEALTHY);
        assertThat(judge(b -> b.status(WriterStatus.of("RUNNING"))).level()).isEqualTo(Level.HEALTHY);
        assertThat(judge(b -> b.status(Optional.empty())).level()).isEqualTo(Level.HEALTHY);
    }

    @Test
    void aFailedCallIsUnknown() {
        assertThat(WriterAssessment.unknown(WriterName.of(Looks.WRITER), "gone")
                        .verdict()
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void notActiveIsAbnormalWhateverTheStatusSays() {
        for (String status : new String[] {"running", "stopped", "whatever"}) {
            Verdict verdict = judge(b -> {
                b.healthy(false);
                b.status(WriterStatus.of(status));
            });
            assertThat(verdict.level()).isEqualTo(Level.ABNORMAL);
            assertThat(String.join("\n", verdict.reasons()))
                    .contains("status is ", "/home/ds/run/" + Looks.WRITER + "/logs");
        }
    }

    @Test
    void activeButNotRunningIsContradictory() {
        assertThat(judge(b -> b.status(WriterStatus.of("stopped")))).satisfies(v -> {
            assertThat(v.level()).isEqualTo(Level.STOPPED);
            assertThat(v.reasons().get(0)).contains("contradictory");
        });
        assertThat(judge(b -> b.status(WriterStatus.of("odd"))).level()).isEqualTo(Level.ABNORMAL);
    }

    @Test
    void aSampleOlderThanFourMinutesIsNotBelieved() {
        assertThat(WriterAssessment.of(seen(writer(-244, -240, b -> {}), 0))
                        .verdict()
                        .level())
                .isEqualTo(Level.LAGGING);
        WriterAssessment old = WriterAssessment.of(seen(writer(-244, -241, b -> {}), 0));
        assertThat(old.verdict().level()).isEqualTo(Level.UNTRUSTWORTHY);
        assertThat(old.verdict().reasons().get(0))
                .contains("not sampled since " + Looks.at(-241), "at least 3 s behind, the sample is 241 s old");
    }

    @Test
    void anAbnormalWriterIsAbnormalBeforeItsSampleIsLookedAt() {
        Verdict verdict = WriterAssessment.of(seen(writer(-999, -999, b -> b.healthy(false)), 0))
                .verdict();
        assertThat(verdict.level()).isEqualTo(Level.ABNORMAL);
    }

    @Test
    void withoutAPositionOrAWordAboutItsHealthItIsUnknown() {
        assertThat(judge(b -> b.checkpoint(Optional.empty())).level()).isEqualTo(Level.UNKNOWN);
        assertThat(judge(b -> b.healthy(Optional.empty())).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void lateAndStalledAreToldApartByItsMovement() {
        assertThat(WriterAssessment.of(writerLooks(4, -100, 15), Thresholds.DEFAULT)
                        .verdict()
                        .level())
                .isEqualTo(Level.LAGGING);
        assertThat(WriterAssessment.of(writerLooks(4, -100, 0), Thresholds.DEFAULT)
                        .verdict()
                        .level())
                .isEqualTo(Level.STALLED);
    }

    @Test
    void headlineIsTheLagUnlessTheSampleIsOld() {
        assertThat(WriterAssessment.of(seen(writer(-10, -5, b -> {}), 0)).lag().orElseThrow())
                .hasToString("10 s behind")
                .satisfies(lag -> assertThat(lag.sampleAge()).contains(Duration.ofSeconds(5)));
        assertThat(WriterAssessment.of(seen(writer(-110, -100, b -> {}), 0))
                        .lag()
                        .orElseThrow())
                .hasToString("at least 10 s behind, the sample is 100 s old");
    }
}
