package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships, messages, requests and notifications between two who know each other. */
class ConversationTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final SimConnector a = sim.connector(0);
    private final SimConnector b = sim.connector(1);
    private final BizWire alice = BizWire.of(a);
    private final BizWire bob = BizWire.of(b);
    private String relationship = "";

    @BeforeEach
    void acquainted() {
        relationship = "/Relationships/" + sim.establishRelationship(a, b);
    }

    private static String status(JsonNode thing) {
        return thing.get("status").asText();
    }

    private String mail(String to) {
        return "{'recipients':['" + to + "'],'content':{'@type':'Mail','to':['" + to + "'],'subject':'s','body':'b'}}";
    }

    private JsonNode ask(String item) {
        return created(
                alice.post("/Requests/Outgoing", "{'content':{'items':[" + item + "]},'peer':'" + b.address() + "'}"));
    }

    private void sendRequest(JsonNode request) {
        created(alice.post(
                "/Messages", "{\"recipients\":[\"" + b.address() + "\"],\"content\":" + request.get("content") + "}"));
        none(bob.sync());
    }

    @Test
    void theMatterOfAttachmentsIsIdsInListsAndObjectsInOne() {
        String file = a.data().uploadFile("a.bin", "application/x", new byte[] {(byte) 200, 1});
        String id = a.data().sendMail(b, "s", "b", file);
        none(bob.sync());
        assertThat(ok(bob.get("/Messages")).at("/0/attachments/0").asText()).isEqualTo(file);
        assertThat(ok(bob.get("/Messages/" + id)).at("/attachments/0/filename").asText())
                .isEqualTo("a.bin");
        String path = "/Messages/" + id + "/Attachments/" + file;
        assertThat(ok(bob.get(path)).get("isOwn").asBoolean()).isFalse();
        failed(
                bob.accepting("application/octet-stream").get(path + "/Download"),
                406,
                "error.connector.http.notAcceptable");
        assertThat(bob.get(path + "/Download").body()).containsExactly(200, 1);
        failed(
                bob.get("/Messages/" + id + "/Attachments/FILabcdefghijklmnopq"),
                400,
                "error.runtime.messages.fileNotFoundInMessage");
        none(alice.sync());
        assertThat(ok(alice.get("/Messages/" + id)).at("/recipients/0").has("receivedAt"))
                .isTrue();
    }

    @Test
    void nothingArrivesBeforeASync() {
        a.data().sendMail(b, "s", "b");
        assertThat(ok(bob.get("/Messages"))).isEmpty();
        none(bob.sync());
        assertThat(ok(bob.get("/Messages?participant=" + a.address()))).hasSize(1);
    }

    @Test
    void messagesAreChecked() {
        failed(alice.post("/Messages", "{}"), 400, "error.runtime.validation.invalidPropertyValue");
        failed(
                alice.post("/Messages", mail("did:e:localhost:dids:0000000000000000000000")),
                400,
                "error.runtime.messages.hasNoActiveRelationship");
        failed(
                alice.post(
                        "/Messages",
                        "{'recipients':['" + b.address() + "'],'content':{'@type':'Mail','to':['" + a.address()
                                + "'],'subject':'s','body':'b'}}"),
                400,
                "error.runtime.validation.invalidPropertyValue");
        failed(
                alice.post("/Messages", "{'recipients':['" + b.address() + "'],'content':{'@type':'Poem'}}"),
                400,
                "error.runtime.validation.invalidPropertyValue");
        JsonNode sent = created(alice.post("/Messages", mail(b.address())));
        assertThat(sent.at("/content/bodyFormat").asText()).isEqualTo("PlainText");
    }

    @Test
    void aPeerInDeletionGetsNoMessages() {
        b.data().startsDeletion();
        none(alice.sync());
        assertThat(ok(alice.get("/Relationships"))
                        .at("/0/peerDeletionInfo/deletionStatus")
                        .asText())
                .isEqualTo("ToBeDeleted");
        failed(alice.post("/Messages", mail(b.address())), 400, "error.runtime.messages.peerIsInDeletion");
        b.data().isDeleted();
        none(alice.sync());
        assertThat(ok(alice.get("/Relationships"))
                        .at("/0/peerDeletionInfo/deletionStatus")
                        .asText())
                .isEqualTo("Deleted");
    }

    @Test
    void relationshipsEndAndBeginAgain() {
        failed(alice.put(relationship + "/Accept"), 400, "error.transport.relationships.wrongRelationshipStatus");
        failed(alice.delete(relationship), 400, "error.transport.relationships.wrongRelationshipStatus");
        assertThat(status(ok(alice.put(relationship + "/Terminate")))).isEqualTo("Terminated");
        failed(
                alice.put(relationship + "/Reactivate/Accept"),
                400,
                "error.transport.relationships.reactivationNotRequested");
        ok(alice.put(relationship + "/Reactivate"));
        failed(
                alice.put(relationship + "/Reactivate"),
                400,
                "error.transport.relationships.reactivationAlreadyRequested");
        failed(
                alice.put(relationship + "/Reactivate/Accept"),
                400,
                "error.transport.relationships.operationOnlyAllowedForPeer");
        none(bob.sync());
        assertThat(status(ok(bob.put(relationship + "/Reactivate/Accept")))).isEqualTo("Active");
        none(alice.sync());
        assertThat(status(ok(alice.get(relationship)))).isEqualTo("Active");
    }

    @Test
    void oneDecomposesAndTheOtherSeesIt() {
        ok(alice.put(relationship + "/Terminate"));
        none(alice.delete(relationship));
        failed(alice.get(relationship), 404, "error.runtime.recordNotFound");
        none(bob.sync());
        assertThat(status(ok(bob.get(relationship)))).isEqualTo("DeletionProposed");
        none(bob.delete(relationship));
        assertThat(ok(bob.get("/Relationships"))).isEmpty();
    }

    @Test
    void validationIsA201AlsoWhenItFails() {
        String item = "{'@type':'ReadAttributeRequestItem','mustBeAccepted':true,"
                + "'query':{'@type':'IdentityAttributeQuery','valueType':'GivenName','tags':['bad']}}";
        JsonNode result = created(alice.post("/Requests/Outgoing/Validate", "{'content':{'items':[" + item + "]}}"));
        assertThat(result.get("isSuccess").asBoolean()).isFalse();
        assertThat(created(alice.post(
                                "/Requests/Outgoing/Validate",
                                "{'content':{'items':[{'@type':'ConsentRequestItem','mustBeAccepted':false,'consent':'x'}]},"
                                        + "'peer':'did:e:localhost:dids:0000000000000000000000'}"))
                        .get("code")
                        .asText())
                .isEqualTo("error.consumption.requests.missingRelationship");
        assertThat(ok(alice.get("/Requests/Outgoing"))).isEmpty();
        failed(
                alice.post(
                        "/Requests/Outgoing/Validate",
                        "{'content':{'items':[{'@type':'FreeTextRequestItem','mustBeAccepted':false}]}}"),
                400,
                "error.runtime.requestDeserialization");
    }

    @Test
    void aRequestIsSentOnceAndAnsweredOnce() {
        JsonNode request = ask("{'@type':'ConsentRequestItem','mustBeAccepted':false,'consent':'ok?'}");
        assertThat(status(request)).isEqualTo("Draft");
        sendRequest(request);
        String id = request.get("id").asText();
        assertThat(status(ok(alice.get("/Requests/Outgoing/" + id)))).isEqualTo("Open");
        failed(
                alice.post(
                        "/Messages",
                        "{\"recipients\":[\"" + b.address() + "\"],\"content\":" + request.get("content") + "}"),
                400,
                "error.runtime.messages.cannotSendRequestThatWasAlreadySent");
        String path = "/Requests/Incoming/" + id;
        failed(
                bob.put(path + "/Accept", "{'items':[{'accept':true}],'decidedByAutomation':true}"),
                400,
                "error.connector.incomingRequests.decidedByAutomation");
        JsonNode wrong = ok(bob.put(path + "/CanAccept", "{'items':[]}"));
        assertThat(wrong.get("code").asText())
                .isEqualTo("error.consumption.requests.decide.validation.invalidNumberOfItems");
        assertThat(status(ok(bob.put(path + "/Reject", "{'items':[{'accept':false,'code':'no'}]}"))))
                .isEqualTo("Decided");
        failed(bob.put(path + "/Accept", "{'items':[{'accept':true}]}"), 400, "error.runtime.unknown");
        sim.advance(Duration.ofSeconds(1));
        assertThat(status(ok(bob.get(path)))).isEqualTo("Completed");
        none(alice.sync());
        JsonNode answered = ok(alice.get("/Requests/Outgoing/" + id));
        assertThat(status(answered)).isEqualTo("Completed");
        assertThat(answered.at("/response/content/@type").asText()).isEqualTo("Response");
        assertThat(answered.at("/response/content/items/0/code").asText()).isEqualTo("no");
        JsonNode wrapper =
                ok(alice.get("/Messages?content.@type=ResponseWrapper")).at("/0/content/response");
        assertThat(wrapper.has("@type")).isFalse();
    }

    @Test
    void anAnswerWaitsUntilTheBackboneIsBack() {
        JsonNode request = ask("{'@type':'AuthenticationRequestItem','mustBeAccepted':false,'title':'t'}");
        sendRequest(request);
        String path = "/Requests/Incoming/" + request.get("id").asText();
        ok(bob.put(path + "/Accept", "{'items':[{'accept':true}]}"));
        sim.backbone().down();
        sim.advance(Duration.ofMinutes(1));
        assertThat(status(ok(bob.get(path)))).isEqualTo("Decided");
        sim.backbone().up();
        sim.advance(Duration.ofMinutes(1));
        assertThat(status(ok(bob.get(path)))).isEqualTo("Completed");
    }

    @Test
    void requestsExpire() {
        JsonNode request = created(alice.post(
                "/Requests/Outgoing",
                "{'content':{'expiresAt':'2026-01-15T09:00:00Z','items':[{'@type':'ConsentRequestItem',"
                        + "'mustBeAccepted':false,'consent':'x'}]},'peer':'" + b.address() + "'}"));
        sendRequest(request);
        sim.advance(Duration.ofHours(1));
        assertThat(status(ok(bob.get("/Requests/Incoming")).get(0))).isEqualTo("Expired");
        assertThat(status(ok(alice.get("/Requests/Outgoing")).get(0))).isEqualTo("Expired");
    }

    @Test
    void sharedAttributesFollowTheirOwner() {
        String id = b.data().addAttribute("GivenName", "Bob");
        sendRequest(ask("{'@type':'ReadAttributeRequestItem','mustBeAccepted':true,"
                + "'query':{'@type':'IdentityAttributeQuery','valueType':'GivenName'}}"));
        String path = "/Requests/Incoming/"
                + ok(bob.get("/Requests/Incoming")).at("/0/id").asText();
        ok(bob.put(path + "/Accept", "{'items':[{'accept':true,'existingAttributeId':'" + id + "'}]}"));
        sim.advance(Duration.ofSeconds(1));
        none(alice.sync());
        assertThat(ok(alice.get("/Attributes/Peer/" + b.address()))).hasSize(1);
        assertThat(ok(bob.get("/Attributes/" + id + "/ForwardingDetails"))
                        .at("/0/peer")
                        .asText())
                .isEqualTo(a.address());

        String next = created(bob.post(
                        "/Attributes/" + id + "/Succeed",
                        "{'successorContent':{'value':{'@type':'GivenName','value':'Robert'}}}"))
                .at("/successor/id")
                .asText();
        created(bob.post("/Attributes/" + next + "/NotifyPeer", "{'peer':'" + a.address() + "'}"));
        failed(
                bob.post("/Attributes/" + next + "/NotifyPeer", "{'peer':'" + a.address() + "'}"),
                400,
                "error.runtime.attributes.ownIdentityAttributeHasAlreadyBeenSharedWithPeer");
        none(alice.sync());
        assertThat(ok(alice.get("/Attributes/Peer/" + b.address()))
                        .at("/0/content/value/value")
                        .asText())
                .isEqualTo("Robert");
        assertThat(ok(bob.delete("/Attributes/" + next)).get("notificationIds")).hasSize(1);
        none(alice.sync());
        assertThat(ok(alice.get("/Attributes/" + next))
                        .at("/deletionInfo/deletionStatus")
                        .asText())
                .isEqualTo("DeletedByEmitter");
        assertThat(ok(alice.delete("/Attributes/" + next)).get("notificationIds"))
                .hasSize(1);
    }

    @Test
    void theOwnershipOfAFileIsHandedOver() {
        String file = a.data().uploadFile("a.txt", "text/plain", new byte[1]);
        String reference =
                ok(alice.get("/Files/" + file)).at("/reference/truncated").asText();
        JsonNode request = ask("{'@type':'TransferFileOwnershipRequestItem','mustBeAccepted':true,'fileReference':'"
                + reference + "','ownershipToken':'t'}");
        sendRequest(request);
        String path = "/Requests/Incoming/" + request.get("id").asText();
        ok(bob.put(path + "/Accept", "{'items':[{'accept':true}]}"));
        sim.advance(Duration.ofSeconds(1));
        none(alice.sync());
        assertThat(ok(bob.get("/Files/" + file)).get("owner").asText()).isEqualTo(b.address());
        assertThat(ok(alice.get("/Files/" + file)).get("owner").asText()).isEqualTo(b.address());
    }

    @Test
    void signalsNeedARelationship() {
        none(alice.post("/BackboneNotifications", "{'recipients':['" + b.address() + "'],'code':'x'}"));
        failed(
                alice.post(
                        "/BackboneNotifications",
                        "{'recipients':['did:e:localhost:dids:0000000000000000000000'],'code':'x'}"),
                400,
                "error.transport.backboneNotifications.noActiveRelationshipFoundForRecipients");
    }

    @Test
    void anotherRelationshipHasToWait() {
        JsonNode template = created(alice.post(
                "/RelationshipTemplates/Own",
                "{" + END + ",'content':{'@type':'ArbitraryRelationshipTemplateContent','value':{}}}"));
        created(bob.post(
                "/RelationshipTemplates/Peer",
                "{'reference':'" + template.at("/reference/url").asText() + "'}"));
        String create = "{'templateId':'" + template.get("id").asText()
                + "','creationContent':{'@type':'ArbitraryRelationshipCreationContent','value':{}}}";
        assertThat(ok(bob.put("/Relationships/CanCreate", create)).get("code").asText())
                .isEqualTo("error.transport.relationships.relationshipCurrentlyExists");
        failed(bob.post("/Relationships", create), 400, "error.transport.relationships.relationshipCurrentlyExists");
        ok(bob.put(relationship + "/Terminate"));
        none(bob.delete(relationship));
        failed(
                bob.post("/Relationships", create),
                400,
                "error.transport.relationships.relationshipNotYetDecomposedByPeer");
        none(alice.sync());
        none(alice.delete(relationship));
        assertThat(status(created(bob.post("/Relationships", create)))).isEqualTo("Pending");
    }
}
