package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What carried a request or response. */
public final class SourceType extends OpenEnum<SourceType.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** a message. */
        MESSAGE("Message"),
        /** a template. */
        RELATIONSHIP_TEMPLATE("RelationshipTemplate"),
        /** a relationship. */
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

    private SourceType(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static SourceType of(String wire) {
        return new SourceType(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static SourceType of(Known known) {
        return new SourceType(known, known.wire());
    }
}
