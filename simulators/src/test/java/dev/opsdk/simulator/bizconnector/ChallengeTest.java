package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The proof that a connector holds the key of its identity. */
class ChallengeTest extends BizTest {

    private final BizConnectorSimulator sim = start();
    private final BizWire alice = BizWire.of(sim.connector(0));
    private final BizWire bob = BizWire.of(sim.connector(1));

    private static byte[] inside(String encoded, String field) {
        JsonNode json = BizWire.read(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        return Base64.getUrlDecoder().decode(json.get(field).asText());
    }

    private static PublicKey key(byte[] raw) throws Exception {
        byte[] reversed = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            reversed[i] = raw[raw.length - 1 - i];
        }
        boolean odd = (reversed[0] & 0x80) != 0;
        reversed[0] &= 0x7F;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, reversed))));
    }

    @Test
    void theSignatureIsPlainEd25519OverTheText() throws Exception {
        JsonNode identity = ok(alice.get("/Account/IdentityInfo"));
        JsonNode challenge = created(alice.post("/Challenges", "{'challengeType':'Identity'}"));
        assertThat(challenge.get("expiresAt").asText()).isEqualTo("2026-01-15T08:10:00.000Z");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key(inside(identity.get("publicKey").asText(), "pub")));
        signature.update(challenge.get("challengeString").asText().getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(inside(challenge.get("signature").asText(), "sig")))
                .isTrue();
    }

    @Test
    void theAddressFollowsFromThePublicKey() throws Exception {
        JsonNode identity = ok(alice.get("/Account/IdentityInfo"));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] hash = sha256.digest(MessageDigest.getInstance("SHA-512")
                .digest(inside(identity.get("publicKey").asText(), "pub")));
        String start = "did:e:localhost:dids:" + HexFormat.of().formatHex(hash, 0, 10);
        byte[] check = sha256.digest(start.getBytes(StandardCharsets.UTF_8));
        assertThat(identity.get("address").asText())
                .isEqualTo(start + HexFormat.of().formatHex(check, 0, 1));
    }

    @Test
    void aPeerCanCheckAChallengeButNobodyTheOwn() {
        JsonNode challenge = created(alice.post("/Challenges", "{'challengeType':'Device'}"));
        String body = "{\"challengeString\":" + challenge.get("challengeString") + ",\"signature\":"
                + challenge.get("signature") + "}";
        failed(alice.post("/Challenges/Validate", body), 404, "error.transport.recordNotFound");
        failed(bob.post("/Challenges/Validate", body), 404, "error.transport.recordNotFound");
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        JsonNode valid = ok(bob.post("/Challenges/Validate", body));
        assertThat(valid.get("isValid").asBoolean()).isTrue();
        assertThat(valid.at("/correspondingRelationship/peer").asText())
                .isEqualTo(sim.connector(0).address());
        assertThat(ok(bob.post("/Challenges/Validate", body.replace("Device", "Devise")))
                        .get("isValid")
                        .asBoolean())
                .isFalse();
        failed(
                bob.post("/Challenges/Validate", "{'challengeString':'{}','signature':'xx'}"),
                400,
                "error.runtime.challenges.invalidSignature");
    }

    @Test
    void aChallengeAboutARelationshipNeedsAnActiveOne() {
        failed(
                alice.post("/Challenges", "{'challengeType':'Relationship'}"),
                400,
                "error.runtime.validation.invalidPropertyValue");
        failed(
                alice.post("/Challenges", "{'challengeType':'Relationship','relationship':'RELabcdefghijklmnopq'}"),
                404,
                "error.runtime.recordNotFound");
        String id = sim.establishRelationship(sim.connector(0), sim.connector(1));
        created(alice.post("/Challenges", "{'challengeType':'Relationship','relationship':'" + id + "'}"));
        ok(alice.put("/Relationships/" + id + "/Terminate"));
        failed(
                alice.post("/Challenges", "{'challengeType':'Relationship','relationship':'" + id + "'}"),
                400,
                "error.transport.challenges.challengeTypeRequiresActiveRelationship");
    }
}
