package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Who may learn of a relationship attribute. */
public final class Confidentiality extends OpenEnum<Confidentiality.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** anybody. */
        PUBLIC("public"),
        /** only the owner. */
        PRIVATE("private"),
        /** others, if both agree. */
        PROTECTED("protected");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private Confidentiality(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static Confidentiality of(String wire) {
        return new Confidentiality(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static Confidentiality of(Known known) {
        return new Confidentiality(known, known.wire());
    }
}
