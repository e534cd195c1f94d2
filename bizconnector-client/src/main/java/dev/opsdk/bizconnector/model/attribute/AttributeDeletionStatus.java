package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How far the deletion of a shared attribute is. */
public final class AttributeDeletionStatus extends OpenEnum<AttributeDeletionStatus.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** we asked the peer. */
        DELETION_REQUEST_SENT("DeletionRequestSent"),
        /** the peer refused. */
        DELETION_REQUEST_REJECTED("DeletionRequestRejected"),
        /** the peer will delete it. */
        TO_BE_DELETED("ToBeDeleted"),
        /** the peer will delete it. */
        TO_BE_DELETED_BY_RECIPIENT("ToBeDeletedByRecipient"),
        /** the peer deleted it. */
        DELETED_BY_RECIPIENT("DeletedByRecipient"),
        /** the owner deleted it. */
        DELETED_BY_EMITTER("DeletedByEmitter");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private AttributeDeletionStatus(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static AttributeDeletionStatus of(String wire) {
        return new AttributeDeletionStatus(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static AttributeDeletionStatus of(Known known) {
        return new AttributeDeletionStatus(known, known.wire());
    }
}
