package dev.opsdk.simulator.ccr;

/** Bytes that Go's encoding/json refuses, with the text it refuses them with. */
final class GoException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    GoException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    String text() {
        return text;
    }
}
