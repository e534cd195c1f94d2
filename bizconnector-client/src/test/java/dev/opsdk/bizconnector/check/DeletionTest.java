package dev.opsdk.bizconnector.check;

import static dev.opsdk.bizconnector.check.FailedRun.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind is deleted where it lives, only while it is old, and only by a client that may. */
class DeletionTest {
    private static final String PAST = "2026-11-01T00:00:00.000Z";
    private static final String FUTURE = "2027-11-01T00:00:00.000Z";
    private static final String TEMPLATE =
            ",\"isOwn\":true,\"content\":{\"@type\":\"ArbitraryRelationshipTemplateContent\",\"value\":1}";

    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    /** Where a thing of a kind is listed and lives, and how it looks while it is old and when it is not any more. */
    private enum Thing {
        FILE(OldKind.EXPIRED_FILE, "Files/Own", "Files", "FIL", expiring(PAST), expiring(FUTURE)),
        TOKEN(OldKind.EXPIRED_TOKEN, "Tokens/Own", "Tokens", "TOK", expiring(PAST), expiring(FUTURE)),
        EXPIRED(
                OldKind.EXPIRED_TEMPLATE,
                "RelationshipTemplates/Own",
                "RelationshipTemplates",
                "RLT",
                "\"expiresAt\":\"" + PAST + "\"" + TEMPLATE,
                "\"expiresAt\":\"" + FUTURE + "\"" + TEMPLATE),
        EXHAUSTED(
                OldKind.EXHAUSTED_TEMPLATE,
                "RelationshipTemplates/Own",
                "RelationshipTemplates",
                "RLT",
                "\"maxNumberOfAllocations\":1" + TEMPLATE,
                "\"maxNumberOfAllocations\":2" + TEMPLATE),
        RELATIONSHIP(
                OldKind.ENDED_RELATIONSHIP,
                "Relationships",
                "Relationships",
                "REL",
                "\"status\":\"Terminated\",\"peer\":\"did:e:x\"",
                "\"status\":\"Active\",\"peer\":\"did:e:x\""),
        ATTRIBUTE(
                OldKind.DELETED_ATTRIBUTE,
                "Attributes",
                "Attributes",
                "ATT",
                attribute("DeletedByRecipient"),
                attribute("ToBeDeletedByRecipient"));

        private final OldKind kind;
        private final String list;
        private final String room;
        private final String id;
        private final String old;
        private final String young;

        Thing(OldKind kind, String list, String room, String prefix, String old, String young) {
            this.kind = kind;
            this.list = list;
            this.room = room;
            this.id = prefix + "abcdefghijklmnopq";
            this.old = "{\"id\":\"" + id + "\"," + old + "}";
            this.young = "{\"id\":\"" + id + "\"," + young + "}";
        }

        private static String expiring(String end) {
            return "\"isOwn\":true,\"content\":{},\"expiresAt\":\"" + end + "\"";
        }

        private static String attribute(String status) {
            return "\"content\":{\"@type\":\"IdentityAttribute\",\"owner\":\"did:e:x\",\"value\":{\"@type\":\"GivenName\",\"value\":"
                    + "\"x\"}},\"deletionInfo\":{\"deletionStatus\":\"" + status + "\",\"deletionDate\":\"" + PAST
                    + "\"}";
        }

        private String read() {
            return "GET /api/core/v1/" + room + "/" + id;
        }

        private String delete() {
            return "DELETE /api/core/v1/" + room + "/" + id;
        }
    }

    private void list(String list, String... elements) {
        connector.answer("GET /api/core/v1/" + list, 200, "{\"result\":[" + String.join(",", elements) + "]}");
    }

    private void there(Thing thing, String looks) {
        connector.answer(thing.read(), 200, "{\"result\":" + looks + "}");
        connector.answer(thing.delete(), 204, "");
        connector.then(thing.delete(), () -> connector.gone(thing.read()));
    }

    private Plan planned(Thing... things) {
        for (Thing thing : things) {
            list(thing.list, thing.old);
            there(thing, thing.old);
        }
        if (Arrays.asList(things).contains(Thing.EXHAUSTED)) {
            list(
                    "Relationships",
                    "{\"id\":\"RELx\",\"peer\":\"did:e:x\",\"status\":\"Active\",\"templateId\":\"" + Thing.EXHAUSTED.id
                            + "\"}");
        }
        OldKind[] others = Arrays.stream(things).skip(1).map(each -> each.kind).toArray(OldKind[]::new);
        return client.procedures().deleteOldMaterial(options -> options.kinds(things[0].kind, others));
    }

