package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What the deciders made of a message. */
public final class MessageProcessingResult extends OpenEnum<MessageProcessingResult.Known> {
    /** The values this version knows. */
    public enum Known implements WireName {
        /** its request was decided. */
        REQUEST_AUTOMATICALLY_DECIDED("RequestAutomaticallyDecided"),
        /** its request needs a decision. */
        MANUAL_REQUEST_DECISION_REQUIRED("ManualRequestDecisionRequired"),
        /** it has no request. */
        NO_REQUEST("NoRequest"),
        /** they failed. */
        ERROR("Error");

        private final String wire;

        Known(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private MessageProcessingResult(@Nullable Known known, String wire) {
        super(known, wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static MessageProcessingResult of(String wire) {
        return new MessageProcessingResult(WireName.find(Known.values(), wire), wire);
    }

    /**
     * A value this version knows.
     *
     * @param known the constant
     * @return the value
     */
    public static MessageProcessingResult of(Known known) {
        return new MessageProcessingResult(known, known.wire());
    }
}
