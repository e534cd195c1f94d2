package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of each key of an inventory, without the key. */
class ApiKeyAssessmentTest {
    private static final String STRONG = "This_is_a_test_APIKEY_with_30_chars+";
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant PAST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2027-11-01T00:00:00Z");

    private static ApiKeyEntry key(String id, String text, boolean enabled, Optional<Instant> end) {
        return new ApiKeyEntry(id, Secret.of(text), enabled, end, Set.of("monitoring:**"));
    }

    private static CheckFinding of(ApiKeyEntry... keys) {
        return ApiKeyAssessment.of(List.of(keys), Duration.ofDays(30), NOW);
    }

    @Test
    void theStateOfEachKeyIsTold() {
        CheckFinding finding = of(
                key("a", STRONG + "1", true, Optional.of(FUTURE)),
                key("b", STRONG + "2", true, Optional.empty()),
                key("c", STRONG + "3", false, Optional.of(FUTURE)),
                key("d", STRONG + "4", true, Optional.of(PAST)));
        assertThat(finding.seen("key a")).contains("valid until 2027-11-01T00:00:00Z, scopes [monitoring:**]");
        assertThat(finding.seen("key b")).contains("valid, no end, scopes [monitoring:**]");
        assertThat(finding.seen("key c")).contains("disabled, scopes [monitoring:**]");
        assertThat(finding.seen("key d")).contains("expired at 2026-11-01T00:00:00Z, scopes [monitoring:**]");
        assertThat(finding.toString()).doesNotContain(STRONG);
    }

    @Test
    void anIdThatStandsTwiceIsTold() {
        assertThat(of(
                                key("a", STRONG + "1", true, Optional.of(FUTURE)),
                                key("a", STRONG + "2", true, Optional.of(FUTURE)))
                        .summary())
                .isEqualTo("the id a stands twice");
        assertThat(of(
                                key("a", STRONG + "1", true, Optional.of(FUTURE)),
                                key("b", STRONG + "2", true, Optional.of(FUTURE)))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void theFirstAndLastOfEachKindOfCharacterCount() {
        String rest = "-".repeat(30);
        assertThat(ApiKeyAssessment.weaknesses(Secret.of(rest + "00AAaa"))).isEmpty();
        assertThat(ApiKeyAssessment.weaknesses(Secret.of(rest + "99ZZzz"))).isEmpty();
        assertThat(ApiKeyAssessment.weaknesses(Secret.of(rest + "9Zz")))
                .containsExactly(
                        "fewer than 2 digits", "fewer than 2 upper case letters", "fewer than 2 lower case letters");
    }
}