    private List<String> deleted() {
        return connector.requests.stream()
                .filter(each -> each.startsWith("DELETE"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void eachKindIsDeletedWhereItLivesAsThePlanSaid(Thing thing) {
        Plan plan = planned(thing);
        assertThat(plan.steps()).hasSize(1);
        Step step = plan.steps().get(0);
        assertThat(step.destructive()).isTrue();
        assertThat(step.part()).contains(thing.kind + " " + thing.id);
        assertThat(step.requests().get(0).curl())
                .contains(thing.delete().replaceFirst("DELETE ", connector.url()))
                .contains("X-API-KEY: " + Secret.MASK);
        Report report = plan.confirm(client.url()).run();
        assertThat(report.proved()).isTrue();
        assertThat(report.steps()).extracting(StepResult::outcome).containsExactly(StepOutcome.DONE);
        assertThat(report.next()).isEmpty();
        assertThat(deleted()).containsExactly(thing.delete());
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void whatIsNotOldAnyMoreIsNotDeleted(Thing thing) {
        Plan plan = planned(thing).confirm(client.url());
        there(thing, thing.young);
        Report report = failed(plan);
        assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(report.steps().get(0).detail()).contains("not old any more");
        assertThat(report.next()).hasSize(1).allMatch(each -> each.contains("report.resume()"));
        assertThat(deleted()).isEmpty();
    }

    @Test
    void aDeletionThatHadNoEffectIsNotDone() {
        Plan plan = planned(Thing.FILE).confirm(client.url());
        connector.answer(Thing.FILE.delete(), 204, "");
        Report report = failed(plan);
        assertThat(report.complete()).isFalse();
        assertThat(report.steps().get(0).detail()).contains("it is still there");
        assertThat(deleted()).hasSize(1);
    }

    @Test
    void aLostAnswerIsFollowedUpByLookingAlone() {
        Plan plan = planned(Thing.FILE).confirm(client.url());
        connector.cut(Thing.FILE.delete(), () -> {});
        Report report = failed(plan);
        assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.UNKNOWN);
        Report again = failed(report.resume().confirm(client.url()));
        assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(again.steps().get(0).detail()).contains("its answer was lost; it is still there");
        connector.gone(Thing.FILE.read());
        Report last = again.resume().confirm(client.url()).run();
        assertThat(last.steps()).extracting(StepResult::outcome).containsExactly(StepOutcome.ALREADY);
        assertThat(deleted()).hasSize(1);
    }

    @Test
    void aReadOnlyClientIsToldBeforehand() {
        planned(Thing.FILE);
        try (BizConnectorClient careful = BizConnectorClient.builder()
                .url(connector.url())
                .apiKey(Secret.of(FakeConnector.KEY))
                .timeSource(connector.time)
                .readOnly(true)
                .build()) {
            Plan plan = careful.procedures().deleteOldMaterial(options -> {});
            assertThat(plan.steps()).hasSize(1);
            assertThat(plan.blocked()).isTrue();
            assertThat(deleted()).isEmpty();
        }
    }

    @Test
    void aPlanSaysHowManyGoHowManyAreLeftAndWhatWasNotListed() {
        String end = "\",\"isOwn\":true,\"expiresAt\":\"" + PAST + "\"}";
        list("Files/Own", "{\"id\":\"FILone" + end, "{\"id\":\"FILtwo" + end, "{\"id\":\"FILthree" + end);
        connector.error("GET /api/core/v1/Tokens/Own", 403, "error.connector.forbidden", "no");
        Plan plan = client.procedures().deleteOldMaterial(options -> options.most(2));
        assertThat(plan.steps())
                .extracting(Step::part)
                .extracting(part -> part.orElse(""))
                .containsExactly("EXPIRED_FILE FILone", "EXPIRED_FILE FILtwo");
        assertThat(plan.checks())
                .extracting(PreCheck::result)
                .containsExactly(CheckResult.PASS, CheckResult.WARN, CheckResult.CANNOT_CHECK);
        assertThat(plan.checks().get(0).detail()).startsWith("to be deleted: 2,");
        assertThat(plan.checks().get(1).detail()).startsWith("1 more are left");
        assertThat(plan.checks().get(2).detail()).startsWith("tokens could not be listed");
    }

    @Test
    void aPlanForAllHasNothingToWarnOf() {
        assertThat(planned(Thing.FILE, Thing.TOKEN).checks())
                .extracting(PreCheck::result)
                .containsExactly(CheckResult.PASS);
        assertThat(connector.requests)
                .as("only the lists of what was told")
                .containsExactly(
                        "GET /Monitoring/Version", "GET /api/core/v1/Files/Own", "GET /api/core/v1/Tokens/Own");
    }
}
