package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a message of a list and a message alone have in common: all but the attachments. */
public interface AnyMessage extends OpenModel {
    /** {@return the id, MSG...} */
    @JsonProperty("id")
    String id();

    /** {@return true if this identity sent it} */
    @JsonProperty("isOwn")
    boolean isOwn();

    /** {@return what it says} */
    @JsonProperty("content")
    MessageContent content();

    /** {@return the address of the sender} */
    @JsonProperty("createdBy")
    Optional<String> createdBy();

    /** {@return the device of the sender} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return to whom it goes} */
    @JsonProperty("recipients")
    List<Recipient> recipients();

    /** {@return when it was sent} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return when somebody read it} */
    @JsonProperty("wasReadAt")
    @WireTimeIfAny
    Optional<Instant> wasReadAt();
}
