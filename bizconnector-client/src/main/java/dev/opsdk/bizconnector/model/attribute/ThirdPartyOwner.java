package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Whose attribute of a third relationship is meant. */
public final class ThirdPartyOwner extends OpenEnum<ThirdPartyOwner.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** the third party's. */
        THIRD_PARTY("thirdParty"),
        /** the asked side's. */
        RECIPIENT("recipient");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private ThirdPartyOwner(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static ThirdPartyOwner of(String wire) {
        return new ThirdPartyOwner(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static ThirdPartyOwner of(Known known) {
        return new ThirdPartyOwner(known, known.wire());
    }
}
