package dev.opsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.WebhookKey;
import dev.opsdk.bizconnector.WebhookReceiver;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.bizconnector.model.event.Trigger;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.message.SendMessage;
import dev.opsdk.bizconnector.model.relationship.RelationshipStatus;
import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.WebhookTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The README's Java about the Business Connector stands here word for word, and runs. */
class BizConnectorReadmeTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void anOperatorsMorning() {
        try (BizConnectorSimulator sim = BizConnectorSimulator.start()) {
            sim.establishRelationship(sim.connector(0), sim.connector(1));
            sim.connector(0).data().uploadFileExpiring("old.txt", Instant.EPOCH);
            PrintStream before = System.out;
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                morning(sim.connector(0).url(), Secret.of(sim.connector(0).apiKey()));
            } finally {
                System.setOut(before);
            }
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains("healthy {database=HEALTHY")
                    .contains("Plan: deleteOldMaterial")
                    .doesNotContain(sim.connector(0).apiKey());
            assertThat(sim.connector(0).data().files()).isEmpty();
            assertThat(sim.connector(0).data().messages()).hasSize(1);
        }
    }

    private static void morning(String url, Secret key) {
        try (BizConnectorClient connector = BizConnectorClient.connect(url, key)) {
            System.out.println(connector.health());
            CheckReport report = connector.checks().run(o -> o.systems().oldMaterial(Duration.ofDays(30)));
            if (report.worst() == Verdict.FAIL) {
                System.out.println(report);
            }
            Plan cleaning = connector.procedures().deleteOldMaterial(o -> o.most(100));
            System.out.println(cleaning);
            cleaning.confirm(connector.url()).run();
            connector
                    .relationships()
                    .all(f -> f.status().is(RelationshipStatus.Known.ACTIVE))
                    .forEach(r -> connector
                            .messages()
                            .send(SendMessage.mail(Mail.builder()
                                    .addTo(r.peer())
                                    .subject("Maintenance")
                                    .body("We are away from 22:00 to 23:00.")
                                    .build())));
        }
    }

    @Test
    void aMailArrives() throws InterruptedException {
        Secret hook = Secret.of("what-only-the-connector-knows");
        try (WebhookReceiver receiver = WebhookReceiver.start(0, Optional.of(WebhookKey.of(hook)));
                BizConnectorSimulator sim = BizConnectorSimulator.builder()
                        .webhook(WebhookTarget.of(receiver.url()).apiKey(hook.reveal()))
                        .start();
                BizConnectorClient alice = BizConnectorClient.connect(
                        sim.connector(0).url(), sim.connector(0).apiKey())) {
            sim.establishRelationship(sim.connector(0), sim.connector(1));
            sim.connector(1).data().sendMail(sim.connector(0), "Hello", "Are you there?");
            alice.account().sync();
            assertTrue(receiver.await(d -> d.is(Trigger.Known.MAIL_RECEIVED), Duration.ofSeconds(10))
                    .isPresent());
            sim.connector(0).databaseDown();
            assertFalse(alice.health().isHealthy());
        }
    }

    @Test
    void theReadmeSaysWhatRunsHere() throws IOException {
        String here = JavaBlocks.bare(
                Files.readString(Path.of("src/test/java/dev/opsdk/examples/BizConnectorReadmeTest.java")));
        List<String> snippets = JavaBlocks.of(Path.of("../bizconnector-client/README.md")).stream()
                .filter(text -> text.contains("BizConnectorClient"))
                .map(JavaBlocks::bare)
                .toList();
        assertThat(snippets).hasSize(2).allSatisfy(snippet -> assertThat(here).contains(snippet));
    }
}
