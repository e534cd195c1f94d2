package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a verdict begins: at a threshold, and just beside it. */
class ThresholdsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long MB = 1024L * 1024;
    private static final long GB = 1024 * MB;

    private static List<String> texts(CheckFinding finding) {
        return finding.reasons().stream().map(CheckFinding.Reason::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"5000, PASS", "5001, WARN"})
    void aHealthAnswerIsSlowAfterFiveSeconds(long millis, Verdict verdict) {
        assertThat(HealthAssessment.of(true, Map.of("database", "healthy"), Duration.ofMillis(millis), NOW)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Nested
    class Disks {
        @ParameterizedTest
        @CsvSource({"150, PASS", "149, WARN", "50, WARN", "49, FAIL"})
        void theShareOfALargeDiskCounts(long thousandths, Verdict verdict) {
            assertThat(of(1000 * GB, thousandths * GB)).isEqualTo(verdict);
        }

        @Test
        void theRoomOnASmallDiskCounts() {
            assertThat(of(2 * GB, GB)).isEqualTo(Verdict.PASS);
            assertThat(of(2 * GB, GB - 1)).isEqualTo(Verdict.WARN);
            assertThat(of(GB, GB / 10)).isEqualTo(Verdict.WARN);
            assertThat(of(GB, GB / 10 - 1)).isEqualTo(Verdict.FAIL);
        }

        @Test
        void theRoomIsToldWhateverTheVerdict() {
            CheckFinding finding = DiskAssessment.of(List.of(new DiskSpace("/data", 4 * GB, 3 * GB)), List.of());
            assertThat(finding.seen("/data")).contains("3.0 GiB of 4.0 GiB left");
            assertThat(texts(finding)).containsExactly("/data: 3.0 GiB of 4.0 GiB left");
            assertThat(finding.advice()).isEmpty();
        }

        private Verdict of(long total, long usable) {
            return DiskAssessment.of(List.of(new DiskSpace("/data", total, usable)), List.of())
                    .verdict();
        }
    }

    @Nested
    class Syncs {
        private final SyncSetup minute = new SyncSetup(true, Duration.ofSeconds(60), false);

        @ParameterizedTest
        @CsvSource({"-6, WARN", "-5, PASS", "210, PASS", "211, WARN", "630, WARN", "631, FAIL"})
        void theAgeIsThreeOrTenIntervalsAndAGrace(long seconds, Verdict verdict) {
            assertThat(of(seconds, Optional.of(minute), Optional.empty()).verdict())
                    .isEqualTo(verdict);
        }

        @Test
        void whatIsExpectedCountsWhereNothingPolls() {
            SyncSetup events = new SyncSetup(false, Duration.ofSeconds(60), true);
            Optional<Duration> expected = Optional.of(Duration.ofSeconds(100));
            assertThat(of(330, Optional.of(events), expected).verdict()).isEqualTo(Verdict.PASS);
            assertThat(of(331, Optional.of(events), expected).verdict()).isEqualTo(Verdict.WARN);
            assertThat(of(331, Optional.of(minute), expected).verdict())
                    .as("the configuration is nearer to the truth")
                    .isEqualTo(Verdict.WARN);
            assertThat(of(331, Optional.empty(), Optional.empty()).verdict()).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void theSetupIsShown() {
            assertThat(of(0, Optional.of(minute), Optional.empty()).seen("polling"))
                    .contains("every 1 min");
            assertThat(of(0, Optional.of(minute), Optional.empty()).seen("server-sent events"))
                    .contains("off");
            SyncSetup events = new SyncSetup(false, Duration.ofSeconds(60), true);
            assertThat(of(0, Optional.of(events), Optional.empty()).seen("polling"))
                    .contains("off");
            assertThat(of(0, Optional.of(events), Optional.empty()).seen("server-sent events"))
                    .contains("on");
            assertThat(of(0, Optional.empty(), Optional.empty()).seen("setup")).contains("not readable");
        }

        @Test
        void onlyALateSyncIsAdvisedAbout() {
            assertThat(of(210, Optional.of(minute), Optional.empty()).advice()).isEmpty();
            assertThat(of(211, Optional.of(minute), Optional.empty()).advice())
                    .containsExactly(
                            "force one with account().sync(): its error names the cause",
                            "look into the log for 'Sync failed'");
        }

        private CheckFinding of(long secondsAgo, Optional<SyncSetup> setup, Optional<Duration> expected) {
            return SyncAssessment.of(Optional.of(NOW.minusSeconds(secondsAgo)), setup, expected, NOW);
        }
    }

    @Nested
    class Certificates {
        @ParameterizedTest
        @CsvSource({"P30D, PASS", "P29DT23H59M59S, WARN", "P7D, WARN", "P6DT23H59M59S, FAIL", "PT1S, FAIL", "PT0S, FAIL"
        })
        void theEndCounts(Duration left, Verdict verdict) {
            assertThat(of(NOW.minus(Duration.ofDays(1)), NOW.plus(left)).verdict())
                    .isEqualTo(verdict);
        }

        @Test
        void oneThatBeginsLaterFailsAndOneThatBeginsNowDoesNot() {
            Instant end = NOW.plus(Duration.ofDays(300));
            assertThat(of(NOW, end).verdict()).isEqualTo(Verdict.PASS);
            assertThat(texts(of(NOW.plusSeconds(1), end)))
                    .containsExactly("the certificate of h:443 begins at " + NOW.plusSeconds(1));
        }

        @Test
        void onlyTroubleIsAdvisedAboutAndWhatCannotBeReachedIsTrouble() {
            Instant end = NOW.plus(Duration.ofDays(300));
            assertThat(of(NOW, end).advice()).isEmpty();
            assertThat(of(NOW, NOW.plus(Duration.ofDays(20))).advice()).hasSize(1);
            assertThat(of(NOW, NOW).advice()).hasSize(1);
            CheckFinding away = TlsAssessment.of(List.of(), List.of("h:443: refused"), NOW);
            assertThat(away.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(away.summary()).isEqualTo("h:443: refused");
        }

        private CheckFinding of(Instant begin, Instant end) {
            return TlsAssessment.of(
                    List.of(new TlsAssessment.Shown("h:443", "CN=h", begin, end, Optional.empty())), List.of(), NOW);
        }
    }

    @Nested
    class Clocks {
        @ParameterizedTest
        @CsvSource({"5000, PASS", "5001, WARN", "60000, WARN", "60001, FAIL"})
        void onlyWhatIsSureCounts(long millis, Verdict verdict) {
            CheckFinding finding = of(Duration.ofMillis(millis));
            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.advice()).hasSize(verdict == Verdict.PASS ? 0 : 1);
        }

        @Test
        void theDirectionIsTold() {
            assertThat(of(Duration.ofSeconds(9)).summary()).startsWith("h is 9 s ahead");
            assertThat(of(Duration.ofSeconds(-9)).summary()).startsWith("h is 9 s behind");
            assertThat(of(Duration.ZERO).summary()).startsWith("h is 0 ms ahead");
        }

        @Test
        void whatCannotBeReadIsUnknown() {
            assertThat(ClockAssessment.of(List.of(), List.of("no Date header")).summary())
                    .isEqualTo("no Date header");
        }

        private CheckFinding of(Duration skew) {
            return ClockAssessment.of(
                    List.of(new ClockAssessment.Reading("h", NOW.plus(skew), Duration.ZERO, NOW, NOW)), List.of());
        }
    }

    @Nested
    class Backbones {
        @ParameterizedTest
        @CsvSource({"5, FAIL", "6, PASS", "7, PASS", "8, FAIL"})
        void versionsSixAndSevenAreSpoken(int major, Verdict verdict) {
            assertThat(of(OptionalInt.of(200), OptionalInt.of(major), Optional.empty())
                            .verdict())
                    .isEqualTo(verdict);
        }

        @ParameterizedTest
        @CsvSource({"199, FAIL", "200, PASS", "299, PASS", "300, FAIL"})
        void anAnswerInTheTwoHundredsIsHealthy(int status, Verdict verdict) {
            assertThat(of(OptionalInt.of(status), OptionalInt.of(7), Optional.empty())
                            .verdict())
                    .isEqualTo(verdict);
        }

        @Test
        void aVersionThatCannotBeReadIsUnknownOnlyWhereSomethingAnswered() {
            assertThat(texts(of(OptionalInt.of(200), OptionalInt.empty(), Optional.empty())))
                    .containsExactly("its version could not be read", "https://b answers");
            assertThat(texts(of(OptionalInt.empty(), OptionalInt.empty(), Optional.of("refused"))))
                    .containsExactly("refused");
        }

        private CheckFinding of(OptionalInt status, OptionalInt major, Optional<String> failure) {
            return BackboneAssessment.of("https://b", status, major, failure);
        }
    }

    @Nested
    class Resources {
        private record Sample(
                Instant at,
                Optional<Duration> cpu,
                long periods,
                long throttled,
                OptionalDouble cpuLimit,
                OptionalLong memory,
                OptionalLong limit,
                long kills) {
            ResourceSample made() {
                return new ResourceSample(at, cpu, periods, throttled, cpuLimit, memory, 0, limit, kills);
            }
        }

        private final ResourceSample calm =
                sample(NOW, 100, 1000, 10, OptionalDouble.of(1), OptionalLong.of(512 * MB), 3);

        private ResourceSample sample(
                Instant at,
                long cpuSeconds,
                long periods,
                long throttled,
                OptionalDouble cpuLimit,
                OptionalLong limit,
                long kills) {
            return new Sample(
                            at,
                            Optional.of(Duration.ofSeconds(cpuSeconds)),
                            periods,
                            throttled,
                            cpuLimit,
                            OptionalLong.of(MB),
                            limit,
                            kills)
                    .made();
        }

        private CheckFinding since(UnaryOperator<Instant> time, long cpuSeconds, long kills) {
            return ResourceAssessment.of(
                    Optional.of(calm),
                    sample(
                            time.apply(NOW),
                            cpuSeconds,
                            1000,
                            10,
                            OptionalDouble.of(1),
                            OptionalLong.of(512 * MB),
                            kills),
                    "cgroup");
        }

        @Test
        void anEarlierSampleThatIsNotEarlierOrOfAnotherProcessCountsForNothing() {
            assertThat(since(at -> at.plusSeconds(10), 100, 3).seen("processors used"))
                    .contains("0.00 in 10 s");
            assertThat(since(at -> at, 100, 3).seen("processors used")).isEmpty();
            assertThat(since(at -> at.plusSeconds(10), 99, 3).seen("processors used"))
                    .isEmpty();
            ResourceSample unknown = new Sample(
                            NOW.plusSeconds(10),
                            Optional.empty(),
                            0,
                            0,
                            OptionalDouble.empty(),
                            OptionalLong.of(MB),
                            OptionalLong.empty(),
                            0)
                    .made();
            assertThat(ResourceAssessment.of(Optional.of(calm), unknown, "cgroup")
                            .seen("processors used"))
                    .isEmpty();
        }

        @Test
        void killsSinceTheEarlierSampleCountAloneWhereThereIsOne() {
            assertThat(texts(since(at -> at.plusSeconds(10), 100, 5)))
                    .contains("the kernel killed 2 processes for want of memory between the samples");
            assertThat(texts(since(at -> at, 100, 5)))
                    .contains("the kernel killed 5 processes for want of memory since the group began");
        }

        @Test
        void limitsThatAreAsAdvisedAreNoWarning() {
            CheckFinding asAdvised = ResourceAssessment.of(Optional.empty(), calm, "cgroup");
            assertThat(texts(asAdvised)).noneMatch(each -> each.contains("below the advised"));
            CheckFinding below = ResourceAssessment.of(
                    Optional.empty(),
                    sample(NOW, 100, 1000, 10, OptionalDouble.of(0.99), OptionalLong.of(512 * MB - 1), 0),
                    "cgroup");
            assertThat(texts(below))
                    .contains("the memory limit is below the advised 512 MiB")
                    .contains("the processor limit is below the advised 1.00");
        }

        @Test
        void noLimitsAreTold() {
            CheckFinding finding = ResourceAssessment.of(
                    Optional.empty(),
                    sample(NOW, 100, 0, 0, OptionalDouble.empty(), OptionalLong.empty(), 0),
                    "cgroup");
            assertThat(finding.seen("memory limit")).contains("none");
            assertThat(finding.seen("processor limit")).contains("none");
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(ResourceAssessment.of(Optional.empty(), calm, "cgroup").seen("processor limit"))
                    .contains("1.00 processors");
        }

        @Test
        void theProcessorRateIsJudgedByTheLimitThatThereIs() {
            ResourceSample before = sample(NOW, 100, 0, 0, OptionalDouble.of(2), OptionalLong.of(512 * MB), 0);
            assertThat(ResourceAssessment.of(
                                    Optional.of(before),
                                    sample(
                                            NOW.plusSeconds(10),
                                            115,
                                            0,
                                            0,
                                            OptionalDouble.of(2),
                                            OptionalLong.of(512 * MB),
                                            0),
                                    "cgroup")
                            .verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(ResourceAssessment.of(
                                    Optional.of(before),
                                    sample(
                                            NOW.plusSeconds(10),
                                            116,
                                            0,
                                            0,
                                            OptionalDouble.of(2),
                                            OptionalLong.of(512 * MB),
                                            0),
                                    "cgroup")
                            .verdict())
                    .isEqualTo(Verdict.WARN);
        }

        @Test
        void oneKindOfFileIsEnough() {
            ResourceSample cpuAlone = new Sample(
                            NOW,
                            Optional.of(Duration.ofSeconds(1)),
                            0,
                            0,
                            OptionalDouble.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            0)
                    .made();
            ResourceSample memoryAlone = new Sample(
                            NOW,
                            Optional.empty(),
                            0,
                            0,
                            OptionalDouble.empty(),
                            OptionalLong.of(MB),
                            OptionalLong.empty(),
                            0)
                    .made();
            assertThat(ResourceAssessment.of(Optional.empty(), cpuAlone, "cgroup")
                            .verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(texts(ResourceAssessment.of(Optional.empty(), memoryAlone, "cgroup")))
                    .containsExactly("memory has no limit");
        }
    }

    @Test
    void aShareOfOneMayBeAThresholdAndBothMayBeEqual() {
        assertThat(new RateThresholds(0, 1, 1).failServerErrors()).isEqualTo(1);
        assertThat(new RateThresholds(0.5, 0.5, 1).warnServerErrors()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"PT59M, 59 min", "PT60M, 1 h 0 min", "PT23H59M, 23 h 59 min", "PT24H, 1 d 0 h", "PT49H, 2 d 1 h"})
    void agesAreToldInTwoUnits(Duration age, String text) {
        assertThat(Ages.text(age)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, false",
        "DEBUG, false",
        "INFO, false",
        "WARN, true",
        "ERROR, true",
        "FATAL, true",
        "MARK, false",
        "NONE, false"
    })
    void troubleBeginsAtWarnings(LogLevel level, boolean trouble) {
        assertThat(level.trouble()).isEqualTo(trouble);
    }
}
