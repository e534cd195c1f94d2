package dev.opsdk.simulator.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Two connectors live through everything that makes an event. */
final class WholeLife {

    static final Set<String> TRIGGERS = Set.of(
            "consumption.attributeCreated",
            "consumption.attributeDeleted",
            "consumption.attributeForwardingDetailsChanged",
            "consumption.attributeWasViewedAtChanged",
            "consumption.ownAttributeDeletedByOwner",
            "consumption.peerRelationshipAttributeDeletedByPeer",
            "consumption.forwardedAttributeDeletedByPeer",
            "consumption.attributeSucceeded",
            "consumption.incomingRequestReceived",
            "consumption.outgoingRequestCreated",
            "consumption.outgoingRequestCreatedAndCompleted",
            "consumption.outgoingRequestFromRelationshipCreationCreatedAndCompleted",
            "consumption.incomingRequestStatusChanged",
            "consumption.outgoingRequestStatusChanged",
            "consumption.messageProcessed",
            "consumption.relationshipTemplateProcessed",
            "consumption.shareCredentialOfferRequestItemProcessedByRecipient",
            "consumption.mailReceived",
            "transport.messageReceived",
            "transport.messageSent",
            "transport.messageDelivered",
            "transport.messageWasReadAtChanged",
            "transport.peerRelationshipTemplateLoaded",
            "transport.relationshipTemplateAllocationsExhausted",
            "transport.relationshipChanged",
            "transport.relationshipReactivationRequested",
            "transport.relationshipReactivationCompleted",
            "transport.peerToBeDeleted",
            "transport.peerDeletionCancelled",
            "transport.peerDeleted",
            "transport.relationshipDecomposedBySelf",
            "transport.fileOwnershipClaimed",
            "transport.fileOwnershipLocked",
            "runtime.modulesStarted");

    private static final String READ = "{'@type':'ReadAttributeRequestItem','mustBeAccepted':true,"
            + "'query':{'@type':'IdentityAttributeQuery','valueType':'GivenName'}}";

    private final BizConnectorSimulator sim;
    private final SimConnector a;
    private final SimConnector b;
    private final BizWire alice;
    private final BizWire bob;

    private WholeLife(BizConnectorSimulator sim) {
        this.sim = sim;
        this.a = sim.connector(0);
        this.b = sim.connector(1);
        this.alice = BizWire.of(a);
        this.bob = BizWire.of(b);
    }

    static void live(BizConnectorSimulator sim) {
        WholeLife life = new WholeLife(sim);
        String relationship = life.meet();
        life.talk();
        life.attributes();
        life.files();
        life.part(relationship);
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }

    private void sync() {
        BizTest.none(alice.sync());
        BizTest.none(bob.sync());
        BizTest.none(alice.sync());
    }

    private String meet() {
        String content = "{'@type':'RelationshipTemplateContent','onNewRelationship':{'@type':'Request','items':["
                + READ + "]},'onExistingRelationship':{'@type':'Request','items':[" + READ + "]}}";
        JsonNode template = BizTest.created(alice.post(
                "/RelationshipTemplates/Own",
                "{" + BizTest.END + ",'maxNumberOfAllocations':1,'content':" + content + "}"));
        String load = "{'reference':'" + template.at("/reference/url").asText() + "'}";
        BizTest.created(bob.post("/RelationshipTemplates/Peer", load));
        b.data().addAttribute("GivenName", "Bob");
        answer("{'accept':true,'existingAttributeId':'" + attribute() + "'}");
        String id = id(BizTest.ok(alice.get("/Relationships")).get(0));
        BizTest.ok(alice.put("/Relationships/" + id + "/Accept"));
        sync();
        BizTest.created(bob.post("/RelationshipTemplates/Peer", load));
        answer("{'accept':true,'existingAttributeId':'" + attribute() + "'}");
        return "/Relationships/" + id;
    }

    private String attribute() {
        return id(BizTest.ok(bob.get("/Attributes/Own/Identity")).get(0));
    }

