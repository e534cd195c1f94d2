package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final IdentityPin SAME = new IdentityPin("did:e:a", "key");

    private static Fingerprint taken(
            IdentityPin identity, String version, Optional<Instant> sync, Map<String, Instant> newest) {
        TreeMap<String, Fingerprint.Newest> all = new TreeMap<>();
        newest.forEach((kind, at) -> all.put(kind, new Fingerprint.Newest("id of " + kind, at)));
        return new Fingerprint(NOW, identity, version, sync, all);
    }

    private final Fingerprint before = taken(SAME, "7.4.6", Optional.of(NOW), Map.of("file", NOW, "message", NOW));

    private static String failures(CheckFinding finding) {
        return finding.verdict() == Verdict.FAIL ? finding.summary() : "";
    }

    @Test
    void itIsWrittenAndReadAgain() {
        assertThat(Fingerprint.parse(before.json())).isEqualTo(before);
        Fingerprint bare = taken(SAME, "7.4.6", Optional.empty(), Map.of());
        assertThat(Fingerprint.parse(bare.json())).isEqualTo(bare);
        assertThat(bare.json()).doesNotContain("lastSync");
    }

    @Test
    void anotherFileIsRefused() {
        for (String json : new String[] {
            "{}",
            "no json",
            before.json().replace("fingerprint 1", "fingerprint 2"),
            before.json().replace("2026", "the year")
        }) {
            assertThatIllegalArgumentException()
                    .as(json)
                    .isThrownBy(() -> Fingerprint.parse(json))
                    .withMessage("this is no fingerprint of a connector");
        }
    }

    @Test
    void theSameStateIsInOrder() {
        CheckFinding finding = before.compare(before);
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.reasons())
                .extracting(CheckFinding.Reason::text)
                .containsExactly(
                        "it has the same identity",
                        "the last sync is not older than before",
                        "the newest file is not older than before",
                        "the newest message is not older than before");
        assertThat(finding.seen("before"))
                .contains("did:e:a, 7.4.6, last sync 2026-11-20T12:00:00Z, newest " + before.newest());
        assertThat(finding.advice()).isEmpty();
    }

    @Test
    void anotherIdentityFails() {
        assertThat(failures(before.compare(taken(
                        new IdentityPin("did:e:b", "key"),
                        "7.4.6",
                        before.lastSync(),
                        Map.of("file", NOW, "message", NOW)))))
                .isEqualTo("it has another identity than before");
    }

    @Test
    void anOlderSyncOrObjectAndOneThatIsMissingFail() {
        assertThat(failures(before.compare(
                        taken(SAME, "7.4.6", Optional.of(NOW.minusMillis(1)), Map.of("file", NOW, "message", NOW)))))
                .isEqualTo("an outdated database was started: its last sync is 2026-11-20T11:59:59.999Z, before it was"
                        + " 2026-11-20T12:00:00Z");
        assertThat(failures(
                        before.compare(taken(SAME, "7.4.6", Optional.of(NOW), Map.of("message", NOW.plusMillis(1))))))
                .isEqualTo("an outdated database was started: its newest file is missing, before it was"
                        + " 2026-11-20T12:00:00Z");
    }

    @Test
    void whatWasNotThereBeforeTellsNothing() {
        Fingerprint bare = taken(SAME, "7.4.6", Optional.empty(), Map.of());
        assertThat(bare.compare(before).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(bare.compare(before).summary())
                .isEqualTo("there was no sync and no object before, so nothing could tell an older database");
        assertThat(taken(SAME, "7.4.6", Optional.of(NOW), Map.of())
                        .compare(before)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(taken(SAME, "7.4.6", Optional.empty(), Map.of("file", NOW))
                        .compare(before)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void anOlderVersionIsAWarning() {
        assertThat(compared("7.4.6", "7.4.5").summary()).isEqualTo("it runs 7.4.5, before it was 7.4.6");
        assertThat(compared("7.4.6", "7.4.6").verdict()).isEqualTo(Verdict.PASS);
        assertThat(compared("7.4.6", "7.4.7").verdict()).isEqualTo(Verdict.PASS);
        assertThat(compared("latest", "7.4.7").verdict()).isEqualTo(Verdict.PASS);
        assertThat(compared("7.4.6", "latest").verdict()).isEqualTo(Verdict.PASS);
    }

    private static CheckFinding compared(String was, String is) {
        return taken(SAME, was, Optional.of(NOW), Map.of()).compare(taken(SAME, is, Optional.of(NOW), Map.of()));
    }
}
