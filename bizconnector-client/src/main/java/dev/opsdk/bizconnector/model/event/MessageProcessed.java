package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.message.Message;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** The deciders are through with a message. */
@Value.Immutable
@JsonDeserialize(as = ImmutableMessageProcessed.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface MessageProcessed extends EventData, OpenModel {
    /** {@return the message} */
    @JsonProperty("message")
    Message message();

    /** {@return what they made of it} */
    @JsonProperty("result")
    MessageProcessingResult result();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MessageProcessed}. */
    final class Builder extends ImmutableMessageProcessed.Builder {
        Builder() {}
    }
}
