package dev.opsdk.bizconnector.assess;

import java.time.Instant;
import java.util.Optional;

/** Whether a connector has the identity that it should have, and the private key to it. */
public final class KeyMaterialAssessment {
    private static final String READ = "GET /api/core/v1/Account/IdentityInfo";
    private static final String CHECK = "key material";

    private KeyMaterialAssessment() {}

    /**
     * What was signed to prove that the private key is there.
     *
     * @param challengeString what was signed
     * @param signature the signature, as the connector gives it
     * @param createdBy the identity that the challenge names; empty when it names none
     * @param readAt when it came
     */
    public record Proof(String challengeString, String signature, Optional<String> createdBy, Instant readAt) {}

    /**
     * Judges an identity.
     *
     * @param address the connector's address
     * @param publicKey the connector's public key
     * @param pin what it must be; empty when nobody wrote that down
     * @param proof a signed challenge of the type Identity; empty when none was asked for
     * @return a finding named {@code key material}
     */
    public static CheckFinding of(String address, String publicKey, Optional<IdentityPin> pin, Optional<Proof> proof) {
        CheckFinding.Builder finding = CheckFinding.of(CHECK).seen("address", address, READ);
        pin(address, publicKey, pin, finding);
        IdentityKey key;
        try {
            key = IdentityKey.parse(publicKey);
        } catch (IllegalArgumentException e) {
            return finding.fail(String.valueOf(e.getMessage())).build();
        }
        finding.seen("public key", key, READ);
        if (key.belongsTo(address)) {
            finding.pass("address and public key belong together");
        } else {
            finding.fail("the address was not made from the public key")
                    .advice("do not trust this identity: compare database and Backbone with a backup");
        }
        proof.ifPresentOrElse(
                each -> prove(address, key, each, finding),
                () -> finding.cannotKnow("whether the private key is there: no signature was asked for"));
        return finding.cannotKnow("whether somebody else has a copy of the private key")
                .build();
    }

    private static void pin(String address, String publicKey, Optional<IdentityPin> pin, CheckFinding.Builder finding) {
        if (pin.isEmpty()) {
            finding.cannotKnow("whether it is the identity that it should be: none is pinned")
                    .advice("write the address and the public key down, and pin them");
            return;
        }
        IdentityPin expected = pin.get();
        if (expected.address().equals(address) && expected.publicKey().equals(publicKey)) {
            finding.pass("it is the pinned identity");
        } else {
            finding.seen("pinned address", expected.address(), "pin")
                    .fail(
                            expected.address().equals(address)
                                    ? "the address is the pinned one, the public key is not"
                                    : "it has another identity than the pinned one")
                    .advice(
                            "stop it before it is used: a changed database.dbName or a wrong backup silently makes a new "
                                    + "identity, and the relationships stay with the old one");
        }
    }

    private static void prove(String address, IdentityKey key, Proof proof, CheckFinding.Builder finding) {
        String source = "POST /api/core/v1/Challenges";
        try {
            if (!key.verifies(proof.challengeString(), proof.signature())) {
                finding.fail("it cannot sign for this identity: the signature does not verify against the public key")
                        .advice("restore the database from a backup that has this identity's secrets");
                return;
            }
        } catch (IllegalArgumentException e) {
            finding.fail(String.valueOf(e.getMessage()));
            return;
        }
        finding.seen("signature", "verifies", proof.readAt(), source);
        if (proof.createdBy().filter(by -> !by.equals(address)).isPresent()) {
            finding.warn("the signed challenge names another identity: "
                    + proof.createdBy().get());
        } else {
            finding.pass(
                    "it signs with the private key of this identity, so the database is readable and its secrets decrypt");
        }
    }
}
