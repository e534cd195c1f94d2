package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.assess.IdentityKey;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.announcement.Severity;
import dev.opsdk.bizconnector.model.attribute.AttributeSuccession;
import dev.opsdk.bizconnector.model.attribute.IdentityAttribute;
import dev.opsdk.bizconnector.model.attribute.IdentityAttributeQuery;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.bizconnector.model.challenge.SignedChallenge;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.bizconnector.model.file.DownloadInfo;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.message.MessageWithAttachments;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.ReadAttributeRequestItem;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.bizconnector.model.request.RequestStatus;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.bizconnector.model.template.RelationshipTemplateContent;
import dev.opsdk.bizconnector.model.token.Token;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two connectors that do with each other what connectors are for. */
class ConversationScenarioTest extends SimulatedConnectors {
    private final BizConnectorSimulator sim = start();
    private final BizConnectorClient alice = client(sim, 0);
    private final BizConnectorClient bob = client(sim, 1);
    private final String bobsAddress = sim.connector(1).address();

    static Request asksForAName() {
        return Request.of(ReadAttributeRequestItem.builder()
                .mustBeAccepted(true)
                .query(IdentityAttributeQuery.builder().valueType("GivenName").build())
                .build());
    }

    private Secret offer() {
        RelationshipTemplate template = alice.relationshipTemplates()
                .create(t -> t.expiresAt(later(sim))
                        .maxNumberOfAllocations(1)
                        .content(RelationshipTemplateContent.builder()
                                .title("Connect")
                                .onNewRelationship(asksForAName())
                                .build()));
        return template.reference().orElseThrow().url();
    }

    /** From a template to an active relationship. */
    private String meet() {
        bob.relationshipTemplates().load(offer());
        LocalRequest asked = bob.requests()
                .incoming()
                .all(f -> f.status().is(RequestStatus.Known.MANUAL_DECISION_REQUIRED))
                .list()
                .get(0);
        LocalAttribute name = bob.attributes().create(GivenName.of("Bob"));
        DecideItem yes = DecideItem.shareExisting(name.id());
        assertThat(bob.requests().incoming().canAccept(asked.id(), yes).isSuccess())
                .isTrue();
        assertThat(bob.requests().incoming().accept(asked.id(), yes).status().is(RequestStatus.Known.DECIDED))
                .isTrue();
        sim.advance(Duration.ofSeconds(1));
        alice.account().sync();
        Relationship pending = alice.relationships()
                .all(f -> f.status().is(RelationshipStatus.Known.PENDING))
                .list()
                .get(0);
        assertThat(alice.relationships().accept(pending.id()).status().is(RelationshipStatus.Known.ACTIVE))
                .isTrue();
        bob.account().sync();
        return pending.id();
    }

    @Test
    void aTemplateARequestAndItsAnswerMakeARelationship() {
        String id = meet();
        assertThat(bob.relationships().get(id).status().is(RelationshipStatus.Known.ACTIVE))
                .isTrue();
        assertThat(alice.attributes().peer(bobsAddress, f -> {}).list())
                .extracting(LocalAttribute::content)
                .singleElement()
                .isInstanceOfSatisfying(
                        IdentityAttribute.class,
                        shared -> assertThat(shared.value()).isEqualTo(GivenName.of("Bob")));
        assertThat(alice.requests().outgoing().list())
                .singleElement()
                .satisfies(request -> assertThat(request.status().is(RequestStatus.Known.COMPLETED))
                        .isTrue());
        assertThat(bob.relationships().attributes(id)).isNotEmpty();
    }

    @Test
    void aMessageTakesItsAttachmentAlong() {
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        byte[] content = "Grüße".getBytes(StandardCharsets.UTF_8);
        File file = alice.files()
                .upload(FileUpload.of("grüße.txt", content)
                        .mimeType("text/plain")
                        .title("Title")
                        .tag("x:one")
                        .build());
        alice.messages()
                .send(SendMessage.builder()
                        .addRecipients(bobsAddress)
                        .addAttachments(file.id())
                        .content(Mail.builder()
                                .addTo(bobsAddress)
                                .subject("Hello")
                                .body("See the attachment")
                                .build())
                        .build());
        assertThat(bob.messages().list()).as("nothing arrives before a sync").isEmpty();
        bob.account().sync();
        String id = bob.messages()
                .all(f -> f.isOwn().is(false).attachments().some())
                .list()
                .get(0)
                .id();
        MessageWithAttachments message = bob.messages().get(id);
        assertThat(message.content())
                .isInstanceOfSatisfying(
                        Mail.class, mail -> assertThat(mail.body()).isEqualTo("See the attachment"));
        assertThat(message.attachments()).extracting(File::id).containsExactly(file.id());
        assertThat(bob.messages().attachment(id, file.id()).filename()).contains("grüße.txt");
        assertThat(bob.messages().download(id, file.id()).bytes()).isEqualTo(content);
        assertThat(bob.messages().download(id, file.id()).info())
                .isEqualTo(new DownloadInfo(Optional.of("grüße.txt"), Optional.of("text/plain"), content.length));
    }

