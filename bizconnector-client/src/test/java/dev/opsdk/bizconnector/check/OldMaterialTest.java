package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.OldItem;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.core.procedure.Plan;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of several things of a kind is old, and that exactly that goes. */
class OldMaterialTest {
    private static final String PAST = "2026-11-01T00:00:00.000Z";
    private static final String FUTURE = "2027-11-01T00:00:00.000Z";
    private static final String BODY =
            ",\"isOwn\":true,\"content\":{\"@type\":\"ArbitraryRelationshipTemplateContent\",\"value\":1}}";

    private final FakeConnector connector = new FakeConnector();
    private final BizConnectorClient client = connector.client();

    @AfterEach
    void close() {
        client.close();
        connector.close();
    }

    private static String template(String id, String more) {
        return "{\"id\":\"" + id + "\"," + more + BODY;
    }

    private static String relationship(String id, String more) {
        return "{\"id\":\"" + id + "\",\"peer\":\"did:e:x\"," + more + ",\"auditLog\":[{\"createdAt\":\"" + PAST
                + "\"},{\"createdAt\":\"2026-10-01T00:00:00.000Z\"}]}";
    }

    private static String attribute(String id, String status) {
        return "{\"id\":\"" + id + "\",\"content\":{\"@type\":\"IdentityAttribute\",\"owner\":\"did:e:x\",\"value\":"
                + "{\"@type\":\"GivenName\",\"value\":\"x\"}},\"deletionInfo\":{\"deletionStatus\":\"" + status
                + "\",\"deletionDate\":\"" + PAST + "\"}}";
    }

    @Test
    void aTemplateIsOldWhenItHasExpiredOrWasUsedAsOftenAsItMayBe() {
        connector.list(
                "RelationshipTemplates/Own",
                template("RLTabcdefghijexpired", "\"expiresAt\":\"" + PAST + "\""),
                template("RLTtwice", "\"maxNumberOfAllocations\":2"),
                template("RLTthrice", "\"maxNumberOfAllocations\":3"),
                template("RLTendless", "\"expiresAt\":\"" + FUTURE + "\""));
        connector.list(
                "Relationships",
                relationship("RELone", "\"templateId\":\"RLTtwice\",\"status\":\"Active\""),
                relationship("RELtwo", "\"templateId\":\"RLTtwice\",\"status\":\"Active\""),
                relationship("RELthree", "\"templateId\":\"RLTthrice\",\"status\":\"Active\""));
        assertThat(client.checks().oldMaterial(Duration.ofDays(30)))
                .extracting(OldItem::toString)
                .containsExactly(
                        "EXPIRED_TEMPLATE RLTabcdefghijexpired: it has expired, since 2026-11-01T00:00:00Z",
                        "EXHAUSTED_TEMPLATE RLTtwice: all its relationships are made");
    }

    @Test
    void aRelationshipIsOldWhenItEndedOrThePeerLeaves() {
        connector.list(
                "Relationships",
                relationship("RELactive", "\"status\":\"Active\""),
                relationship("RELended", "\"status\":\"Terminated\""),
                relationship("RELproposed", "\"status\":\"DeletionProposed\""),
                relationship(
                        "RELleaving",
                        "\"status\":\"Active\",\"peerDeletionInfo\":{\"deletionStatus\":\"ToBeDeleted\",\"deletionDate\":\""
                                + FUTURE + "\"}"));
        assertThat(client.checks().oldMaterial(Duration.ofDays(30)))
                .extracting(item -> item.kind() + " " + item.id() + " "
                        + item.since().map(Object::toString).orElse(""))
                .containsExactly(
                        "ENDED_RELATIONSHIP RELended 2026-11-01T00:00:00Z",
                        "ENDED_RELATIONSHIP RELproposed 2026-11-01T00:00:00Z",
                        "LEAVING_PEER RELleaving 2027-11-01T00:00:00Z");
    }

    @Test
    void anAttributeIsOldWhenTheOtherSideDeletedIt() {
        connector.list(
                "Attributes",
                attribute("ATTrecipient", "DeletedByRecipient"),
                attribute("ATTemitter", "DeletedByEmitter"),
                attribute("ATTsoon", "ToBeDeletedByRecipient"));
        assertThat(client.checks().oldMaterial(Duration.ofDays(30)))
                .extracting(OldItem::toString)
                .containsExactly(
                        "DELETED_ATTRIBUTE ATTrecipient: the other side deleted it, since 2026-11-01T00:00:00Z",
                        "DELETED_ATTRIBUTE ATTemitter: the other side deleted it, since 2026-11-01T00:00:00Z");
    }

