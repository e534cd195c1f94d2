package dev.opsdk.ccr.assess;

import static dev.opsdk.ccr.assess.Looks.lag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.assess.Lag.Confidence;
import dev.opsdk.ccr.model.JobLag;
import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Contract 4.5, row by row. */
class LagTest {
    @Test
    void theZeroThatHidesAFrontendErrorIsUnknown() {
        Lag lag = Lag.of(lag(l -> l.lag(0)
                .firstCommitSeq(0)
                .lastCommitSeq(0)
                .firstBinlogTimestampText("1970-01-01 08:00:00")
                .lastBinlogTimestampText("1970-01-01 08:00:00")
                .timeIntervalNumber(BigDecimal.ZERO)));
        assertThat(lag.confidence()).isEqualTo(Confidence.UNKNOWN);
        assertThat(lag.binlogs()).isEmpty();
        assertThat(lag.isCertainlyZero()).isFalse();
        assertThat(lag).asString().startsWith("unknown").contains("error").contains("access denied");
    }

    @Test
    void anOldFrontendsCountIsGivenWithLowConfidence() {
        Lag lag = Lag.of(lag(l -> l.lag(7).firstCommitSeq(0).lastCommitSeq(0)));
        assertThat(lag.confidence()).isEqualTo(Confidence.LOW);
        assertThat(lag.binlogs()).hasValue(7);
        assertThat(lag)
                .asString()
                .contains("7 binlogs")
                .contains("low confidence")
                .contains("too old");
    }

    @Test
    void minusOneForTheBoundsIsASourceThatKeepsNothingAndAZeroThatCounts() {
        Lag lag = Lag.of(lag(l -> l.lag(0)
                .firstCommitSeq(-1)
                .lastCommitSeq(-1)
                .firstBinlogTimestampText("1970-01-01 08:00:00")
                .lastBinlogTimestampText("1970-01-01 08:00:00")));
        assertThat(lag.isCertainlyZero()).isTrue();
    }

    @Test
    void aZeroOfTheEarlyFourthGenerationWithoutTheOtherFieldsIsLow() {
        Lag lag = Lag.of(lag(l -> l.lag(0)));
        assertThat(lag.confidence()).isEqualTo(Confidence.LOW);
        assertThat(lag.binlogs()).hasValue(0);
        assertThat(lag.isCertainlyZero()).isFalse();
    }

    @Test
    void aCountOfTheEarlyFourthGenerationIsTrusted() {
        Lag lag = Lag.of(lag(l -> l.lag(3)));
        assertThat(lag.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(lag.binlogs()).hasValue(3);
        assertThat(lag.behind()).isEmpty();
    }

    @Test
    void aZeroBesideTheBoundsOfWhatIsKeptIsTrusted() {
        assertThat(Lag.of(lag(l -> l.lag(0).firstCommitSeq(900).lastCommitSeq(1002)))
                        .isCertainlyZero())
                .isTrue();
    }

    @Test
    void theRecordedAnswerIsFortyTwoBinlogsAndItsWindowIsNoLag() {
        Lag lag = Lag.of(lag(l -> l.lag(42)
                .firstCommitSeq(1000)
                .lastCommitSeq(1100)
                .firstBinlogTimestampText("2026-11-20 18:36:30")
                .lastBinlogTimestampText("2026-11-20 18:37:59")
                .timeIntervalNumber(BigDecimal.valueOf(89))));
        assertThat(lag.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(lag.binlogs()).hasValue(42);
        assertThat(lag.behind()).isEmpty();
    }

    @Test
    void theFifthGenerationSaysHowFarBehindInTime() {
        Lag lag = Lag.of(fifth(2, 1001, 30));
        assertThat(lag.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(lag.behind()).contains(Duration.ofSeconds(30));
        assertThat(lag).hasToString("2 binlogs, 30 s behind");
    }

    @Test
    void halfACenturyBehindWithNoLagIsGarbageAndIgnored() {
        Lag lag = Lag.of(fifth(0, 0, 1_756_692_300));
        assertThat(lag.isCertainlyZero()).isTrue();
        assertThat(lag.behind()).isEmpty();
        assertThat(lag).hasToString("0 binlogs");
    }

    @Test
    void aNegativeCountCountsNothing() {
        Lag lag = Lag.of(lag(l -> l.lag(-1).firstCommitSeq(-1).lastCommitSeq(-1)));
        assertThat(lag.confidence()).isEqualTo(Confidence.UNKNOWN);
        assertThat(lag.binlogs()).isEmpty();
    }

    @Test
    void anAnswerWithoutALagIsUnknown() {
        assertThat(Lag.of(lag(l -> l.lastCommitSeq(5))).confidence()).isEqualTo(Confidence.UNKNOWN);
    }

    @Test
    void aLagThatCouldNotBeAskedIsUnknownAndSaysWhy() {
        Lag lag = Lag.of(Looks.withoutLag(Looks.well(), "[rpc] remote or network error"));
        assertThat(lag.confidence()).isEqualTo(Confidence.UNKNOWN);
        assertThat(lag.why()).contains("[rpc] remote or network error");
    }

    @Property
    void onlyEvidenceMakesAZeroCertain(
            @ForAll @LongRange(min = -2, max = 3) long count, @ForAll @LongRange(min = -1, max = 3) long last) {
        Lag lag = Lag.of(lag(l -> l.lag(count).firstCommitSeq(last).lastCommitSeq(last)));
        assertThat(lag.isCertainlyZero()).isEqualTo(count == 0 && last != 0);
        assertThat(lag.binlogs().isPresent()).isEqualTo(lag.confidence() != Confidence.UNKNOWN);
    }

    @Property
    void aTimeBehindIsOnlySaidOfALag(
            @ForAll @LongRange(min = -2, max = 3) long count, @ForAll @LongRange(min = 0, max = 2) long next) {
        Lag lag = Lag.of(fifth(count, next, 1_756_692_300));
        assertThat(lag.behind().isPresent()).isEqualTo(count > 0 && next > 0);
    }

    private static JobLag fifth(long count, long next, long seconds) {
        return lag(l -> l.lag(count)
                .firstCommitSeq(900)
                .lastCommitSeq(1002)
                .firstBinlogTimestampText("2025-09-01 10:00:00")
                .lastBinlogTimestampText("2025-09-01 10:05:00")
                .timeIntervalSecsNumber(BigDecimal.valueOf(seconds))
                .nextCommitSeq(next)
                .nextBinlogTimestampText(next == 0 ? "1970-01-01 08:00:00" : "2025-09-01 10:04:30"));
    }
}
