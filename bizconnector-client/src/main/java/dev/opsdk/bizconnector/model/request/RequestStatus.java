package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How far a request is. */
public final class RequestStatus extends OpenEnum<RequestStatus.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** made, not sent. */
        DRAFT("Draft"),
        /** sent, not answered. */
        OPEN("Open"),
        /** received; automatic deciders look at it. */
        DECISION_REQUIRED("DecisionRequired"),
        /** received; a decision is needed. */
        MANUAL_DECISION_REQUIRED("ManualDecisionRequired"),
        /** decided, the answer not sent yet. */
        DECIDED("Decided"),
        /** answered. */
        COMPLETED("Completed"),
        /** too late. */
        EXPIRED("Expired");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private RequestStatus(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static RequestStatus of(String wire) {
        return new RequestStatus(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static RequestStatus of(Known known) {
        return new RequestStatus(known, known.wire());
    }
}
