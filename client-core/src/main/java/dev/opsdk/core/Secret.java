package dev.opsdk.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must not be seen: a password, a key, a token. Prints as a mask, and any {@code ObjectMapper} but the one that
 * writes requests writes the mask too.
 */
@JsonSerialize(using = Secret.Masked.class)
public final class Secret {
    /** What is printed instead of a secret. */
    public static final String MASK = "***";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a value.
     *
     * @param value the value; may be empty
     * @return the secret
     */
    @JsonCreator
    public static Secret of(String value) {
        return new Secret(value);
    }

    /**
     * Gives the value away. The name is long enough to be found in a review.
     *
     * @return the value
     */
    public String reveal() {
        return value;
    }

    /**
     * Whether there is anything to hide.
     *
     * @return true for the empty value
     */
    @JsonIgnore
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The mask; an empty secret prints as nothing, because "no password set" is worth knowing. */
    @Override
    public String toString() {
        return value.isEmpty() ? "" : MASK;
    }

    static final class Masked extends JsonSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(secret.toString());
        }
    }
}
