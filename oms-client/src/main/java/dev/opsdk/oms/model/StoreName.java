package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/** The name of a store, called {@code crawler} on the wire. */
public final class StoreName extends ComponentName {
    private StoreName(String text) {
        super(text, "store");
    }

    /**
     * Takes a name as it is.
     *
     * @param text such as {@code 10.10.10.1-7100:p_4223_source-000-0:0000000007}
     * @return the name
     * @throws IllegalArgumentException if it is blank, or has blank space around it or control characters
     */
    @JsonCreator
    public static StoreName of(String text) {
        return new StoreName(text);
    }

    /**
     * The subtopic whose changes pass through it.
     *
     * @return the middle of the name
     */
    public Optional<String> subTopic() {
        return fromRight(1);
    }
}
