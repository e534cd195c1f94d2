package dev.opsdk.simulator.bizconnector;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** Identifiers in the server's shapes; the same ones in each run, so that a failing test fails the same way again. */
final class Ids {

    private static final String ANY = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String ERROR = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 17;

    private final Random random = new Random(20260115);
    private final Random keys = new Random(20260116);

    synchronized String next(String prefix) {
        return prefix + text(ANY, LENGTH);
    }

    synchronized String error() {
        return "ERR" + text(ERROR, LENGTH);
    }

    synchronized String hex(int digits) {
        return text("0123456789abcdef", digits);
    }

    synchronized String secretKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    synchronized void keyBytes(byte[] key) {
        keys.nextBytes(key);
    }

    synchronized String salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return Base64.getUrlEncoder().encodeToString(salt);
    }

    synchronized String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** From one to so many. */
    synchronized int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
