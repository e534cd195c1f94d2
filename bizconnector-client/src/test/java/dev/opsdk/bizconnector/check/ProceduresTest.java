package dev.opsdk.bizconnector.check;

import static dev.opsdk.bizconnector.check.FailedRun.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.Fingerprint;
import dev.opsdk.bizconnector.assess.OldItem;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProceduresTest {
    private static final String FILE = "FILabcdefghijklmnopq";
    private static final String OTHER_FILE = "FILabcdefghijklmnopr";
    private static final String TOKEN = "TOKabcdefghijklmnopq";
    private static final String TEMPLATE = "RLTabcdefghijklmnopq";
    private static final String RELATIONSHIP = "RELabcdefghijklmnopq";

    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @TempDir
    private Path dir;

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    private void one(String room, String id, String element) {
        connector.answer("GET /api/core/v1/" + room + "/" + id, 200, "{\"result\":" + element + "}");
    }

    private static String file(String id, String end) {
        return "{\"id\":\"" + id + "\",\"isOwn\":true,\"expiresAt\":\"" + end + "\"}";
    }

    private static String relationship(String status) {
        return "{\"id\":\"" + RELATIONSHIP + "\",\"templateId\":\"" + TEMPLATE + "\",\"status\":\"" + status
                + "\",\"peer\":\"did:e:x\",\"auditLog\":[{\"createdAt\":\"2026-11-01T00:00:00.000Z\"}]}";
    }

    private void expiredFiles() {
        connector.list(
                "Files/Own", file(FILE, "2026-11-01T00:00:00.000Z"), file(OTHER_FILE, "2026-11-01T00:00:00.000Z"));
        one("Files", FILE, file(FILE, "2026-11-01T00:00:00.000Z"));
        one("Files", OTHER_FILE, file(OTHER_FILE, "2026-11-01T00:00:00.000Z"));
        for (String id : List.of(FILE, OTHER_FILE)) {
            connector.answer("DELETE /api/core/v1/Files/" + id, 204, "");
            connector.then("DELETE /api/core/v1/Files/" + id, () -> connector.gone("GET /api/core/v1/Files/" + id));
        }
    }

    @Nested
    class Old {
        @Test
        void everyKindIsListedAndNothingIsDeleted() {
            expiredFiles();
            connector.list(
                    "Tokens/Own",
                    "{\"id\":\"" + TOKEN
                            + "\",\"isOwn\":true,\"content\":{},\"expiresAt\":\"2026-11-01T00:00:00.000Z\"}");
            connector.list(
                    "RelationshipTemplates/Own",
                    "{\"id\":\"" + TEMPLATE
                            + "\",\"isOwn\":true,\"maxNumberOfAllocations\":1,\"content\":{\"@type\":\"ArbitraryRelationshipTemplateContent\",\"value\":1}}");
            connector.list("Relationships", relationship("Terminated"));
            connector.list("Messages", FakeConnector.message("MSGabcdefghijklmnopq", "2026-01-01T00:00:00.000Z"));
            connector.list(
                    "Requests/Incoming",
                    "{\"id\":\"REQabcdefghijklmnopq\",\"isOwn\":false,\"status\":\"ManualDecisionRequired\",\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"content\":{\"items\":[]}}");
            List<OldItem> items = client.checks().oldMaterial(Duration.ofDays(30));
            assertThat(items)
                    .extracting(OldItem::kind)
                    .containsExactly(
                            OldKind.EXPIRED_FILE,
                            OldKind.EXPIRED_FILE,
                            OldKind.EXPIRED_TOKEN,
                            OldKind.ENDED_RELATIONSHIP,
                            OldKind.EXHAUSTED_TEMPLATE,
                            OldKind.WAITING_REQUEST,
                            OldKind.UNREAD_MESSAGE);
            assertThat(connector.requests).noneMatch(each -> each.startsWith("DELETE"));
            assertThat(connector.queries.get("GET /api/core/v1/Files/Own"))
                    .as("the server gets whole times")
                    .allMatch(query -> query.contains("2026-11-20T10%3A45%3A00"));
            CheckFinding finding =
                    client.checks().only("old material", options -> options.oldMaterial(Duration.ofDays(30)));
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        }

        @Test
        void aListThatMustNotBeReadHidesNoOther() {
            expiredFiles();
            connector.error("GET /api/core/v1/Messages", 403, "error.connector.forbidden", "no");
            CheckFinding finding =
                    client.checks().only("old material", options -> options.oldMaterial(Duration.ofDays(30)));
            assertThat(finding.summary()).isEqualTo("2 own files that have expired");
            assertThat(finding.reasons()).anyMatch(each -> each.text().startsWith("messages could not be listed"));
        }

        @Test
        void deletingNeedsTheTargetsName() {
            expiredFiles();
            Plan plan = client.procedures().deleteOldMaterial(options -> {});
            assertThat(plan.toString()).contains("DELETE " + connector.url() + "/api/core/v1/Files/" + FILE);
            assertThatThrownBy(plan::run).isInstanceOf(IllegalStateException.class);
            Report report = plan.confirm(client.url()).run();
            assertThat(report.complete()).isTrue();
            assertThat(report.proved()).isTrue();
            assertThat(connector.count("DELETE /api/core/v1/Files/" + FILE)).isEqualTo(1);
        }

        @Test
        void whatIsNotOldAnyMoreIsLeftAndTheRestGoesOn() {
            expiredFiles();
            Plan plan = client.procedures().deleteOldMaterial(options -> {});
            one("Files", FILE, file(FILE, "2027-11-01T00:00:00.000Z"));
            Report report = failed(plan.confirm(client.url()));
            assertThat(report.steps())
                    .extracting(StepResult::outcome)
                    .containsExactly(StepOutcome.REJECTED, StepOutcome.DONE);
            assertThat(connector.count("DELETE /api/core/v1/Files/" + FILE)).isZero();
        }

        @Test
        void aDeletionWhoseAnswerWasLostIsNotSentAgain() {
            expiredFiles();
            connector.cut("DELETE /api/core/v1/Files/" + FILE, () -> {});
            Report report =
                    failed(client.procedures().deleteOldMaterial(options -> {}).confirm(client.url()));
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            failed(report.resume().confirm(client.url()));
            assertThat(connector.count("DELETE /api/core/v1/Files/" + FILE)).isEqualTo(1);
        }

        @Test
        void whatIsGoneAlreadyIsPassedOver() {
            expiredFiles();
            Plan plan = client.procedures().deleteOldMaterial(options -> options.most(1));
            connector.gone("GET /api/core/v1/Files/" + FILE);
            Report report = plan.confirm(client.url()).run();
            assertThat(report.steps()).extracting(StepResult::outcome).containsExactly(StepOutcome.ALREADY);
            assertThat(report.next()).containsExactly("plan again for the 1 that were left");
        }

        @Test
        void relationshipsGoOnlyWhenTold() {
            connector.list("Relationships", relationship("Terminated"));
            one("Relationships", RELATIONSHIP, relationship("Terminated"));
            connector.answer("DELETE /api/core/v1/Relationships/" + RELATIONSHIP, 204, "");
            connector.then(
                    "DELETE /api/core/v1/Relationships/" + RELATIONSHIP,
                    () -> connector.gone("GET /api/core/v1/Relationships/" + RELATIONSHIP));
            assertThat(client.procedures().deleteOldMaterial(options -> {}).steps())
                    .isEmpty();
            Plan plan = client.procedures().deleteOldMaterial(options -> options.kinds(OldKind.ENDED_RELATIONSHIP));
            assertThat(plan.confirm(client.url()).run().complete()).isTrue();
            assertThatThrownBy(() ->
                            client.procedures().deleteOldMaterial(options -> options.kinds(OldKind.UNREAD_MESSAGE)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Downtimes {
        private void messages(String id, String at) {
            connector.list("Messages", FakeConnector.message(id, at));
        }

        @Test
        void theSameDatabaseAfterADowntimeIsInOrder() {
            messages("MSGabcdefghijklmnopq", "2026-11-20T10:00:00.000Z");
            Path file = dir.resolve("fingerprint.json");
            Report report = client.procedures()
                    .downtime(file, options -> options.stopBy(connector::down).startBy(connector::up))
                    .run();
            assertThat(report.complete()).isTrue();
            assertThat(report.now()).anyMatch(each -> each.startsWith("fingerprint: PASS"));
            assertThat(Fingerprints.read(file).newest().get("message").at())
                    .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        }

        @Test
        void aFingerprintThatIsThereIsNotReplaced() throws IOException {
            Path file = dir.resolve("f.json");
            Files.writeString(file, "evidence");
            assertThat(client.procedures().downtime(file, options -> {}).blocked())
                    .isTrue();
            assertThatThrownBy(() -> client.procedures().fingerprint(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("only evidence");
            assertThat(file).hasContent("evidence");
        }

        @Test
        void anOutdatedDatabaseIsCaught() {
            messages("MSGabcdefghijklmnopq", "2026-11-20T10:00:00.000Z");
            Plan plan = client.procedures()
                    .downtime(
                            dir.resolve("f.json"),
                            options -> options.stopBy(connector::down).startBy(() -> {
                                messages("MSGabcdefghijklmnopr", "2026-11-19T10:00:00.000Z");
                                connector.answer(
                                        "GET /api/core/v1/Account/SyncInfo",
                                        200,
                                        "{\"result\":{\"lastSyncRun\":{\"completedAt\":\"2026-11-19T10:00:00.000Z\"}}}");
                                connector.up();
                            }));
            Report report = failed(plan);
            assertThat(report.steps().get(3).detail()).contains("an outdated database was started");
            assertThat(report.next().get(0)).contains("stop it at once");
        }

        @Test
        void withoutHooksItWaitsForWhoDoesItByHand() {
            AtomicInteger looks = new AtomicInteger();
            connector.time.whileAsleep(() -> {
                int look = looks.incrementAndGet();
                if (look == 2) {
                    connector.down();
                } else if (look == 20) {
                    connector.up();
                }
            });
            Report report = client.procedures()
                    .downtime(dir.resolve("f.json"), options -> options.patience(Duration.ofHours(5)))
                    .run();
            assertThat(report.complete()).isTrue();
        }

        @Test
        void aFingerprintThatCannotBeTakenBlocksTheDowntime() {
            connector.down();
            Plan plan = client.procedures().downtime(dir.resolve("f.json"), options -> {});
            assertThat(plan.blocked()).isTrue();
            connector.up();
            assertThat(client.procedures()
                            .downtime(dir.resolve("no/f.json"), options -> {})
                            .blocked())
                    .isTrue();
        }

        @Test
        void aRestoreIsVerifiedByFingerprintAndSignature() {
            Path file = dir.resolve("f.json");
            Fingerprint before = client.procedures().fingerprint(file);
            assertThat(Fingerprint.parse(before.json())).isEqualTo(before);
            CheckReport good = client.procedures().verifyRestore(file);
            assertThat(good.with(Verdict.FAIL)).isEmpty();
            assertThat(good.result("key material").orElseThrow().seen("signature"))
                    .contains("verifies");
            connector.recorded("GET /api/core/v1/Account/IdentityInfo", 200, "202-account-identity-info-q");
            CheckReport other = client.procedures().verifyRestore(file);
            assertThat(other.with(Verdict.FAIL))
                    .extracting(CheckFinding::check)
                    .contains("fingerprint", "key material");
        }

        @Test
        void aFileWithoutAFingerprintIsRefused() throws Exception {
            Files.writeString(dir.resolve("f.json"), "{\"a\":1}");
            assertThatThrownBy(() -> client.procedures().verifyRestore(dir.resolve("f.json")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.procedures().verifyRestore(dir.resolve("g.json")))
                    .isInstanceOf(java.io.UncheckedIOException.class);
        }

        @Test
        void aVersionThatWentBackIsAWarning() {
            Path file = dir.resolve("f.json");
            client.procedures().fingerprint(file);
            connector.answer("GET /Monitoring/Version", 200, "{\"version\":\"7.4.0\",\"modules\":{}}");
            assertThat(client.procedures()
                            .verifyRestore(file)
                            .result("fingerprint")
                            .orElseThrow()
                            .summary())
                    .contains("it runs 7.4.0, before it was 7.5.11-src");
        }
    }

    @Nested
    class Rotation {
        private static final String NEW = "Another_test_APIKEY_with_30_characters+1";

        @Test
        void theClientIsSwitchedAndTheOldKeyRefusedOnce() {
            connector.keys.add(NEW);
            Report report = client.procedures()
                    .rotateApiKey(
                            Secret.of(FakeConnector.KEY),
                            Secret.of(NEW),
                            options -> options.retireBy(() -> connector.keys.remove(FakeConnector.KEY)))
                    .run();
            assertThat(report.complete()).isTrue();
            assertThat(report.toString())
                    .contains("the old key is refused")
                    .doesNotContain(NEW)
                    .doesNotContain(FakeConnector.KEY);
            assertThat(client.monitoring().version().version()).isEqualTo("7.5.11-src");
            assertThat(connector.count("GET /Monitoring/Version"))
                    .as("old when planned, new, old, old refused, and the read of this test")
                    .isEqualTo(5);
        }

        @Test
        void aNewKeyThatIsRefusedChangesNothing() {
            Report report = failed(
                    client.procedures().rotateApiKey(Secret.of(FakeConnector.KEY), Secret.of(NEW), options -> {}));
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(report.next().get(0)).contains("leave the old key in");
            assertThat(connector.count("GET /Monitoring/Version")).isEqualTo(2);
            assertThat(client.monitoring().version().version()).isEqualTo("7.5.11-src");
        }

        @Test
        void anOldKeyThatWasNeverTakenProvesNothing() {
            connector.keys.add(NEW);
            Plan plan = client.procedures()
                    .rotateApiKey(Secret.of("mistyped-old-key-MISTYPED-12"), Secret.of(NEW), options -> {});
            assertThat(plan.toString()).contains("WARN old key");
            Report report = plan.run();
            assertThat(report.proved()).isFalse();
            assertThat(report.now()).contains("the old key is refused, and was never seen to be taken");
        }

        @Test
        void byHandItIsResumedWhenTheOldKeyIsOut() {
            connector.keys.add(NEW);
            Report report = failed(
                    client.procedures().rotateApiKey(Secret.of(FakeConnector.KEY), Secret.of(NEW), options -> {}));
            assertThat(report.next().get(0)).contains("take the old key out");
            connector.keys.remove(FakeConnector.KEY);
            assertThat(report.resume().run().complete()).isTrue();
        }

        @Test
        void aWeakOrEqualKeyIsNotRotatedTo() {
            assertThat(client.procedures()
                            .rotateApiKey(Secret.of(FakeConnector.KEY), Secret.of("weak"), options -> {})
                            .blocked())
                    .isTrue();
            assertThat(client.procedures()
                            .rotateApiKey(Secret.of(FakeConnector.KEY), Secret.of(FakeConnector.KEY), options -> {})
                            .blocked())
                    .isTrue();
        }
    }
}
