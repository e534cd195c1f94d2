package dev.opsdk.bizconnector.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IdentityKeyTest {
    private static final JsonNode IDENTITY =
            Recorded.body("201-account-identity-info").path("result");
    private static final JsonNode OTHER =
            Recorded.body("202-account-identity-info-q").path("result");
    private static final JsonNode CHALLENGE =
            Recorded.body("247-challenge-create-identity").path("result");
    private static final String ADDRESS = IDENTITY.path("address").asText();
    private static final String KEY = IDENTITY.path("publicKey").asText();
    private static final String SIGNED = CHALLENGE.path("challengeString").asText();
    private static final String SIGNATURE = CHALLENGE.path("signature").asText();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aRecordedSignatureVerifies() {
        assertThat(IdentityKey.parse(KEY).verifies(SIGNED, SIGNATURE)).isTrue();
    }

    @Test
    void nothingElseVerifies() {
        assertThat(IdentityKey.parse(KEY).verifies(SIGNED + " ", SIGNATURE)).isFalse();
        assertThat(IdentityKey.parse(OTHER.path("publicKey").asText()).verifies(SIGNED, SIGNATURE))
                .isFalse();
        JsonNode device = Recorded.body("248-challenge-create-device").path("result");
        assertThat(IdentityKey.parse(KEY)
                        .verifies(
                                device.path("challengeString").asText(),
                                device.path("signature").asText()))
                .as("the device signs with a key of its own")
                .isFalse();
    }

    @Test
    void recordedAddressesWereMadeFromTheirKeys() {
        assertThat(IdentityKey.parse(KEY).belongsTo(ADDRESS)).isTrue();
        assertThat(IdentityKey.parse(KEY).address("localhost")).isEqualTo(ADDRESS);
        assertThat(IdentityKey.parse(OTHER.path("publicKey").asText())
                        .belongsTo(OTHER.path("address").asText()))
                .isTrue();
        for (String support : new String[] {"010-support", "103-prod-support-mongodb"}) {
            JsonNode identity = Recorded.body(support).path("identityInfo");
            assertThat(IdentityKey.parse(identity.path("publicKey").asText())
                            .belongsTo(identity.path("address").asText()))
                    .isTrue();
        }
    }

    @Test
    void aForeignOrDamagedAddressDoesNotBelong() {
        IdentityKey key = IdentityKey.parse(KEY);
        assertThat(key.belongsTo(OTHER.path("address").asText())).isFalse();
        assertThat(key.belongsTo(ADDRESS.substring(0, ADDRESS.length() - 1) + "0"))
                .isFalse();
        assertThat(key.belongsTo("")).isFalse();
        assertThat(key.belongsTo(ADDRESS.replace("localhost", "example.org"))).isFalse();
    }

    @Test
    void whatIsNoKeySaysWhyAndQuotesNothing() {
        assertThatThrownBy(() -> IdentityKey.parse("!!!"))
                .hasMessage("the public key is not base64url of a JSON object");
        assertThatThrownBy(() -> IdentityKey.parse(encode("{\"pub\":\"AAAA\",\"alg\":3}")))
                .hasMessageContaining("has 3 bytes, where 32 were expected");
        assertThatThrownBy(() -> IdentityKey.parse(encode("{\"pub\":\"AAAA\",\"alg\":1}")))
                .hasMessageContaining("alg is 1");
        assertThatThrownBy(() -> IdentityKey.parse(encode("{\"pub\":\"AAAA\",\"alg\":\"geheim\"}")))
                .hasMessageContaining("alg is no number");
        assertThatThrownBy(() -> IdentityKey.parse(KEY).verifies("x", encode("{\"sig\":\"AAAA\"}")))
                .hasMessageContaining("64");
    }

    @Property(tries = 200)
    void noTextBreaksTheReader(@ForAll String text) {
        assertThatThrownBy(() -> IdentityKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void noSignatureOfTheRightSizeBreaksTheProof(@ForAll @Size(64) List<Byte> each) {
        byte[] bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = each.get(i);
        }
        String forged =
                encode("{\"sig\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\"}");
        assertThat(IdentityKey.parse(KEY).verifies(SIGNED, forged)).isFalse();
    }

    @Test
    void pinnedAndProvedIsInOrder() {
        CheckFinding finding = KeyMaterialAssessment.of(
                ADDRESS, KEY, Optional.of(new IdentityPin(ADDRESS, KEY)), Optional.of(proof(SIGNED)));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.seen("signature")).contains("verifies");
    }

    @Test
    void anotherIdentityThanThePinnedOneIsCaught() {
        CheckFinding finding = KeyMaterialAssessment.of(
                OTHER.path("address").asText(),
                OTHER.path("publicKey").asText(),
                Optional.of(new IdentityPin(ADDRESS, KEY)),
                Optional.empty());
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.advice().get(0)).contains("dbName");
    }

    @Test
    void aProofThatDoesNotVerifyFails() {
        assertThat(KeyMaterialAssessment.of(ADDRESS, KEY, Optional.empty(), Optional.of(proof(SIGNED + "x")))
                        .summary())
                .contains("cannot sign");
    }

    @Test
    void withoutPinAndProofTheCheckSaysWhatItCannotKnow() {
        CheckFinding finding = KeyMaterialAssessment.of(ADDRESS, KEY, Optional.empty(), Optional.empty());
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.cannotKnow()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aKeyThatIsNoneFailsBeforeAnythingIsProved() {
        CheckFinding finding =
                KeyMaterialAssessment.of(ADDRESS, "no key", Optional.empty(), Optional.of(proof(SIGNED)));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.seen("signature")).isEmpty();
    }

    @Test
    void anotherKeyAtThePinnedAddressIsNotAnotherIdentity() {
        assertThat(KeyMaterialAssessment.of(
                                ADDRESS, KEY, Optional.of(new IdentityPin(ADDRESS, "another key")), Optional.empty())
                        .summary())
                .isEqualTo("the address is the pinned one, the public key is not");
        assertThat(KeyMaterialAssessment.of(
                                ADDRESS, KEY, Optional.of(new IdentityPin("did:e:x", KEY)), Optional.empty())
                        .summary())
                .isEqualTo("it has another identity than the pinned one");
    }

    @Test
    void aChallengeOfAnotherIdentityIsAWarning() {
        CheckFinding finding = KeyMaterialAssessment.of(
                ADDRESS,
                KEY,
                Optional.empty(),
                Optional.of(new KeyMaterialAssessment.Proof(SIGNED, SIGNATURE, Optional.of("did:e:x"), NOW)));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.summary()).isEqualTo("the signed challenge names another identity: did:e:x");
        assertThat(KeyMaterialAssessment.of(
                                ADDRESS,
                                KEY,
                                Optional.empty(),
                                Optional.of(new KeyMaterialAssessment.Proof(SIGNED, SIGNATURE, Optional.empty(), NOW)))
                        .verdict())
                .as("an old connector names nobody")
                .isEqualTo(Verdict.PASS);
    }

    private static KeyMaterialAssessment.Proof proof(String text) {
        return new KeyMaterialAssessment.Proof(text, SIGNATURE, Optional.of(ADDRESS), NOW);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
