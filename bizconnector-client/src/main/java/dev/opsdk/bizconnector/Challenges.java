package dev.opsdk.bizconnector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.internal.AccountApi;
import dev.opsdk.bizconnector.internal.Bodies;
import dev.opsdk.bizconnector.internal.Readers;
import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.challenge.ChallengeValidation;
import dev.opsdk.bizconnector.model.challenge.SignedChallenge;

/** Proofs that somebody holds an identity's private key. Role: {@link Roles#CHALLENGES}. */
public final class Challenges {
    private final Wire wire;
    private final AccountApi api;

    Challenges(Wire wire) {
        this.wire = wire;
        this.api = wire.api(AccountApi.class);
    }

    /**
     * Signs a challenge with the key of the identity.
     *
     * @return a challenge, good for 10 minutes
     */
    public SignedChallenge createForIdentity() {
        return create(Bodies.challenge("Identity"));
    }

    /**
     * Signs a challenge with the key of the device.
     *
     * @return a challenge, good for 10 minutes
     */
    public SignedChallenge createForDevice() {
        return create(Bodies.challenge("Device"));
    }

    /**
     * Signs a challenge with the key of a relationship.
     *
     * @param relationshipId an active relationship
     * @return a challenge, good for 10 minutes
     */
    public SignedChallenge createForRelationship(String relationshipId) {
        return create(Bodies.challenge("Relationship").put("relationship", Ids.relationship(relationshipId)));
    }

    private SignedChallenge create(ObjectNode body) {
        return wire.send(api.createChallenge(body), Target.SERVER, Readers.one(SignedChallenge.class));
    }

    /**
     * Verifies a challenge that a peer signed.
     *
     * @param challengeString what was signed, to the byte
     * @param signature the signature
     * @return whether it is right, and whose it is
     * @throws dev.opsdk.core.error.NotFoundException if there is no active relationship with the signer; also for one's own challenge
     */
    public ChallengeValidation validate(String challengeString, String signature) {
        return wire.send(
                api.validateChallenge(Bodies.signed(challengeString, signature)),
                Target.SERVER,
                Readers.one(ChallengeValidation.class));
    }

    /**
     * Verifies a challenge that a peer signed.
     *
     * @param challenge the challenge
     * @return whether it is right, and whose it is
     */
    public ChallengeValidation validate(SignedChallenge challenge) {
        return validate(challenge.challengeString(), challenge.signature());
    }
}
