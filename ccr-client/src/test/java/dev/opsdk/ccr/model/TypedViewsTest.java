package dev.opsdk.ccr.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedViewsTest {
    @Test
    void secondsAreInstantsAndZeroIsNever() {
        JobProgress progress = JobProgress.builder()
                .createdAtSeconds(0)
                .fullSyncStartAt(Instant.ofEpochSecond(1795171076))
                .partialSyncStartAt(Instant.EPOCH)
                .incrementalSyncStartAt(Instant.ofEpochSecond(2, 999_999_999))
                .ingestBinlogAtSeconds(Long.MAX_VALUE)
                .build();
        assertThat(progress.createdAt()).isEmpty();
        assertThat(progress.fullSyncStartAt()).contains(Instant.parse("2026-11-20T10:37:56Z"));
        assertThat(progress.partialSyncStartAt()).isEmpty();
        assertThat(progress.incrementalSyncStartAt()).contains(Instant.ofEpochSecond(2));
        assertThat(progress.ingestBinlogAt()).isEmpty();
        assertThat(JobProgress.builder()
                        .ingestBinlogAt(Instant.ofEpochSecond(9))
                        .createdAt(Instant.ofEpochSecond(8))
                        .build())
                .satisfies(built -> {
                    assertThat(built.ingestBinlogAtSeconds()).hasValue(9);
                    assertThat(built.createdAt()).contains(Instant.ofEpochSecond(8));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1970-01-01 08:00:00",
                "1970-01-01 00:00:00",
                "1969-12-31 16:00:00",
                "2026-02-30 00:00:00",
                "soon"
            })
    void theServersWaysToKnowNoTimeAreAbsentButTheTextStays(String text) {
        JobLag lag = JobLag.builder().lastBinlogTimestampText(text).build();
        assertThat(lag.lastBinlogTimestamp()).isEmpty();
        assertThat(lag.lastBinlogTimestampText()).contains(text);
    }

    @Test
    void theRetainedRangeIsNotTheLag() {
        JobLag lag = JobLag.builder()
                .lag(42)
                .firstCommitSeq(1000)
                .lastCommitSeq(1100)
                .firstBinlogTimestampText("2026-11-20 18:36:30")
                .lastBinlogTimestampText("2026-11-20 18:37:59")
                .timeIntervalNumber(new BigDecimal("89.5"))
                .build();
        assertThat(lag.retentionWindow()).contains(Duration.ofMillis(89_500));
        assertThat(lag.timeBehind()).isEmpty();
        assertThat(lag.firstBinlogTimestamp()).contains(LocalDateTime.of(2026, 11, 20, 18, 36, 30));
        assertThat(lag).hasToString("lag 42 binlogs, source keeps 1000..1100 over 89 s");
    }

    @ParameterizedTest
    @CsvSource({"0,1001,30", "-1,1001,30", "2,0,30", "2,-1,30", "2,1001,-5", "2,1001,1e300"})
    void timeBehindIsAbsentWhereTheNumberIsGarbage(long lag, long next, BigDecimal seconds) {
        assertThat(JobLag.builder()
                        .lag(lag)
                        .nextCommitSeq(next)
                        .timeIntervalSecsNumber(seconds)
                        .build()
                        .timeBehind())
                .isEmpty();
    }

    @Test
    void aWindowBetweenUnknownTimesIsNone() {
        JobLag lag = JobLag.builder()
                .firstBinlogTimestampText("1970-01-01 08:00:00")
                .lastBinlogTimestampText("1970-01-01 08:00:00")
                .timeIntervalNumber(BigDecimal.ZERO)
                .build();
        assertThat(lag.retentionWindow()).isEmpty();
        assertThat(lag).hasToString("lag unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "0,DBFullSync",
        "1,DBTablesIncrementalSync",
        "2,DBSpecificTableFullSync",
        "3,DBIncrementalSync",
        "4,DBPartialSync",
        "500,TableFullSync",
        "501,TableIncrementalSync",
        "502,TablePartialSync"
    })
    void aPhaseIsTheSameAsNumberAndAsText(int number, String text) {
        assertThat(SyncState.of(number)).isEqualTo(SyncState.of((long) number)).isEqualTo(SyncState.of(text));
        assertThat(SyncState.of(number).known()).isPresent();
        assertThat(SyncState.of(number).wire()).isEqualTo(number);
    }

    @Test
    void everyKnownStepAndKindIsRead() {
        assertThat(IntStream.of(-1, 0, 1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 200, 201, 202, 203)
                        .mapToObj(SubSyncState::of)
                        .map(state -> state.known().orElseThrow()))
                .containsExactly(SubSyncState.Known.values());
        assertThat(IntStream.rangeClosed(-1, 12)
                        .mapToObj(BinlogType::of)
                        .map(type -> type.known().orElseThrow()))
                .containsExactly(BinlogType.Known.values());
    }

    @Test
    void whatIsNotKnownKeepsItsText() {
        assertThat(SyncState.of("Unknown SyncState: 7")).hasToString("unknown(Unknown SyncState: 7)");
        assertThat(SyncType.of(2).known()).isEmpty();
        assertThat(BinlogType.of(13)).isNotEqualTo(BinlogType.of(14));
        assertThat(JobState.of("unknown").known()).isEmpty();
    }
}
