package dev.opsdk.bizconnector.model.announcement;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How much an announcement matters. */
public final class Severity extends OpenEnum<Severity.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** to be known. */
        LOW("Low"),
        /** to be looked at. */
        MEDIUM("Medium"),
        /** to be acted on. */
        HIGH("High");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private Severity(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static Severity of(String wire) {
        return new Severity(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static Severity of(Known known) {
        return new Severity(known, known.wire());
    }
}
