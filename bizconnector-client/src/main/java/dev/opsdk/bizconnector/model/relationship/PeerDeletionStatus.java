package dev.opsdk.bizconnector.model.relationship;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Whether the peer goes away. */
public final class PeerDeletionStatus extends OpenEnum<PeerDeletionStatus.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** in its grace period. */
        TO_BE_DELETED("ToBeDeleted"),
        /** gone. */
        DELETED("Deleted");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private PeerDeletionStatus(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static PeerDeletionStatus of(String wire) {
        return new PeerDeletionStatus(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static PeerDeletionStatus of(Known known) {
        return new PeerDeletionStatus(known, known.wire());
    }
}
