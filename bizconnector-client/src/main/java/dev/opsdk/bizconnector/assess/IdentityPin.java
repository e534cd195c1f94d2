package dev.opsdk.bizconnector.assess;

import dev.opsdk.bizconnector.model.account.IdentityInfo;

/**
 * The identity that a connector must have, written down when it was known to be right.
 *
 * @param address the address, as {@code did:e:<host>:dids:<22 hex>}
 * @param publicKey the public key, as the connector gives it
 */
public record IdentityPin(String address, String publicKey) {
    /**
     * What a connector that is known to be right says about itself.
     *
     * @param identity the answer of {@code account().identityInfo()}
     * @return the pin, to be kept
     */
    public static IdentityPin of(IdentityInfo identity) {
        return new IdentityPin(identity.address(), identity.publicKey());
    }
}