    @Test
    void requestsWaitInBothDirections() {
        String request = "\"status\":\"Open\",\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"content\":{\"items\":[]}}";
        connector.list("Requests/Incoming", "{\"id\":\"REQin\",\"isOwn\":false," + request);
        connector.list("Requests/Outgoing", "{\"id\":\"REQout\",\"isOwn\":true," + request);
        assertThat(client.checks().oldMaterial(Duration.ofDays(30)))
                .extracting(item -> item.id() + " " + item.why())
                .containsExactly("REQin incoming, OPEN", "REQout outgoing, OPEN");
    }

    @Test
    void templatesAndTokensAreDeletedAndProved() {
        String token = "{\"id\":\"TOKabcdefghijklmnold\",\"isOwn\":true,\"content\":{},\"expiresAt\":\"" + PAST + "\"}";
        connector.list("Tokens/Own", token);
        connector.list(
                "RelationshipTemplates/Own",
                template("RLTabcdefghijexpired", "\"expiresAt\":\"" + PAST + "\""),
                template("RLTabcdefghijklmused", "\"maxNumberOfAllocations\":1"));
        connector.list(
                "Relationships",
                relationship("RELone", "\"templateId\":\"RLTabcdefghijklmused\",\"status\":\"Active\""));
        there("Tokens/TOKabcdefghijklmnold", token);
        there(
                "RelationshipTemplates/RLTabcdefghijexpired",
                template("RLTabcdefghijexpired", "\"expiresAt\":\"" + PAST + "\""));
        there(
                "RelationshipTemplates/RLTabcdefghijklmused",
                template("RLTabcdefghijklmused", "\"maxNumberOfAllocations\":1"));
        Plan plan = client.procedures()
                .deleteOldMaterial(options ->
                        options.kinds(OldKind.EXPIRED_TOKEN, OldKind.EXPIRED_TEMPLATE, OldKind.EXHAUSTED_TEMPLATE));
        assertThat(plan.confirm(client.url()).run().proved()).isTrue();
        assertThat(connector.requests)
                .filteredOn(each -> each.startsWith("DELETE"))
                .containsExactly(
                        "DELETE /api/core/v1/Tokens/TOKabcdefghijklmnold",
                        "DELETE /api/core/v1/RelationshipTemplates/RLTabcdefghijexpired",
                        "DELETE /api/core/v1/RelationshipTemplates/RLTabcdefghijklmused");
    }

    @Test
    void whatIsUsedLessOrEndsLaterByThenStays() {
        connector.list("RelationshipTemplates/Own", template("RLTabcdefghijklmused", "\"maxNumberOfAllocations\":1"));
        connector.list(
                "Relationships",
                relationship("RELone", "\"templateId\":\"RLTabcdefghijklmused\",\"status\":\"Active\""));
        there(
                "RelationshipTemplates/RLTabcdefghijklmused",
                template("RLTabcdefghijklmused", "\"maxNumberOfAllocations\":1"));
        Plan plan = client.procedures()
                .deleteOldMaterial(options ->
                        options.kinds(OldKind.EXPIRED_TOKEN, OldKind.EXPIRED_TEMPLATE, OldKind.EXHAUSTED_TEMPLATE))
                .confirm(client.url());
        connector.list("Relationships");
        assertThat(plan.steps()).hasSize(1);
        assertThatThrownBy(plan::run).hasMessageContaining("it is not old any more");
        assertThat(connector.requests).noneMatch(each -> each.startsWith("DELETE"));
    }

    private void there(String room, String element) {
        connector.answer("GET /api/core/v1/" + room, 200, "{\"result\":" + element + "}");
        connector.answer("DELETE /api/core/v1/" + room, 204, "");
        connector.then("DELETE /api/core/v1/" + room, () -> connector.gone("GET /api/core/v1/" + room));
    }

