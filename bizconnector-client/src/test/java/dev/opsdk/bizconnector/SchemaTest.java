package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every body that is sent is one that the server's own schema allows. The schemas are not ours to copy, so the test looks for them
 * beside the working copy and says when they are not there.
 */
class SchemaTest {
    private static final String FILE = "shared/contracts/bizconnector-request-schemas.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Operation to schema, and what the server's route adds to the body. */
    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("can create attribute", "CanCreateOwnIdentityAttributeRequest"),
            Map.entry("create attribute", "CreateOwnIdentityAttributeRequest"),
            Map.entry("succeed attribute", "SucceedOwnIdentityAttributeRequest predecessorId ATT2f5FJiEmDQD6pQ1FK"),
            Map.entry(
                    "notify peer about succession",
                    "NotifyPeerAboutOwnIdentityAttributeSuccessionRequest attributeId ATT2f5FJiEmDQD6pQ1FK"),
            Map.entry("execute identity attribute query", "ExecuteIdentityAttributeQueryRequest"),
            Map.entry("execute relationship attribute query", "ExecuteRelationshipAttributeQueryRequest"),
            Map.entry("execute third party attribute query", "ExecuteThirdPartyRelationshipAttributeQueryRequest"),
            Map.entry("execute IQL query", "ExecuteIQLQueryRequest"),
            Map.entry("validate IQL query", "ValidateIQLQueryRequest"),
            Map.entry("send backbone notification", "SendBackboneNotificationRequest"),
            Map.entry("create challenge", "CreateChallengeRequest"),
            Map.entry("validate challenge", "ValidateChallengeRequest"),
            Map.entry("create file token", "CreateTokenForFileRequest fileId FILu9bJz9CVMQ8XNevb7"),
            Map.entry("put identity metadata", "UpsertIdentityMetadataRequest"),
            Map.entry("can accept request", "AcceptIncomingRequestRequest requestId REQr3gyqfEJXwITfyFYr"),
            Map.entry("accept request", "AcceptIncomingRequestRequest requestId REQr3gyqfEJXwITfyFYr"),
            Map.entry("reject request", "RejectIncomingRequestRequest requestId REQr3gyqfEJXwITfyFYr"),
            Map.entry("send message", "SendMessageRequest"),
            Map.entry("validate outgoing request", "CanCreateOutgoingRequestRequest"),
            Map.entry("create outgoing request", "CreateOutgoingRequestRequest"),
            Map.entry("create template", "CreateOwnRelationshipTemplateRequest"),
            Map.entry(
                    "create template token",
                    "CreateTokenForOwnRelationshipTemplateRequest templateId RLTRGw99TnL6sepaSDLH"),
            Map.entry("can create relationship", "CanCreateRelationshipRequest"),
            Map.entry("create relationship", "CreateRelationshipRequest"),
            Map.entry("create token", "CreateOwnTokenRequest"));

    @TestFactory
    Stream<DynamicTest> everyBodyIsAllowed() throws Exception {
        Optional<Path> file = schemas();
        assumeTrue(file.isPresent(), "skipped: " + FILE + " is not beside this working copy");
        JsonNode schemas = MAPPER.readTree(file.get().toFile());
        return WireCall.all().stream()
                .filter(call -> SCHEMAS.containsKey(call.operation()))
                .map(call -> DynamicTest.dynamicTest(call.operation(), () -> check(schemas, call)));
    }

    private static void check(JsonNode schemas, WireCall call) throws Exception {
        String[] schema = SCHEMAS.get(call.operation()).split(" ", -1);
        try (Bench bench = new Bench();
                BizConnectorClient connector = bench.client()) {
            bench.answer(
                    call.reply().status(),
                    call.reply().contentType(),
                    call.reply().body());
            assertThat(call.call().apply(connector)).isNotNull();
            ObjectNode body =
                    (ObjectNode) MAPPER.readTree(bench.request().getBody().utf8());
            if (schema.length == 3) {
                body.put(schema[1], schema[2]);
            }
            MiniSchema validator = new MiniSchema(schemas.path(schema[0]));
            assertThat(validator.violations(body)).isEmpty();
            body.put("surprise", 1);
            assertThat(validator.violations(body)).as("the validator validates").isNotEmpty();
        }
    }

    private static Optional<Path> schemas() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE);
            if (Files.isReadable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
