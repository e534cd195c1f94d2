package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.opsdk.core.Secret;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssessmentsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long GB = 1024L * 1024 * 1024;
    private static final long MB = 1024L * 1024;

    @Nested
    class Health {
        @Test
        void aHealthyReportSaysWhatItCannotKnow() {
            CheckFinding finding = of("101-prod-health");
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(finding.cannotKnow()).anyMatch(each -> each.contains("5 min"));
        }

        @Test
        void theSickServiceIsNamed() {
            assertThat(of("039-health-unhealthy-backbone-connection").summary())
                    .contains("backboneConnection is unhealthy");
            assertThat(of("126-prod-health-while-auth-broken").verdict()).isEqualTo(Verdict.FAIL);
            assertThat(of("503-db-down-health").advice().get(0)).contains("database");
        }

        @Test
        void aSlowAnswerIsToldBecauseAProbeWouldNotWaitForIt() {
            assertThat(HealthAssessment.of(true, Map.of("database", "healthy"), Duration.ofSeconds(6), NOW)
                            .verdict())
                    .isEqualTo(Verdict.WARN);
        }

        @Test
        void aHangAndAnEmptyReportAreNotInOrder() {
            assertThat(HealthAssessment.failed("no answer in 10 s", true)
                            .advice()
                            .get(0))
                    .contains("Backbone");
            assertThat(HealthAssessment.of(true, Map.of(), Duration.ZERO, NOW).verdict())
                    .isEqualTo(Verdict.UNKNOWN);
            assertThat(HealthAssessment.of(false, Map.of(), Duration.ZERO, NOW).verdict())
                    .isEqualTo(Verdict.FAIL);
        }

        private CheckFinding of(String recording) {
            JsonNode body = Recorded.body(recording);
            Map<String, String> services = new LinkedHashMap<>();
            body.path("services")
                    .properties()
                    .forEach(each -> services.put(each.getKey(), each.getValue().asText()));
            return HealthAssessment.of(body.path("isHealthy").asBoolean(), services, Duration.ofMillis(3), NOW);
        }
    }

    @Nested
    class Sync {
        private final SyncSetup polling = new SyncSetup(true, Duration.ofSeconds(60), false);

        @Test
        void theAgeIsJudgedByTheIntervalOfTheConfiguration() {
            assertThat(at(90, polling).verdict()).isEqualTo(Verdict.PASS);
            assertThat(at(211, polling).verdict()).isEqualTo(Verdict.WARN);
            assertThat(at(631, polling).verdict()).isEqualTo(Verdict.FAIL);
        }

        @Test
        void neverIsAFailureOnlyWhereSomethingShouldSync() {
            assertThat(SyncAssessment.of(Optional.empty(), Optional.of(polling), Optional.empty(), NOW)
                            .verdict())
                    .isEqualTo(Verdict.FAIL);
            assertThat(SyncAssessment.of(Optional.empty(), Optional.empty(), Optional.empty(), NOW)
                            .verdict())
                    .isEqualTo(Verdict.WARN);
        }

        @Test
        void aRecordedConnectorThatNobodySyncsIsAWarning() {
            SyncSetup setup =
                    SyncSetup.of(Recorded.body("103-prod-support-mongodb").path("configuration"));
            assertThat(setup).isEqualTo(new SyncSetup(false, Duration.ofSeconds(60), false));
            assertThat(at(5, setup).summary()).contains("nobody synchronises");
        }

        @Test
        void withEventsAloneAnOldSyncIsInOrder() {
            assertThat(at(100_000, new SyncSetup(false, Duration.ofSeconds(60), true))
                            .verdict())
                    .isEqualTo(Verdict.PASS);
        }

        @Test
        void aSyncInTheFutureIsAClockThatDiffers() {
            assertThat(at(-60, polling).summary()).contains("clock");
            assertThat(at(-1, polling).verdict()).isEqualTo(Verdict.PASS);
        }

        @Test
        void valuesFromTheEnvironmentMayBeTexts() throws Exception {
            JsonNode configuration =
                    new JsonMapper().readTree("{\"modules\":{\"sync\":{\"enabled\":\"true\",\"interval\":\"30\"}}}");
            assertThat(SyncSetup.of(configuration)).isEqualTo(new SyncSetup(true, Duration.ofSeconds(30), false));
        }

        private CheckFinding at(long secondsAgo, SyncSetup setup) {
            return SyncAssessment.of(
                    Optional.of(NOW.minusSeconds(secondsAgo)), Optional.of(setup), Optional.empty(), NOW);
        }
    }

    @Nested
    class Rates {
        private final Instant start = NOW.minusSeconds(3600);

        @Test
        void aRestartIsSeenBySince() {
            CheckFinding finding = RateAssessment.between(
                    counts(start, NOW, Map.of(200, 1000L)),
                    counts(NOW.plusSeconds(30), NOW.plusSeconds(60), Map.of(200, 5L)),
                    RateThresholds.DEFAULT);
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.summary()).isEqualTo("the connector was restarted at " + NOW.plusSeconds(30));
        }

        @Test
        void onlyWhatGrewBetweenTheSamplesCounts() {
            CheckFinding finding = RateAssessment.between(
                    counts(start, NOW, Map.of(200, 1000L, 500, 400L)),
                    counts(start, NOW.plusSeconds(60), Map.of(200, 1100L, 500, 400L)),
                    RateThresholds.DEFAULT);
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(finding.seen("requests in 1 min")).contains("100, 1.67/s");
        }

        @Test
        void serverErrorsAreJudgedByTheirShare() {
            assertThat(grew(Map.of(200, 95L, 503, 5L)).verdict()).isEqualTo(Verdict.WARN);
            assertThat(grew(Map.of(200, 80L, 500, 20L)).verdict()).isEqualTo(Verdict.FAIL);
        }

        @Test
        void aShareThatReachesItsThresholdIsOverIt() {
            assertThat(grew(Map.of(200, 99L, 503, 1L)).verdict()).isEqualTo(Verdict.WARN);
            assertThat(grew(Map.of(200, 90L, 503, 10L)).verdict()).isEqualTo(Verdict.FAIL);
            assertThat(grew(Map.of(200, 90L, 503, 10L)).advice()).anyMatch(each -> each.contains("scan the log"));
            assertThat(grew(Map.of(200, 100L)).advice()).isEmpty();
            assertThat(RateAssessment.between(
                                    counts(start, NOW, Map.of()),
                                    counts(start, NOW.plusSeconds(60), Map.of(200, 100L)),
                                    new RateThresholds(0, 0, 1))
                            .verdict())
                    .as("no error is no share, whatever the threshold")
                    .isEqualTo(Verdict.PASS);
        }

        @Test
        void noRequestIsNoError() {
            assertThat(grew(Map.of()).verdict()).isEqualTo(Verdict.PASS);
            assertThat(grew(Map.of()).reasons())
                    .extracting(CheckFinding.Reason::text)
                    .containsExactly("no request in 1 min");
        }

        @Test
        void oneRefusedKeyIsNobodysAttackAndSixAMinuteAre() {
            assertThat(RateAssessment.between(
                                    counts(start, NOW, Map.of()),
                                    counts(start, NOW.plusSeconds(1), Map.of(200, 100L, 401, 1L)),
                                    RateThresholds.DEFAULT)
                            .verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(grew(Map.of(200, 100L, 401, 5L)).verdict()).isEqualTo(Verdict.PASS);
            assertThat(grew(Map.of(200, 100L, 401, 6L)).verdict()).isEqualTo(Verdict.WARN);
        }

        @Test
        void whatCameAfterARestartIsJudgedAsWell() {
            CheckFinding finding = RateAssessment.between(
                    counts(start, NOW, Map.of(200, 1000L)),
                    counts(NOW.plusSeconds(30), NOW.plusSeconds(60), Map.of(500, 5L)),
                    RateThresholds.DEFAULT);
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(finding.seen("requests since the restart")).contains("5, 0.17/s");
        }

        @Test
        void refusedKeysThatGrowFastAreTold() {
            assertThat(grew(Map.of(200, 100L, 401, 12L)).summary()).contains("12 requests were refused with 401");
            assertThat(grew(Map.of(200, 100L, 401, 1L)).verdict()).isEqualTo(Verdict.PASS);
        }

        @Test
        void countersThatGoBackWithoutARestartAreOfAnotherProcess() {
            CheckFinding finding = RateAssessment.between(
                    counts(start, NOW, Map.of(200, 1000L)),
                    counts(start, NOW.plusSeconds(60), Map.of(200, 10L)),
                    RateThresholds.DEFAULT);
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void theRecordedCountersAreRead() {
            JsonNode body = Recorded.body("009-requests");
            Map<String, Long> byStatus = new TreeMap<>();
            body.path("requestCountByStatus")
                    .properties()
                    .forEach(each -> byStatus.put(each.getKey(), each.getValue().asLong()));
            RequestCounts counts = RequestCounts.of(
                    Instant.parse(body.path("since").asText()),
                    body.path("requestCount").asLong(),
                    byStatus,
                    NOW);
            assertThat(counts.with(401)).isEqualTo(8);
            assertThat(RateAssessment.sinceStart(counts, RateThresholds.DEFAULT).verdict())
                    .isEqualTo(Verdict.PASS);
        }

        @Test
        void thresholdsThatMakeNoSenseAreRefused() {
            assertThatThrownBy(() -> new RateThresholds(0.5, 0.1, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new RateThresholds(0.1, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
        }

        private CheckFinding grew(Map<Integer, Long> by) {
            return RateAssessment.between(
                    counts(start, NOW, Map.of()), counts(start, NOW.plusSeconds(60), by), RateThresholds.DEFAULT);
        }

        private RequestCounts counts(Instant since, Instant at, Map<Integer, Long> by) {
            return new RequestCounts(
                    since, by.values().stream().mapToLong(Long::longValue).sum(), new TreeMap<>(by), at);
        }
    }

    @Nested
    class Keys {
        private final Secret strong = Secret.of("This_is_a_test_APIKEY_with_30_chars+");

        @Test
        void thePolicyIsTheServers() {
            assertThat(ApiKeyAssessment.weaknesses(strong)).isEmpty();
            assertThat(ApiKeyAssessment.weaknesses(Secret.of("short"))).hasSize(4);
            assertThat(ApiKeyAssessment.weaknesses(Secret.of("aaAA11" + "x".repeat(30))))
                    .containsExactly("fewer than 1 special characters");
            assertThat(ApiKeyAssessment.weaknesses(Secret.of("AA11+" + "X".repeat(30))))
                    .containsExactly("fewer than 2 lower case letters");
            assertThat(ApiKeyAssessment.weaknesses(Secret.of("aaAA11+" + "x".repeat(23))))
                    .as("30 characters, each kind as often as it has to be")
                    .isEmpty();
            assertThat(ApiKeyAssessment.weaknesses(Secret.of("aaAA11+" + "x".repeat(22))))
                    .hasSize(1);
            assertThat(ApiKeyAssessment.weaknesses(Secret.of("äÄ11AAaa_________________________")))
                    .isEmpty();
        }

        @Test
        void weakEqualAndEndedKeysAreToldByTheirIds() {
            PlantedSecrets planted = new PlantedSecrets();
            Secret weak = Secret.of(planted.plain());
            CheckFinding finding = ApiKeyAssessment.of(
                    List.of(
                            key("a", weak, NOW.plus(Duration.ofDays(300)), Set.of("monitoring:**")),
                            key("b", weak, NOW.plus(Duration.ofDays(300)), Set.of("monitoring:**")),
                            key("c", strong, NOW.minusSeconds(1), Set.of("monitoring:**"))),
                    Duration.ofDays(30),
                    NOW);
            assertThat(finding.summary()).contains("key a is too weak").contains("key b has the same text");
            assertThat(finding.advice()).anyMatch(each -> each.contains("take key c out"));
            planted.assertNowhere(finding, finding.evidence());
        }

        @Test
        void aKeyForEverythingThatNeverEndsIsAWarning() {
            CheckFinding finding = ApiKeyAssessment.of(
                    List.of(new ApiKeyEntry("all", strong, true, Optional.empty(), Set.of())),
                    Duration.ofDays(30),
                    NOW);
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.summary()).contains("never ends").contains("may do everything");
        }

        @Test
        void anEmptyInventoryIsUnknown() {
            assertThat(ApiKeyAssessment.of(List.of(), Duration.ofDays(30), NOW).verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void withoutAValidKeyTheNextStartFails() {
            CheckFinding finding = ApiKeyAssessment.of(
                    List.of(new ApiKeyEntry("off", strong, false, Optional.empty(), Set.of("a"))),
                    Duration.ofDays(30),
                    NOW);
            assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        }

        @Test
        void aKeyThatEndsSoonIsToBeRotated() {
            assertThat(ApiKeyAssessment.of(
                                    List.of(key("k", strong, NOW.plus(Duration.ofDays(3)), Set.of("a"))),
                                    Duration.ofDays(30),
                                    NOW)
                            .advice())
                    .contains("rotate key k");
        }

        private ApiKeyEntry key(String id, Secret text, Instant end, Set<String> scopes) {
            return new ApiKeyEntry(id, text, true, Optional.of(end), scopes);
        }
    }

    @Nested
    class Resources {
        @Test
        void memoryIsJudgedWithoutCaches() {
            CheckFinding finding = ResourceAssessment.of(
                    Optional.empty(), sample(NOW, 0, 500 * MB, 300 * MB, 512 * MB, 0, 0, 0), "cgroup");
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(finding.seen("memory")).contains("200 MiB without caches");
        }

        @Test
        void fullMemoryAndKillsFail() {
            assertThat(ResourceAssessment.of(Optional.empty(), sample(NOW, 0, 500 * MB, 0, 512 * MB, 0, 0, 2), "cgroup")
                            .summary())
                    .contains("98 % of the memory limit")
                    .contains("killed 2 processes");
        }

        @Test
        void twoSamplesGiveTheProcessorRate() {
            CheckFinding finding = ResourceAssessment.of(
                    Optional.of(sample(NOW, 100, 0, 0, GB, 0, 0, 1)),
                    sample(NOW.plusSeconds(10), 109, 0, 0, GB, 100, 50, 1),
                    "cgroup");
            assertThat(finding.summary()).contains("0.90 of 1.00 processors").contains("50 of 100 periods");
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        }

        @Test
        void limitsBelowTheAdviceAreTold() {
            assertThat(ResourceAssessment.of(Optional.empty(), sample(NOW, 0, MB, 0, 256 * MB, 0, 0, 0), "cgroup")
                            .summary())
                    .contains("below the advised 512 MiB");
        }

        @Test
        void memoryIsHighAtFourFifthsAndFullAtNineteenTwentieths() {
            assertThat(memory(79)).isEqualTo(Verdict.PASS);
            assertThat(memory(80)).isEqualTo(Verdict.WARN);
            assertThat(memory(94)).isEqualTo(Verdict.WARN);
            assertThat(memory(95)).isEqualTo(Verdict.FAIL);
        }

        private Verdict memory(long percent) {
            return ResourceAssessment.of(
                            Optional.empty(), sample(NOW, 0, percent * 10 * MB, 0, 1000 * MB, 0, 0, 0), "cgroup")
                    .verdict();
        }

        @Test
        void onlyWhatWasUsedAndWaitedForBetweenTheSamplesCounts() {
            CheckFinding finding = ResourceAssessment.of(
                    Optional.of(sample(NOW, 100, 0, 0, GB, 1000, 900, 3)),
                    sample(NOW.plusSeconds(10), 107, 0, 0, GB, 1100, 909, 3),
                    "cgroup");
            assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
            assertThat(finding.reasons())
                    .extracting(CheckFinding.Reason::text)
                    .anyMatch(each -> each.startsWith("0.70 of 1.00 processors"))
                    .contains("it hardly ever waits for the processor");
            assertThat(ResourceAssessment.of(
                                    Optional.of(sample(NOW, 100, 0, 0, GB, 1000, 900, 3)),
                                    sample(NOW.plusSeconds(10), 108, 0, 0, GB, 1100, 910, 3),
                                    "cgroup")
                            .reasons())
                    .filteredOn(each -> each.verdict() == Verdict.WARN)
                    .hasSize(2);
        }

        @Test
        void whatIsNoControlGroupIsUnknown() {
            ResourceSample nothing = new ResourceSample(
                    NOW,
                    Optional.empty(),
                    0,
                    0,
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    0,
                    OptionalLong.empty(),
                    0);
            assertThat(ResourceAssessment.of(Optional.empty(), nothing, "cgroup")
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }

        private ResourceSample sample(
                Instant at, long cpu, long memory, long cache, long limit, long periods, long throttled, long kills) {
            return new ResourceSample(
                    at,
                    Optional.of(Duration.ofSeconds(cpu)),
                    periods,
                    throttled,
                    OptionalDouble.of(1),
                    OptionalLong.of(memory),
                    cache,
                    OptionalLong.of(limit),
                    kills);
        }
    }

    @Test
    void disksAreJudgedByShareAndByRoom() {
        CheckFinding finding = DiskAssessment.of(
                List.of(
                        new DiskSpace("/data", 100 * GB, 50 * GB),
                        new DiskSpace("/log", 100 * GB, 10 * GB),
                        new DiskSpace("/backup", 100 * GB, GB / 20)),
                List.of("/x: not there"));
        assertThat(finding.reasons())
                .extracting(CheckFinding.Reason::verdict)
                .containsExactly(Verdict.FAIL, Verdict.WARN, Verdict.UNKNOWN, Verdict.PASS);
        assertThat(finding.advice()).hasSize(2);
        assertThat(DiskAssessment.of(List.of(new DiskSpace("/proc", 0, 0)), List.of())
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void certificatesAreJudgedByTheirEndAndByTrust() {
        CheckFinding finding = TlsAssessment.of(
                List.of(
                        certificate("good:443", 300, Optional.empty()),
                        certificate("soon:443", 20, Optional.empty()),
                        certificate("ended:443", -1, Optional.empty()),
                        certificate("own:443", 300, Optional.of("no path"))),
                List.of(),
                NOW);
        assertThat(finding.summary()).contains("ended:443 ended").contains("own:443 is not trusted: no path");
        assertThat(finding.reasons())
                .anyMatch(each -> each.verdict() == Verdict.WARN && each.text().contains("20 days"));
    }

    private static TlsAssessment.Shown certificate(String system, int days, Optional<String> distrust) {
        return new TlsAssessment.Shown(
                system, "CN=" + system, NOW.minus(Duration.ofDays(90)), NOW.plus(Duration.ofDays(days)), distrust);
    }

    @Test
    void clocksAreJudgedBeyondWhatTheMeasureAllows() {
        assertThat(clock(NOW.plusSeconds(3)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(clock(NOW.plusSeconds(10)).verdict()).isEqualTo(Verdict.WARN);
        assertThat(clock(NOW.minusSeconds(90)).summary()).contains("behind");
        assertThat(clock(NOW.minusSeconds(90)).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static CheckFinding clock(Instant told) {
        return ClockAssessment.of(
                List.of(new ClockAssessment.Reading(
                        "connector", told, Duration.ofSeconds(1), NOW, NOW.plusMillis(200))),
                List.of());
    }

    @Test
    void aBackboneThatIsTooNewForbidsARestart() {
        assertThat(BackboneAssessment.of("https://b", OptionalInt.of(200), OptionalInt.of(7), Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(BackboneAssessment.of("https://b", OptionalInt.of(200), OptionalInt.of(9), Optional.empty())
                        .advice())
                .containsExactly("do not restart the connector before it is updated");
        assertThat(BackboneAssessment.of("https://b", OptionalInt.of(503), OptionalInt.empty(), Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }
}