    @Test
    void anAttributeIsSharedSucceededAndDeletedOnBothSides() {
        meet();
        LocalAttribute name = bob.attributes().ownIdentity(f -> {}).list().get(0);
        OpsException twice = fails(OpsException.class, () -> bob.attributes().create(GivenName.of("Bob")));
        assertThat(kind(twice)).isEqualTo(ErrorKind.ALREADY_THERE);
        AttributeSuccession succession = bob.attributes().succeed(name.id(), GivenName.of("Robert"));
        String next = succession.successor().id();
        assertThat(bob.attributes().versions(next)).hasSize(2);
        bob.attributes().notifyPeer(next, sim.connector(0).address());
        alice.account().sync();
        assertThat(alice.attributes()
                        .peer(bobsAddress, f -> f.onlyLatestVersions(true))
                        .list())
                .singleElement()
                .satisfies(known -> assertThat(known.content().toString()).contains("Robert"));
        assertThat(bob.attributes().forwardingDetails(next, f -> {}).list()).hasSize(1);
        assertThat(bob.attributes().sharedVersions(next, sim.connector(0).address(), false))
                .hasSize(2);
        assertThat(bob.attributes().delete(next).notificationIds()).hasSize(1);
        alice.account().sync();
        assertThat(alice.attributes().peer(bobsAddress, f -> f.inDeletion(true)).list())
                .isNotEmpty();
        fails(NotFoundException.class, () -> bob.attributes().get(next));
    }

    @Test
    void aReferenceIsAPictureToo() {
        File file = alice.files().upload(FileUpload.of("a.txt", new byte[] {1}).build());
        Token token = alice.tokens()
                .create(t -> t.content(FreeJson.of(Map.of("a", 1))).expiresAt(later(sim)));
        assertThat(List.of(
                        alice.files().qrCode(file.id()).png(),
                        alice.tokens().qrCode(token.id()).png(),
                        alice.files().createTokenQrCode(file.id(), o -> {}).png()))
                .allSatisfy(png -> assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII))
                        .isEqualTo("PNG"));
    }

    @Test
    void aTokenWithAPasswordOpensOnlyWithIt() {
        Secret password = Secret.of("Zq7-open-sesame");
        Token token = alice.tokens()
                .create(t -> t.content(FreeJson.of(Map.of("a", 1)))
                        .expiresAt(later(sim))
                        .passwordProtection(PasswordProtection.password(password)));
        Secret reference = token.reference().orElseThrow().url();
        OpsException without = fails(OpsException.class, () -> bob.tokens().load(reference));
        OpsException wrong =
                fails(OpsException.class, () -> bob.tokens().load(reference, Secret.of("Zq7-wrong-password")));
        assertThat(List.of(without.toString(), wrong.toString()))
                .noneMatch(text -> text.contains(reference.reveal()) || text.contains("Zq7-"));
        assertThat(bob.tokens()
                        .load(reference, password)
                        .content()
                        .node()
                        .path("a")
                        .asInt())
                .isEqualTo(1);
        assertThat(bob.tokens().peer(f -> {}).list()).hasSize(1);
        alice.tokens().delete(token.id());
        fails(NotFoundException.class, () -> alice.tokens().get(token.id()));
    }

    @Test
    void aChallengeIsProvedByTheKeyAndValidatedByThePeer() {
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        SignedChallenge signed = alice.challenges().createForIdentity();
        IdentityKey key = IdentityKey.parse(alice.account().identityInfo().publicKey());
        assertThat(key.verifies(signed.challengeString(), signed.signature())).isTrue();
        assertThat(key.verifies(signed.challengeString() + " ", signed.signature()))
                .isFalse();
        assertThat(IdentityKey.parse(bob.account().identityInfo().publicKey())
                        .verifies(signed.challengeString(), signed.signature()))
                .isFalse();
        assertThat(bob.challenges().validate(signed).isValid()).isTrue();
        assertThat(bob.challenges().validate(signed).correspondingRelationship().map(Relationship::peer))
                .contains(sim.connector(0).address());
        fails(NotFoundException.class, () -> alice.challenges().validate(signed));
    }

    @Test
    void theBackbonesOperatorIsHeard() {
        assertThat(alice.announcements().list("en")).isEmpty();
        sim.backbone().announce("High", "Maintenance", "Tonight");
        assertThat(alice.announcements().list("en")).singleElement().satisfies(each -> {
            assertThat(each.title()).contains("Maintenance");
            assertThat(each.severity())
                    .hasValueSatisfying(
                            how -> assertThat(how.is(Severity.Known.HIGH)).isTrue());
        });
    }

    @Test
    void whatIsKeptBesideAnIdentityIsReadReplacedAndRemoved() {
        String own = sim.connector(0).address();
        alice.identityMetadata().put(own, "crm", FreeJson.of(Map.of("id", 7)));
        alice.identityMetadata().put(own, "crm", FreeJson.of(Map.of("id", 8)));
        assertThat(alice.identityMetadata().get(own, "crm").value()).isEqualTo(FreeJson.of(Map.of("id", 8)));
        alice.identityMetadata().delete(own, "crm");
        fails(NotFoundException.class, () -> alice.identityMetadata().get(own, "crm"));
    }
}
