package dev.opsdk.bizconnector.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A constant with the server's word for it. */
public interface WireName {
    /** {@return the server's word} */
    String wire();

    /**
     * Finds the constant of a word.
     *
     * @param known all constants
     * @param wire the server's word, letter by letter
     * @param <E> the constants
     * @return the constant, or null if none has this word
     */
    static <E extends WireName> @Nullable E find(E[] known, String wire) {
        return Arrays.stream(known)
                .filter(constant -> constant.wire().equals(wire))
                .findFirst()
                .orElse(null);
    }
}
