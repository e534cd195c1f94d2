package dev.opsdk.bizconnector.model;

import java.util.regex.Pattern;

/**
 * The shapes of identifiers. The server answers a wrong one with 400, and some routes with 500 and no reason; here it is refused
 * before anything is sent.
 */
public final class Ids {
    private static final Pattern ADDRESS =
            Pattern.compile("did:e:((([A-Za-z0-9]+(-[A-Za-z0-9]+)*)\\.)+[a-z]{2,}|localhost):dids:[0-9a-f]{22}");
    private static final Pattern TAIL = Pattern.compile("[A-Za-z0-9]{17}");

    private Ids() {}

    /**
     * An identity's address.
     *
     * @param text {@code did:e:<host>:dids:<22 hex digits>}
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + shortened(text)
                    + "' is not an address; those are did:e:<host>:dids: and 22 hexadecimal digits");
        }
        return text;
    }

    /**
     * A file's id.
     *
     * @param text FIL and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String file(String text) {
        return id("FIL", "a file", text);
    }

    /**
     * A message's id.
     *
     * @param text MSG and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String message(String text) {
        return id("MSG", "a message", text);
    }

    /**
     * A relationship's id.
     *
     * @param text REL and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String relationship(String text) {
        return id("REL", "a relationship", text);
    }

    /**
     * A template's id.
     *
     * @param text RLT and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String template(String text) {
        return id("RLT", "a relationship template", text);
    }

    /**
     * A token's id.
     *
     * @param text TOK and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String token(String text) {
        return id("TOK", "a token", text);
    }

    /**
     * An attribute's id.
     *
     * @param text ATT and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String attribute(String text) {
        return id("ATT", "an attribute", text);
    }

    /**
     * A request's id.
     *
     * @param text REQ and 17 letters or digits
     * @return the same
     * @throws IllegalArgumentException if it is none
     */
    public static String request(String text) {
        return id("REQ", "a request", text);
    }

    private static String id(String prefix, String what, String text) {
        if (text == null
                || !text.startsWith(prefix)
                || !TAIL.matcher(text.substring(3)).matches()) {
            throw new IllegalArgumentException("'" + shortened(String.valueOf(text)) + "' is not the id of " + what
                    + "; those are " + prefix + " and 17 letters or digits");
        }
        return text;
    }

    /** A reference taken for an id holds a key, and is longer than any id; only its beginning is shown. */
    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 12) + "...";
    }
}
