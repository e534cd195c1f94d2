package dev.opsdk.simulator.openmldb;

/** A body that is not the message it should be, in brpc's words. */
final class BadMessage extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    BadMessage(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    String text() {
        return text;
    }
}
