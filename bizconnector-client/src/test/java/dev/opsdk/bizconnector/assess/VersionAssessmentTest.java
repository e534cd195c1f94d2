package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionAssessmentTest {
    private static final List<String> TAGS =
            List.of("9001", "a56d38894ed96af655b263cef2de95677d3a0041", "latest", "alpha", "7.4.6", "7.4.5", "6.99.0");

    @Test
    void theNewestOfItsMajorIsInOrder() {
        CheckFinding finding = VersionAssessment.compare("7.4.6", TAGS, "registry");
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.seen("newest")).contains("7.4.6");
        assertThat(finding.seen("tags")).contains("7, of them releases: 3");
    }

    @Test
    void aBuildNumberIsNotTakenForTheNewestVersion() {
        CheckFinding finding = VersionAssessment.compare("7.4.5", TAGS, "registry");
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary()).isEqualTo("7.4.5 runs, 7.4.6 is out");
    }

    @Test
    void aNewMajorIsToldBesideTheNewestOfItsOwn() {
        CheckFinding finding = VersionAssessment.compare("7.4.5", List.of("7.5.0", "8.0.0"), "registry");
        assertThat(finding.summary()).contains("7.5.0 is out").contains("major version 8 is out");
    }

    @Test
    void anImageWithoutAVersionIsUnknown() {
        CheckFinding finding = VersionAssessment.compare("{{version}}", TAGS, "registry");
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anOldMajorCannotBeUsedEvenIfItIsTheNewestOfAll() {
        CheckFinding finding = VersionAssessment.compare("6.99.0", List.of("6.99.0"), "registry");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.summary()).contains("has no /api/core/v1");
    }

    @Test
    void anOldMajorCannotBeUsedByThisClient() {
        CheckFinding finding = VersionAssessment.compatibility("6.33.1");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.advice()).anyMatch(each -> each.contains("6.x database"));
    }

    @Test
    void aLaterMajorIsNotKnown() {
        assertThat(VersionAssessment.compatibility("8.0.0").verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void whatAnOlderMinorLacksIsTold() {
        assertThat(VersionAssessment.compatibility("7.2.0").seen("not there yet"))
                .contains("deletion of templates and tokens (since 7.3.0), OpenID4VC types (since 7.4.0)");
    }

    @Test
    void aRegistryWithoutAReleaseSaysNothing() {
        assertThat(VersionAssessment.compare("7.4.6", List.of("latest", "1234"), "registry")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aMirrorThatLagsIsNoReasonToDowngrade() {
        CheckFinding finding = VersionAssessment.compare("7.4.6", List.of("7.4.5"), "mirror");
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.cannotKnow()).anyMatch(each -> each.contains("mirror"));
    }

    @Test
    void aRunningPreReleaseIsToldAsOne() {
        assertThat(VersionAssessment.compare(
                                Recorded.body("005-version").path("version").asText(), List.of("7.5.10"), "list")
                        .summary())
                .contains("7.5.11-src runs, which is not a release");
    }
}
