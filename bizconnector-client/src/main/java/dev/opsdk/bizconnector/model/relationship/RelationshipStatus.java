package dev.opsdk.bizconnector.model.relationship;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How far a relationship is. */
public final class RelationshipStatus extends OpenEnum<RelationshipStatus.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** offered, not accepted. */
        PENDING("Pending"),
        /** accepted. */
        ACTIVE("Active"),
        /** refused. */
        REJECTED("Rejected"),
        /** taken back. */
        REVOKED("Revoked"),
        /** ended; can be reactivated. */
        TERMINATED("Terminated"),
        /** deleted by the peer. */
        DELETION_PROPOSED("DeletionProposed");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private RelationshipStatus(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static RelationshipStatus of(String wire) {
        return new RelationshipStatus(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static RelationshipStatus of(Known known) {
        return new RelationshipStatus(known, known.wire());
    }
}
