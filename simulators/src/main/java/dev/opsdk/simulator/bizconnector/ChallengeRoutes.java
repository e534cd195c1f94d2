package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.JsonReader;
import dev.opsdk.simulator.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Texts that only the owner of a key could have signed. */
final class ChallengeRoutes {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Shape CREATE = Shape.of("challengeType!:text relationship:relationship");
    private static final Shape VALIDATE = Shape.of("challengeString!:text signature!:text");

    private ChallengeRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:challenges")
                .json("POST /Challenges", ChallengeRoutes::create)
                .json("POST /Challenges/Validate", ChallengeRoutes::validate);
    }

    private static Answer create(Call call) throws Refusal {
        call.neededBody();
        Doc body = call.body(CREATE);
        String type = body.text("challengeType");
        Node node = call.node();
        int hash = 2;
        switch (type) {
            case "Identity", "Device" -> node.db();
            case "Relationship" -> {
                checkRelationship(node, body);
                hash = 1;
            }
            default -> throw Refusal.invalid("challengeType must be equal to constant");
        }
        node.reach("POST /api/v2/Challenges");
        Doc challenge = Doc.of("createdBy", node.address())
                .with("createdByDevice", node.device())
                .with("expiresAt", World.iso(node.world.clock.now().plus(LIFETIME)))
                .with("id", node.newId("CHL"))
                .with("type", type);
        String text = JsonWriter.write(challenge);
        return Answer.created(Doc.of("id", challenge.get("id"))
                .with("expiresAt", challenge.get("expiresAt"))
                .with("createdBy", node.address())
                .with("createdByDevice", node.device())
                .with("type", type)
                .with("signature", node.identity().sign(text, hash))
                .with("challengeString", text));
    }

    private static void checkRelationship(Node node, Doc body) throws Refusal {
        if (!body.has("relationship")) {
            throw Refusal.invalid("must have required property 'relationship'");
        }
        Doc relationship = node.db().relationships.get(body.text("relationship"));
        if (relationship == null) {
            throw Refusal.missing("Relationship");
        }
        if (!relationship.text("status").equals("Active")) {
            throw Refusal.core(
                    "error.transport.challenges.challengeTypeRequiresActiveRelationship",
                    "The challenge type Relationship requires an active Relationship.");
        }
    }

    private static Answer validate(Call call) throws Refusal {
        Doc body = call.body(VALIDATE);
        Node node = call.node();
        String text = body.text("challengeString");
        String creator = object(text, "challenges.invalidChallengeString", "The challengeString is invalid.")
                .text("createdBy");
        byte[] signed = signature(body.text("signature"));
        node.db();
        Doc relationship = node.activeRelationshipTo(creator)
                .orElseThrow(
                        () -> Refusal.core("error.transport.recordNotFound", "'Relationship' not found.", creator));
        boolean valid = node.world
                .node(creator)
                .map(peer -> peer.identity().verifies(text, signed))
                .orElse(false);
        return Answer.ok(Doc.of("isValid", valid, "correspondingRelationship", relationship));
    }

    private static byte[] signature(String encoded) throws Refusal {
        String code = "challenges.invalidSignature";
        String message = "The signature is invalid.";
        try {
            String json = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Base64.getUrlDecoder().decode(object(json, code, message).text("sig"));
        } catch (IllegalArgumentException e) {
            throw Refusal.rule("error.runtime." + code, message);
        }
    }

    private static Doc object(String json, String code, String message) throws Refusal {
        try {
            if (Doc.deep(JsonReader.first(json)) instanceof Doc doc) {
                return doc;
            }
        } catch (JsonException e) {
            throw Refusal.rule("error.runtime." + code, message);
        }
        throw Refusal.rule("error.runtime." + code, message);
    }
}
