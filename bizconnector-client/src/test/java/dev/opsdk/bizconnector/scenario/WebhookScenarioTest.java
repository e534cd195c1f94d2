package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.WebhookKey;
import dev.opsdk.bizconnector.WebhookReceiver;
import dev.opsdk.bizconnector.model.attribute.Confidentiality;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;
import dev.opsdk.bizconnector.model.attribute.LocalAttributeType;
import dev.opsdk.bizconnector.model.attribute.RelationshipAttribute;
import dev.opsdk.bizconnector.model.attribute.identity.GivenName;
import dev.opsdk.bizconnector.model.attribute.relationship.ProprietaryString;
import dev.opsdk.bizconnector.model.event.ConnectorEvent;
import dev.opsdk.bizconnector.model.event.NoData;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.bizconnector.model.event.UnknownEventData;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.request.CreateAttributeRequestItem;
import dev.opsdk.bizconnector.model.request.DecideItem;
import dev.opsdk.bizconnector.model.request.LocalRequest;
import dev.opsdk.bizconnector.model.request.Request;
import dev.opsdk.bizconnector.model.request.RequestItem;
import dev.opsdk.bizconnector.model.request.RequestStatus;
import dev.opsdk.bizconnector.model.request.ShareCredentialOfferRequestItem;
import dev.opsdk.bizconnector.model.request.TransferFileOwnershipRequestItem;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.bizconnector.model.template.RelationshipTemplateContent;
import dev.opsdk.core.Secret;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.bizconnector.WebhookTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that makes an event, heard by the receiver. */
class WebhookScenarioTest extends SimulatedConnectors {
    private static final Secret KEY = Secret.of("webhook-secret-123");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebhookReceiver receiver = closing(WebhookReceiver.start(0, Optional.of(WebhookKey.of(KEY))));
    private final BizConnectorSimulator sim = start(BizConnectorSimulator.builder()
            .debug(true)
            .webhook(WebhookTarget.of(receiver.url() + "{{trigger}}").apiKey(KEY.reveal())));
    private final SimConnector a = sim.connector(0);
    private final SimConnector b = sim.connector(1);
    private final BizConnectorClient alice = client(sim, a);
    private final BizConnectorClient bob = client(sim, b);

    private void sync() {
        alice.account().sync();
        bob.account().sync();
        alice.account().sync();
    }

    private String name() {
        return bob.attributes().ownIdentity(f -> {}).list().get(0).id();
    }

    private void decide(DecideItem decision) {
        LocalRequest request = bob.requests()
                .incoming()
                .all(f -> f.status().is(RequestStatus.Known.MANUAL_DECISION_REQUIRED))
                .list()
                .get(0);
        bob.requests().incoming().accept(request.id(), decision);
        sim.advance(Duration.ofSeconds(1));
        sync();
    }

    private void ask(RequestItem item, DecideItem decision) {
        ask(Request.of(item), decision);
    }

    private void ask(Request content, DecideItem decision) {
        LocalRequest request = alice.requests().outgoing().create(b.address(), content);
        alice.messages().send(SendMessage.request(request));
        sync();
        decide(decision);
    }

    private String meet() {
        Request asks = ConversationScenarioTest.asksForAName();
        RelationshipTemplate template = alice.relationshipTemplates()
                .create(t -> t.expiresAt(later(sim))
                        .maxNumberOfAllocations(1)
                        .content(RelationshipTemplateContent.builder()
                                .onNewRelationship(asks)
                                .onExistingRelationship(asks)
                                .build()));
        Secret reference = template.reference().orElseThrow().url();
        bob.relationshipTemplates().load(reference);
        bob.attributes().create(GivenName.of("Bob"));
        decide(DecideItem.shareExisting(name()));
        String id = alice.relationships().list().get(0).id();
        alice.relationships().accept(id);
        sync();
        bob.relationshipTemplates().load(reference);
        decide(DecideItem.shareExisting(name()));
        return id;
    }

    private void talk() {
        String mail = a.data().sendMail(b, "s", "b");
        sync();
        b.data().markAsRead(mail);
        ask(
                ShareCredentialOfferRequestItem.builder()
                        .mustBeAccepted(false)
                        .credentialOfferUrl(Secret.of("openid://x"))
                        .build(),
                DecideItem.accept());
    }

