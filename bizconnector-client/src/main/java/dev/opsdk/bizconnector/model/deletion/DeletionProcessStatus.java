package dev.opsdk.bizconnector.model.deletion;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How far the deletion of an identity is. */
public final class DeletionProcessStatus extends OpenEnum<DeletionProcessStatus.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** in its grace period. */
        ACTIVE("Active"),
        /** called off. */
        CANCELLED("Cancelled");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private DeletionProcessStatus(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static DeletionProcessStatus of(String wire) {
        return new DeletionProcessStatus(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static DeletionProcessStatus of(Known known) {
        return new DeletionProcessStatus(known, known.wire());
    }
}
