package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.Fingerprint;
import dev.opsdk.bizconnector.assess.Fingerprint.Newest;
import dev.opsdk.bizconnector.assess.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest object of each kind, found with few requests; and a file that is evidence. */
class FingerprintsTest {
    private static final String EARLY = "2026-11-20T08:00:00.000Z";
    private static final String LATE = "2026-11-20T10:00:00.000Z";

    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @TempDir
    private Path dir;

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    private List<String> asked(String list) {
        return connector.queries.get("GET /api/core/v1/" + list);
    }

    private static String file(String id, String at) {
        return "{\"id\":\"" + id + "\",\"isOwn\":true,\"createdAt\":\"" + at + "\"}";
    }

    private static String request(String id, String at) {
        return "{\"id\":\"" + id + "\",\"isOwn\":false,\"status\":\"Open\",\"createdAt\":\"" + at
                + "\",\"content\":{\"items\":[]}}";
    }

    private static String relationship(String id, String... changes) {
        return "{\"id\":\"" + id + "\",\"status\":\"Active\",\"peer\":\"did:e:x\",\"auditLog\":[{\"createdAt\":\""
                + String.join("\"},{\"createdAt\":\"", changes) + "\"}]}";
    }

    private Newest newest(String kind) {
        Newest found = new Fingerprints(client).take().newest().get(kind);
        assertThat(found).as(kind).isNotNull();
        return found;
    }

    @Test
    void theNewestCountsWhereverItStandsInTheList() {
        connector.list(
                "Messages",
                FakeConnector.message("MSGearly", EARLY),
                FakeConnector.message("MSGlate", LATE),
                FakeConnector.message("MSGagain", EARLY));
        connector.list("Files", file("FILlate", LATE), file("FILearly", EARLY));
        connector.list("Relationships", relationship("RELlate", EARLY, LATE), relationship("RELearly", EARLY));
        Fingerprint taken = new Fingerprints(client).take();
        Instant late = Instant.parse(LATE);
        assertThat(taken.newest().get("message")).isEqualTo(new Newest("MSGlate", late));
        assertThat(taken.newest().get("file")).isEqualTo(new Newest("FILlate", late));
        assertThat(taken.newest().get("relationship")).isEqualTo(new Newest("RELlate", late));
        assertThat(taken.newest()).doesNotContainKey("request");
    }

    @Test
    void requestsOfBothDirectionsCount() {
        connector.list("Requests/Incoming", request("REQin", LATE));
        connector.list("Requests/Outgoing", request("REQout", EARLY));
        assertThat(newest("request").id()).isEqualTo("REQin");
        connector.list("Requests/Incoming", request("REQin", EARLY));
        connector.list("Requests/Outgoing", request("REQout", LATE));
        assertThat(newest("request").id()).isEqualTo("REQout");
    }

    @Test
    void theRecentPastIsAskedForFirstAndMoreOnlyWhenNothingIsThere() {
        connector.list("Messages", FakeConnector.message("MSGlate", LATE));
        assertThat(newest("message").id()).isEqualTo("MSGlate");
        String day = "createdAt=%3E%3D2026-11-19T10%3A45%3A00.000Z";
        String month = "createdAt=%3E%3D2026-10-21T10%3A45%3A00.000Z";
        assertThat(asked("Messages")).containsExactly(day);
        assertThat(asked("Files")).containsExactly(day, month, "");
        assertThat(asked("Requests/Incoming")).containsExactly(day, month, "");
        assertThat(asked("Requests/Outgoing")).containsExactly(day, month, "");
        assertThat(asked("Relationships")).containsExactly("");
    }

    @Test
    void whatIsOlderThanAMonthIsFoundAsWell() {
        connector.then("GET /api/core/v1/Files", () -> {
            if (asked("Files").size() == 2) {
                connector.list("Files", file("FILold", "2026-01-01T00:00:00.000Z"));
            }
        });
        assertThat(newest("file").id()).isEqualTo("FILold");
    }

    @Test
    void itHoldsWhatTheConnectorSaysOfItself() {
        Fingerprint taken = new Fingerprints(client).take();
        assertThat(taken.takenAt()).isEqualTo(FakeConnector.NOW);
        assertThat(taken.version()).isEqualTo("7.5.11-src");
        assertThat(taken.identity().address())
                .isEqualTo(Recorded.body("201-account-identity-info")
                        .at("/result/address")
                        .asText());
        assertThat(taken.identity().publicKey())
                .isEqualTo(Recorded.body("201-account-identity-info")
                        .at("/result/publicKey")
                        .asText());
    }

    @Test
    void aListThatMustNotBeReadTakesOneKindOutOnly() {
        connector.list("Messages", FakeConnector.message("MSGlate", LATE));
        connector.list("Files", file("FILlate", LATE));
        connector.error("GET /api/core/v1/Messages", 403, "error.connector.forbidden", "no");
        assertThat(new Fingerprints(client).take().newest()).containsOnlyKeys("file");
    }

    @Test
    void theFileIsWrittenAtOnceAndNeverReplaced() throws Exception {
        Path file = dir.resolve("f.json");
        Fingerprint taken = client.procedures().fingerprint(file);
        assertThat(Files.readString(file)).isEqualTo(taken.json() + "\n");
        assertThat(dir.toFile().list()).as("nothing half is left").containsExactly("f.json");
        connector.answer("GET /Monitoring/Version", 200, "{\"version\":\"7.6.0\",\"modules\":{}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.procedures().fingerprint(file))
                .withMessageContaining("only evidence");
        assertThat(Fingerprints.read(file)).isEqualTo(taken);
    }
}
