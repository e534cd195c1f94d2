package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.opsdk.core.testkit.PlantedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final CheckReport report = new CheckReport(
            "connector checks",
            "http://connector:80",
            NOW,
            Duration.ofMillis(1300),
            List.of(
                    CheckFinding.of("health").pass("it says that it is healthy").build(),
                    CheckFinding.of("sync")
                            .pass("there is one")
                            .warn("it is old")
                            .seen("lastSyncRun", NOW, NOW, "GET x")
                            .cannotKnow("what was in it")
                            .advice("force one")
                            .build(),
                    CheckFinding.of("log").build()),
            Map.of("disk", "no path was told"));

    @Test
    void theWorstVerdictIsThatOfTheReport() {
        assertThat(report.worst()).isEqualTo(Verdict.WARN);
        assertThat(report.with(Verdict.UNKNOWN)).extracting(CheckFinding::check).containsExactly("log");
        assertThat(new CheckReport("x", "y", NOW, Duration.ZERO, List.of(), Map.of()).worst())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void itPrintsAsATable() {
        assertThat(report.toString()).isEqualToIgnoringNewLines("""
                        connector checks of http://connector:80: WARN (2026-11-20T12:00:00Z, took 1.3 s)
                          PASS     health  it says that it is healthy
                          WARN     sync    it is old
                                             seen: lastSyncRun=2026-11-20T12:00:00Z at 2026-11-20T12:00:00Z (GET x)
                                             but:  what was in it
                                             do:   force one
                          UNKNOWN  log     nothing was looked at
                          not run  disk    no path was told""");
    }

    @Test
    void itIsExportedAsJson() throws Exception {
        JsonNode json = new JsonMapper().readTree(report.json());
        assertThat(json.path("worst").asText()).isEqualTo("WARN");
        assertThat(json.at("/results/1/evidence/0/at").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(json.at("/results/1/reasons/0/verdict").asText()).isEqualTo("WARN");
        assertThat(json.at("/notRun/disk").asText()).isEqualTo("no path was told");
    }

    @Test
    void noTextOfAFindingShowsASecret() {
        PlantedSecrets planted = new PlantedSecrets();
        CheckFinding finding = CheckFinding.of("x")
                .fail("password=" + planted.plain())
                .seen("url", "https://user:" + planted.plain() + "@h", "source")
                .cannotKnow("token: " + planted.plain())
                .advice("curl -H 'Authorization: Bearer " + planted.plain() + "'")
                .build();
        planted.assertNowhere(finding);
        assertThat(finding.summary()).isEqualTo("password=***");
    }
}
