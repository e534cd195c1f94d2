package dev.opsdk.examples;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.WebhookKey;
import dev.opsdk.bizconnector.WebhookReceiver;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.IdentityKey;
import dev.opsdk.bizconnector.assess.IdentityPin;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.bizconnector.check.Checks;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.account.IdentityInfo;
import dev.opsdk.bizconnector.model.challenge.SignedChallenge;
import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.relationship.Relationship;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipCreationContent;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipTemplateContent;
import dev.opsdk.bizconnector.model.template.CreationContent;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;
import dev.opsdk.bizconnector.model.template.TemplateContent;
import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.DatabaseSnapshot;
import dev.opsdk.simulator.bizconnector.SimConnector;
import dev.opsdk.simulator.bizconnector.WebhookTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Two Business Connectors: they meet, one falls ill, starts as somebody else, and is tidied up. */
final class BizConnectorChapter {
    private static final Secret WEBHOOK_KEY = Secret.of("tour-password-of-the-webhook");

    private final Screen screen;

    BizConnectorChapter(Screen screen) {
        this.screen = screen;
    }

    void run() {
        try (WebhookReceiver receiver = WebhookReceiver.start(0, Optional.of(WebhookKey.of(WEBHOOK_KEY)));
                BizConnectorSimulator sim = BizConnectorSimulator.builder()
                        .syncEvery(Duration.ofMinutes(5))
                        .webhook(WebhookTarget.of(receiver.url() + "{{trigger}}")
                                .triggers("transport.messageReceived")
                                .apiKey(WEBHOOK_KEY.reveal()))
                        .start();
                BizConnectorClient shop = client(sim, sim.connector(0));
                BizConnectorClient bank = client(sim, sim.connector(1))) {
            screen.chapter("Business Connector: two simulated connectors, and a Backbone between them");
            meet(shop, bank);
            write(shop, bank, receiver);
            prove(shop, sim.connector(0));
            fallIll(shop, bank, sim);
            tidy(shop, sim);
        }
    }

    private static BizConnectorClient client(BizConnectorSimulator sim, SimConnector connector) {
        return BizConnectorClient.builder()
                .url(connector.url())
                .apiKey(Secret.of(connector.apiKey()))
                .timeSource(TimeSource.simulated(sim.clock()::now, sim::advance))
                .build();
    }

    private void meet(BizConnectorClient shop, BizConnectorClient bank) {
        screen.say("A shop offers a relationship, a bank takes the offer up, the shop agrees.");
        TemplateContent offer = ArbitraryRelationshipTemplateContent.builder()
                .value(FreeJson.of(Map.of("offer", "invoices by message")))
                .build();
        CreationContent greeting = ArbitraryRelationshipCreationContent.builder()
                .value(FreeJson.of(Map.of()))
                .build();
        Instant inAMonth = shop.timeSource().now().plus(Duration.ofDays(30));
        screen.code("shop.relationshipTemplates().create(t -> t.content(offer).expiresAt(inAMonth))");
        RelationshipTemplate template =
                shop.relationshipTemplates().create(t -> t.content(offer).expiresAt(inAMonth));
        screen.show(template);
        screen.code(
                "Secret reference = template.reference().orElseThrow().truncated()     // holds a key, so it is masked");
        Secret reference = template.reference().orElseThrow().truncated();
        screen.show(reference);
        screen.code("bank.relationshipTemplates().load(reference)");
        screen.show(bank.relationshipTemplates().load(reference));
        screen.code("Relationship asked = bank.relationships().create(template.id(), greeting)");
        Relationship asked = bank.relationships().create(template.id(), greeting);
        screen.show(asked);
        screen.code("shop.account().sync()     // nothing reaches a connector before it syncs");
        shop.account().sync();
        screen.code("shop.relationships().accept(asked.id())");
        screen.show(shop.relationships().accept(asked.id()));
        screen.code("bank.account().sync()");
        bank.account().sync();
        screen.code("bank.relationships().get(asked.id())");
        screen.show(bank.relationships().get(asked.id()));
    }

    private void write(BizConnectorClient shop, BizConnectorClient bank, WebhookReceiver receiver) {
        screen.say("The bank writes a mail. The shop's webhook tells that it came, and which call brought it.");
        Mail mail = Mail.builder()
                .addTo(shop.account().identityInfo().address())
                .subject("Your account")
                .body("It is open.")
                .build();
        screen.code("bank.messages().send(SendMessage.mail(mail))");
        screen.show(bank.messages().send(SendMessage.mail(mail)));
        screen.code("shop.withCorrelationId(\"morning-round\").account().sync()");
        shop.withCorrelationId("morning-round").account().sync();
        screen.code("receiver.await(d -> d.is(Trigger.Known.MESSAGE_RECEIVED), tenSeconds)");
        screen.show(awaited(receiver, Duration.ofSeconds(10))
                .map(came ->
                        came.event().trigger() + ", by " + came.correlationId().orElse("nobody"))
                .orElse("nothing came"));
        Consumer<Object> print = screen::show;
        screen.code(
                "shop.messages().all(f -> f.isOwn().is(false)).forEach(m -> print.accept(m.content()))     // as they come, for lists of any size");
        shop.messages().all(f -> f.isOwn().is(false)).forEach(m -> print.accept(m.content()));
    }