    @Test
    void theServerIsAskedOnlyForWhatMayBeOld() {
        client.checks().oldMaterial(Duration.ofDays(30));
        String expired = "expiresAt=<2026-11-20T10:45:00.000Z";
        assertThat(asked("Files/Own")).isEqualTo(expired);
        assertThat(asked("Tokens/Own")).isEqualTo(expired);
        String waiting = "status=Draft&status=Open&status=DecisionRequired&status=ManualDecisionRequired"
                + "&createdAt=<2026-10-21T10:45:00.000Z";
        assertThat(asked("Requests/Incoming")).isEqualTo(waiting);
        assertThat(asked("Requests/Outgoing")).isEqualTo(waiting);
        assertThat(asked("Messages")).isEqualTo("isOwn=!true&wasReadAt=!&createdAt=<2026-10-21T10:45:00.000Z");
        assertThat(asked("Attributes")).isEqualTo("deletionInfo=");
        assertThat(asked("Relationships")).isEmpty();
        assertThat(asked("RelationshipTemplates/Own")).isEmpty();
    }

    private String asked(String list) {
        return URLDecoder.decode(
                String.join(" and ", connector.queries.get("GET /api/core/v1/" + list)), StandardCharsets.UTF_8);
    }

    @Test
    void eachTellsWhyAndSinceWhen() {
        String times = "\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"expiresAt\":\"" + PAST + "\"}";
        connector.list("Files/Own", "{\"id\":\"FILx\",\"isOwn\":true," + times);
        connector.list("Tokens/Own", "{\"id\":\"TOKx\",\"isOwn\":true,\"content\":{}," + times);
        connector.list(
                "Relationships",
                "{\"id\":\"RELx\",\"peer\":\"did:e:x\",\"status\":\"Active\",\"peerDeletionInfo\":{}}",
                relationship("RELgone", "\"status\":\"Active\",\"peerDeletionInfo\":{\"deletionStatus\":\"Deleted\"}"));
        String request = "\"status\":\"DecisionRequired\",\"content\":{\"items\":[]}," + times;
        connector.list("Requests/Incoming", "{\"id\":\"REQin\",\"isOwn\":false," + request);
        connector.list("Requests/Outgoing", "{\"id\":\"REQout\",\"isOwn\":true," + request);
        connector.list(
                "Messages",
                "{\"id\":\"MSGx\",\"isOwn\":false,\"content\":{\"@type\":\"ArbitraryMessageContent\",\"value\":1},\"recipients\":[],"
                        + "\"attachments\":[]," + times);
        assertThat(client.checks().oldMaterial(Duration.ofDays(30)))
                .extracting(OldItem::toString)
                .containsExactly(
                        "EXPIRED_FILE FILx: it has expired, since 2026-11-01T00:00:00Z",
                        "EXPIRED_TOKEN TOKx: it has expired, since 2026-11-01T00:00:00Z",
                        "LEAVING_PEER RELx: its peer is leaving",
                        "LEAVING_PEER RELgone: its peer is DELETED",
                        "WAITING_REQUEST REQin: incoming, DECISION_REQUIRED, since 2026-01-01T00:00:00Z",
                        "WAITING_REQUEST REQout: outgoing, DECISION_REQUIRED, since 2026-01-01T00:00:00Z",
                        "UNREAD_MESSAGE MSGx: nobody read it, since 2026-01-01T00:00:00Z");
    }

    @Test
    void eachListThatCannotBeReadIsNamed() {
        for (String list : List.of(
                "Files/Own",
                "Tokens/Own",
                "Relationships",
                "RelationshipTemplates/Own",
                "Requests/Incoming",
                "Attributes",
                "Messages")) {
            connector.error("GET /api/core/v1/" + list, 403, "error.connector.forbidden", "no");
        }
        CheckFinding finding =
                client.checks().only("old material", options -> options.oldMaterial(Duration.ofDays(30)));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.reasons())
                .extracting(each -> each.text().replaceFirst(" .*", ""))
                .containsExactly("files", "tokens", "relationships", "templates", "requests", "attributes", "messages");
    }

    @Test
    void whatEndsAtThisVeryMomentHasNotExpired() {
        connector.list(
                "RelationshipTemplates/Own",
                template("RLTnow", "\"expiresAt\":\"" + FakeConnector.NOW + "\""),
                template("RLTpast", "\"expiresAt\":\"" + FakeConnector.NOW.minusMillis(1) + "\""));
        assertThat(client.checks().oldMaterial(Duration.ofDays(30)))
                .extracting(OldItem::id)
                .containsExactly("RLTpast");
    }
}
