package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identity's public key, as {@code GET /api/core/v1/Account/IdentityInfo} gives it: base64url of a JSON object with {@code pub}
 * (base64url of 32 bytes) and {@code alg} 3, which is Ed25519. Checked with the JDK alone.
 */
public final class IdentityKey {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ADDRESS = Pattern.compile("(did:e:[^:\\s]{1,255}(?::\\d{1,5})?:dids:)[0-9a-f]{22}");
    private static final int ED25519 = 3;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final int ADDRESS_BYTES = 10;

    private final byte[] raw;

    private IdentityKey(byte[] raw) {
        this.raw = raw;
    }

    /**
     * Reads a key.
     *
     * @param publicKey as the connector gives it
     * @return the key
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static IdentityKey parse(String publicKey) {
        JsonNode object = object(publicKey, "the public key");
        JsonNode alg = object.path("alg");
        if (alg.asInt(-1) != ED25519) {
            String found = alg.isMissingNode() ? "missing" : alg.isInt() ? alg.asText() : "no number";
            throw new IllegalArgumentException(
                    "the public key's alg is " + found + ", where " + ED25519 + " (Ed25519) was expected");
        }
        return new IdentityKey(bytes(object.path("pub").asText(""), KEY_BYTES, "the public key's pub"));
    }

    /**
     * The address that belongs to the key: A = {@code did:e:<host>:dids:} and the first 10 bytes of SHA-256(SHA-512(key)) as hex; then A
     * and the first byte of SHA-256(A).
     *
     * @param host the Backbone's host, as it stands in the address
     * @return the address
     */
    public String address(String host) {
        byte[] hash = digest("SHA-256", digest("SHA-512", raw));
        String front = "did:e:" + host + ":dids:" + HexFormat.of().formatHex(hash, 0, ADDRESS_BYTES);
        byte[] check = digest("SHA-256", front.getBytes(StandardCharsets.UTF_8));
        return front + HexFormat.of().formatHex(check, 0, 1);
    }

    /**
     * Whether an address is this key's, on whatever Backbone.
     *
     * @param address an identity's address
     * @return false also for what is no address
     */
    public boolean belongsTo(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return false;
        }
        String front = matcher.group(1);
        String host = front.substring("did:e:".length(), front.length() - ":dids:".length());
        return address(host).equals(address);
    }

    /**
     * Verifies what was signed with the private key: plain Ed25519 over the UTF-8 bytes of the text. The signature's own {@code alg} is
     * the id of a hash that is not applied.
     *
     * @param text what was signed, such as a challenge's {@code challengeString}
     * @param signature base64url of a JSON object with {@code sig}
     * @return whether it was signed with this identity's private key
     * @throws IllegalArgumentException if it is no signature; the message says why
     */
    public boolean verifies(String text, String signature) {
        byte[] sig = bytes(object(signature, "the signature").path("sig").asText(""), SIGNATURE_BYTES, "the signature");
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key());
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(sig);
        } catch (GeneralSecurityException e) {
            // the JDK says so for a point that is not on the curve and for an S that is out of range: nobody signed
            // that
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = raw[KEY_BYTES - 1 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
    }

    private static JsonNode object(String text, String what) {
        try {
            JsonNode node =
                    JSON.readTree(new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8));
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // neither message is forwarded: both quote what they could not read
            throw new IllegalArgumentException(what + " is not base64url of a JSON object");
        }
        throw new IllegalArgumentException(what + " is not base64url of a JSON object");
    }

    private static byte[] bytes(String text, int length, String what) {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " is not base64url");
        }
        if (decoded.length != length) {
            throw new IllegalArgumentException(
                    what + " has " + decoded.length + " bytes, where " + length + " were expected");
        }
        return decoded;
    }

    private static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityKey that && MessageDigest.isEqual(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    /** A fingerprint, short enough to be compared by eye. */
    @Override
    public String toString() {
        return "Ed25519 key " + HexFormat.of().formatHex(digest("SHA-256", raw), 0, 8);
    }
}
