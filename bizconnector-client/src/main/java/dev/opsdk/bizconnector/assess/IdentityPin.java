package dev.opsdk.bizconnector.assess;

/**
 * The identity that a connector must have, written down when it was known to be right.
 *
 * @param address the address, as {@code did:e:<host>:dids:<22 hex>}
 * @param publicKey the public key, as the connector gives it
 */
public record IdentityPin(String address, String publicKey) {}
