package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OldMaterialAssessmentTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static OldItem item(OldKind kind, int number) {
        return new OldItem(kind, "id" + number, "it has expired", Optional.of(NOW));
    }

    @Test
    void eachKindIsCountedWithFiveExamplesAndItsAdvice() {
        List<OldItem> items = IntStream.range(0, 7)
                .mapToObj(number -> item(number == 6 ? OldKind.WAITING_REQUEST : OldKind.EXPIRED_FILE, number))
                .toList();
        CheckFinding finding = OldMaterialAssessment.of(items, List.of(), NOW);
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.seen("own files that have expired")).contains("6, e.g. id0, id1, id2, id3, id4");
        assertThat(finding.summary()).isEqualTo("6 own files that have expired; 1 requests that wait");
        assertThat(finding.advice())
                .containsExactly(
                        "look through the list, then delete: procedures().deleteOldMaterial(...)",
                        "decide about the requests that wait");
    }

    @Test
    void nothingOldIsInOrderUnlessSomethingCouldNotBeRead() {
        assertThat(OldMaterialAssessment.of(List.of(), List.of(), NOW).summary())
                .isEqualTo("nothing old was found");
        CheckFinding unread = OldMaterialAssessment.of(List.of(), List.of("files: 403"), NOW);
        assertThat(unread.reasons()).extracting(CheckFinding.Reason::toString).containsExactly("UNKNOWN files: 403");
        assertThat(OldMaterialAssessment.of(List.of(item(OldKind.UNREAD_MESSAGE, 1)), List.of(), NOW)
                        .reasons())
                .hasSize(1);
    }

    @Test
    void anItemSaysSinceWhen() {
        assertThat(item(OldKind.EXPIRED_TOKEN, 1))
                .hasToString("EXPIRED_TOKEN id1: it has expired, since 2026-11-20T12:00:00Z");
        assertThat(new OldItem(OldKind.EXPIRED_TOKEN, "id1", "it has expired", Optional.empty()))
                .hasToString("EXPIRED_TOKEN id1: it has expired");
    }
}
