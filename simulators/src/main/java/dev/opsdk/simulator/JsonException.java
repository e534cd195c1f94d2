package dev.opsdk.simulator;

/** A body that is not the JSON it should be, in the words of Go's encoding/json. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    /**
     * A refusal.
     *
     * @param text what Go's decoder would say
     */
    public JsonException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /**
     * What Go's decoder would say.
     *
     * @return the text
     */
    public String text() {
        return text;
    }
}
