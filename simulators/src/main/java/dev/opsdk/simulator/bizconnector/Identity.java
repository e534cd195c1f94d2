package dev.opsdk.simulator.bizconnector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An identity with a real Ed25519 key pair, whose address follows from its public key. */
final class Identity {

    private static final int RAW_KEY = 32;

    private final KeyPair keys;
    private final String address;
    private final String publicKey;
    private final String device;

    private Identity(KeyPair keys, String device) throws GeneralSecurityException {
        this.keys = keys;
        this.device = device;
        byte[] raw = rawPublicKey(keys);
        this.publicKey = base64("{\"pub\":\"" + base64(raw) + "\",\"alg\":3}");
        this.address = addressOf(raw);
    }

    static Identity create(Ids ids) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
            keys.initialize(NamedParameterSpec.ED25519, new Repeated(ids));
            return new Identity(keys.generateKeyPair(), ids.next("DVC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /** Keys guard nothing here; they are the same in each run, and so are the addresses made from them. */
    private static final class Repeated extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient Ids ids;

        Repeated(Ids ids) {
            this.ids = ids;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            ids.keyBytes(bytes);
        }
    }

    String address() {
        return address;
    }

    String publicKey() {
        return publicKey;
    }

    String device() {
        return device;
    }

    /** The second number names a hash that is not applied: the text itself is signed. */
    String sign(String text, int hash) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return base64("{\"sig\":\"" + base64(signature.sign()) + "\",\"alg\":" + hash + "}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    boolean verifies(String text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(keys.getPublic());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] rawPublicKey(KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
    }

    private static String addressOf(byte[] raw) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] hash = sha256.digest(MessageDigest.getInstance("SHA-512").digest(raw));
        String start = "did:e:localhost:dids:" + HexFormat.of().formatHex(hash, 0, 10);
        byte[] check = sha256.digest(start.getBytes(StandardCharsets.UTF_8));
        return start + HexFormat.of().formatHex(check, 0, 1);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
