package dev.opsdk.bizconnector.model.challenge;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What signs a challenge. */
public final class ChallengeType extends OpenEnum<ChallengeType.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** the identity's key. */
        IDENTITY("Identity"),
        /** the device's key. */
        DEVICE("Device"),
        /** the relationship's key. */
        RELATIONSHIP("Relationship");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private ChallengeType(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static ChallengeType of(String wire) {
        return new ChallengeType(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static ChallengeType of(Known known) {
        return new ChallengeType(known, known.wire());
    }
}
