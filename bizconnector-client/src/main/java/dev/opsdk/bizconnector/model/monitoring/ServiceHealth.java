package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Whether something the connector depends on answers. */
public final class ServiceHealth extends OpenEnum<ServiceHealth.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** it answers. */
        HEALTHY("healthy"),
        /** it does not answer, or refuses. */
        UNHEALTHY("unhealthy");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private ServiceHealth(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static ServiceHealth of(String wire) {
        return new ServiceHealth(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static ServiceHealth of(Known known) {
        return new ServiceHealth(known, known.wire());
    }
}