    private void answer(String decision) {
        JsonNode request = BizTest.ok(bob.get("/Requests/Incoming?status=ManualDecisionRequired"))
                .get(0);
        BizTest.ok(bob.put("/Requests/Incoming/" + id(request) + "/Accept", "{'items':[" + decision + "]}"));
        sim.advance(Duration.ofSeconds(1));
        sync();
    }

    private void ask(String item, String decision) {
        JsonNode request = BizTest.created(alice.post(
                "/Requests/Outgoing",
                "{'content':{" + BizTest.END + ",'items':[" + item + "]},'peer':'" + b.address() + "'}"));
        BizTest.created(alice.post(
                "/Messages", "{\"recipients\":[\"" + b.address() + "\"],\"content\":" + request.get("content") + "}"));
        sync();
        answer(decision);
    }

    private void talk() {
        String mail = a.data().sendMail(b, "s", "b", a.data().uploadFile("m.txt", "text/plain", new byte[1]));
        sync();
        b.data().markAsRead(mail);
        ask(
                "{'@type':'ShareCredentialOfferRequestItem','mustBeAccepted':false,'credentialOfferUrl':'openid://x'}",
                "{'accept':true}");
    }

    private void attributes() {
        ask(
                "{'@type':'CreateAttributeRequestItem','mustBeAccepted':true,'attribute':{'@type':'RelationshipAttribute',"
                        + "'owner':'" + b.address()
                        + "','key':'k','confidentiality':'public','value':{'@type':'ProprietaryString',"
                        + "'title':'t','value':'v'}}}",
                "{'accept':true}");
        String own = attribute();
        b.data().markAsViewed(own);
        String next = BizTest.created(bob.post(
                        "/Attributes/" + own + "/Succeed",
                        "{'successorContent':{'value':{'@type':'GivenName','value':'Robert'}}}"))
                .at("/successor/id")
                .asText();
        BizTest.created(bob.post("/Attributes/" + next + "/NotifyPeer", "{'peer':'" + a.address() + "'}"));
        sync();
        List<JsonNode> known = List.of(
                BizTest.ok(alice.get("/Attributes?@type=PeerIdentityAttribute&succeededBy=!"))
                        .get(0),
                BizTest.ok(alice.get("/Attributes?@type=PeerRelationshipAttribute"))
                        .get(0));
        BizTest.ok(bob.delete("/Attributes/" + next));
        sync();
        known.forEach(attribute -> BizTest.ok(alice.delete("/Attributes/" + id(attribute))));
        sync();
        b.data().addAttribute("GivenName", "Bobby");
        ask(READ, "{'accept':true,'existingAttributeId':'" + attribute() + "'}");
        JsonNode peer =
                BizTest.ok(alice.get("/Attributes?@type=PeerIdentityAttribute")).get(0);
        BizTest.ok(alice.delete("/Attributes/" + id(peer)));
        sync();
    }

    private void files() {
        String file = a.data().uploadFile("t.txt", "text/plain", new byte[1]);
        a.data().lockOwnership(file);
        String reference = BizTest.ok(alice.get("/Files/" + file))
                .at("/reference/truncated")
                .asText();
        ask(
                "{'@type':'TransferFileOwnershipRequestItem','mustBeAccepted':true,'fileReference':'" + reference
                        + "'}",
                "{'accept':true}");
    }

    private void part(String relationship) {
        b.data().startsDeletion();
        sync();
        b.data().withdrawsDeletion();
        sync();
        BizTest.ok(alice.put(relationship + "/Terminate"));
        BizTest.ok(alice.put(relationship + "/Reactivate"));
        sync();
        BizTest.ok(bob.put(relationship + "/Reactivate/Accept"));
        sync();
        b.data().isDeleted();
        sync();
        BizTest.ok(alice.put(relationship + "/Terminate"));
        BizTest.none(alice.delete(relationship));
        sync();
    }
}