    private static Optional<WebhookReceiver.Delivery> awaited(WebhookReceiver receiver, Duration tenSeconds) {
        try {
            return receiver.await(d -> d.is(Trigger.Known.MESSAGE_RECEIVED), tenSeconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void prove(BizConnectorClient shop, SimConnector connector) {
        screen.say(
                "Does the shop's connector hold the private key of its identity? It signs, and the JDK alone verifies the signature.");
        screen.code("IdentityInfo identity = shop.account().identityInfo()");
        IdentityInfo identity = shop.account().identityInfo();
        screen.show(identity.address());
        screen.code("IdentityKey key = IdentityKey.parse(identity.publicKey())");
        IdentityKey key = IdentityKey.parse(identity.publicKey());
        screen.show(key);
        screen.code("key.belongsTo(identity.address())");
        screen.good(String.valueOf(key.belongsTo(identity.address())));
        screen.code("SignedChallenge signed = shop.challenges().createForIdentity()");
        SignedChallenge signed = shop.challenges().createForIdentity();
        screen.show(signed);
        screen.code("key.verifies(signed.challengeString(), signed.signature())");
        screen.good(String.valueOf(key.verifies(signed.challengeString(), signed.signature())));
        screen.say("Now somebody mistypes dbName. The connector makes a new identity, and calls itself healthy:");
        IdentityPin pin = new IdentityPin(identity.address(), identity.publicKey());
        DatabaseSnapshot backup = connector.snapshot();
        connector.loseDatabase();
        connector.restart();
        screen.code("shop.health()");
        screen.show(shop.health());
        screen.code("shop.checks().keyMaterial(o -> o.pin(pin).proveKey())     // the pin was kept from before");
        screen.bad(shop.checks().keyMaterial(o -> o.pin(pin).proveKey()).toString());
        screen.say("With the right database:");
        connector.restoreDatabaseFrom(backup);
        connector.restart();
        screen.code("shop.checks().keyMaterial(o -> o.pin(pin).proveKey()).verdict()");
        screen.good(
                shop.checks().keyMaterial(o -> o.pin(pin).proveKey()).verdict().toString());
    }

    private void fallIll(BizConnectorClient shop, BizConnectorClient bank, BizConnectorSimulator sim) {
        screen.say(
                "The shop's database goes down. The server calls that a bad request, 400; the client does not believe it.");
        sim.connector(0).databaseDown();
        screen.code("shop.messages().list()");
        try {
            screen.show(shop.messages().list());
        } catch (OpsException e) {
            screen.bad(String.valueOf(e.getMessage()));
            screen.code("ConnectorError.of(e).map(ConnectorError::kind)");
            screen.bad(ConnectorError.of(e)
                    .map(ConnectorError::kind)
                    .map(Object::toString)
                    .orElse("no error of the server"));
        }
        screen.code("shop.health()     // a status 500, and a report nevertheless");
        screen.bad(shop.health().toString());
        screen.say("Both connectors at once, 42 minutes later:");
        sim.advance(Duration.ofMinutes(42));
        screen.code("Checks.each(Map.of(\"shop\", shop, \"bank\", bank), o -> {})");
        Results<String, CheckReport> reports = Checks.each(Map.of("shop", shop, "bank", bank), o -> {});
        screen.table(
                List.of("CONNECTOR", "WORST", "FAILED", "NOBODY CAN SAY"),
                List.of(row("shop", reports.get("shop")), row("bank", reports.get("bank"))));
        checkAll(shop, sim.connector(0));
        sim.connector(0).databaseUp();
        sim.connector(0).restart();
    }

    private static List<String> row(String name, CheckReport report) {
        return List.of(name, report.worst().toString(), checks(report, Verdict.FAIL), checks(report, Verdict.UNKNOWN));
    }

    private static String checks(CheckReport report, Verdict verdict) {
        String names = report.with(verdict).stream().map(CheckFinding::check).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private void checkAll(BizConnectorClient shop, SimConnector connector) {
        Path log = temporary(connector.logs());
        try {
            List<String> tags = List.of("7.4.6", "7.5.0");
            screen.say("The sick one in full, with its log and the systems around it: what was seen, and what to do.");
            screen.code("shop.checks().run(o -> o.logs(log).tags(tags).systems())");
            screen.show(shop.checks().run(o -> o.logs(log).tags(tags).systems()));
        } finally {
            delete(log);
        }
    }

    private void tidy(BizConnectorClient shop, BizConnectorSimulator sim) {
        screen.say(
                "The database is back. 40 days later: what does the shop keep that nobody needs, or nobody looked at?");
        Instant inAWeek = sim.clock().now().plus(Duration.ofDays(7));
        sim.connector(0).data().uploadFileExpiring("offer.txt", inAWeek);
        sim.advance(Duration.ofDays(40));
        screen.code("shop.checks().oldMaterial(Duration.ofDays(30))");
        shop.checks().oldMaterial(Duration.ofDays(30)).forEach(screen::show);
        screen.say("A deletion is a plan, to be read before it is run, and confirmed by name.");
        screen.code("Plan plan = shop.procedures().deleteOldMaterial(o -> {})     // only reads");
        Plan plan = shop.procedures().deleteOldMaterial(o -> {});
        screen.show(plan);
        screen.code("plan.confirm(shop.url()).run()");
        screen.show(plan.confirm(shop.url()).run());
    }

    private static Path temporary(String text) {
        try {
            return Files.writeString(Files.createTempFile("opsdk-tour-", ".log"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
