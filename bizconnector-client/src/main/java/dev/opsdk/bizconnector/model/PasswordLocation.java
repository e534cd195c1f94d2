package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Where somebody finds the password of a reference: a known place, or a number of one's own. */
public final class PasswordLocation extends OpenEnum<PasswordLocation.Known> {
    /** The places this version knows. */
    public enum Known implements WireName {
        /** Chosen by the one who has to enter it. */
        SELF("Self"),
        /** In a letter. */
        LETTER("Letter"),
        /** In a registration letter. */
        REGISTRATION_LETTER("RegistrationLetter"),
        /** In an e-mail. */
        EMAIL("Email"),
        /** In a text message. */
        SMS("SMS"),
        /** On a website. */
        WEBSITE("Website");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private PasswordLocation(@Nullable Known known, Object wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word or number.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static PasswordLocation of(Object wire) {
        return new PasswordLocation(WireName.find(Known.values(), String.valueOf(wire)), wire);
    }

    /**
     * A known place.
     *
     * @param known the place
     * @return the value
     */
    public static PasswordLocation of(Known known) {
        return new PasswordLocation(known, known.wire());
    }

    /**
     * A place of one's own.
     *
     * @param number 50 to 99
     * @return the value
     * @throws IllegalArgumentException if the server would refuse the number
     */
    public static PasswordLocation of(int number) {
        if (number < 50 || number > 99) {
            throw new IllegalArgumentException("places of one's own have numbers from 50 to 99, not " + number);
        }
        return new PasswordLocation(null, number);
    }
}
