package dev.opsdk.bizconnector.model.relationship;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Why a relationship changed. */
public final class AuditReason extends OpenEnum<AuditReason.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** offered. */
        CREATION("Creation"),
        /** accepted. */
        ACCEPTANCE_OF_CREATION("AcceptanceOfCreation"),
        /** refused. */
        REJECTION_OF_CREATION("RejectionOfCreation"),
        /** taken back. */
        REVOCATION_OF_CREATION("RevocationOfCreation"),
        /** ended. */
        TERMINATION("Termination"),
        /** reactivation asked for. */
        REACTIVATION_REQUESTED("ReactivationRequested"),
        /** reactivated. */
        ACCEPTANCE_OF_REACTIVATION("AcceptanceOfReactivation"),
        /** reactivation refused. */
        REJECTION_OF_REACTIVATION("RejectionOfReactivation"),
        /** the question for a reactivation taken back. */
        REVOCATION_OF_REACTIVATION("RevocationOfReactivation"),
        /** deleted by one side. */
        DECOMPOSITION("Decomposition"),
        /** deleted because an identity went away. */
        DECOMPOSITION_DUE_TO_IDENTITY_DELETION("DecompositionDueToIdentityDeletion");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private AuditReason(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static AuditReason of(String wire) {
        return new AuditReason(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static AuditReason of(Known known) {
        return new AuditReason(known, known.wire());
    }
}