    private void attributes() {
        ask(
                CreateAttributeRequestItem.builder()
                        .mustBeAccepted(true)
                        .attribute(RelationshipAttribute.builder()
                                .owner(b.address())
                                .key("k")
                                .confidentiality(Confidentiality.of(Confidentiality.Known.PUBLIC))
                                .value(ProprietaryString.builder()
                                        .title("t")
                                        .value("v")
                                        .build())
                                .build())
                        .build(),
                DecideItem.accept());
        String own = name();
        b.data().markAsViewed(own);
        String next = bob.attributes()
                .succeed(own, GivenName.of("Robert"))
                .successor()
                .id();
        bob.attributes().notifyPeer(next, a.address());
        sync();
        List<LocalAttribute> known = new ArrayList<>(alice.attributes()
                .all(f -> f.type()
                        .is(LocalAttributeType.Known.PEER_IDENTITY_ATTRIBUTE)
                        .succeededBy()
                        .missing())
                .list());
        known.addAll(alice.attributes()
                .all(f -> f.type().is(LocalAttributeType.Known.PEER_RELATIONSHIP_ATTRIBUTE))
                .list());
        bob.attributes().delete(next);
        sync();
        known.forEach(attribute -> alice.attributes().delete(attribute.id()));
        sync();
        bob.attributes().create(GivenName.of("Bobby"));
        ask(ConversationScenarioTest.asksForAName(), DecideItem.shareExisting(name()));
        alice.attributes()
                .all(f -> f.type().is(LocalAttributeType.Known.PEER_IDENTITY_ATTRIBUTE))
                .list()
                .forEach(attribute -> alice.attributes().delete(attribute.id()));
        sync();
    }

    private void files() {
        File file = alice.files().get(a.data().uploadFile("t.txt", "text/plain", new byte[1]));
        ask(
                TransferFileOwnershipRequestItem.builder()
                        .mustBeAccepted(true)
                        .fileReference(file.reference().orElseThrow().truncated())
                        .ownershipToken(file.ownershipToken().orElseThrow())
                        .build(),
                DecideItem.accept());
        a.data().lockOwnership(file.id());
    }

    private void part(String relationship) {
        b.data().startsDeletion();
        sync();
        b.data().withdrawsDeletion();
        sync();
        alice.relationships().terminate(relationship);
        alice.relationships().reactivate(relationship);
        sync();
        bob.relationships().acceptReactivation(relationship);
        sync();
        b.data().isDeleted();
        sync();
        alice.relationships().terminate(relationship);
        alice.relationships().decompose(relationship);
        alice.identityDeletionProcess().start(1);
        sync();
    }

    @Test
    void everyTriggerArrivesWithDataThatIsKnown() throws InterruptedException {
        String relationship = meet();
        talk();
        attributes();
        files();
        part(relationship);
        int sent = 0;
        for (SimConnector connector : sim.connectors()) {
            assertThat(connector.awaitWebhooks(PATIENCE)).isTrue();
            assertThat(connector.webhookDeliveries())
                    .allSatisfy(each -> assertThat(each.status()).isEqualTo(204));
            sent += connector.webhookDeliveries().size();
        }
        Set<Trigger.Known> heard = EnumSet.noneOf(Trigger.Known.class);
        for (int i = 0; i < sent; i++) {
            WebhookReceiver.Delivery delivery =
                    receiver.await(any -> true, PATIENCE).orElseThrow();
            ConnectorEvent event = delivery.event();
            heard.add(event.trigger().known().orElseThrow());
            assertThat(delivery.correlationId()).isPresent();
            assertThat(event.data()).as("%s", event.trigger()).isNotInstanceOf(UnknownEventData.class);
            assertThat(event.data() instanceof NoData)
                    .as("%s", event.trigger())
                    .isEqualTo(event.trigger().is(Trigger.Known.MODULES_STARTED));
        }
        assertThat(heard).containsExactlyInAnyOrder(Trigger.Known.values());
    }
}
