package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A message with the files that are attached to it. */
@Value.Immutable
@JsonDeserialize(as = ImmutableMessageWithAttachments.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface MessageWithAttachments extends OpenModel {
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

    /** {@return the files} */
    @JsonProperty("attachments")
    List<File> attachments();

    /** {@return when somebody read it} */
    @JsonProperty("wasReadAt")
    @WireTimeIfAny
    Optional<Instant> wasReadAt();

    /** {@return it on one line} */
    default String summary() {
        return "message " + id() + (isOwn() ? " sent" : " received")
                + createdAt().map(at -> " " + at).orElse("") + ": " + content().type();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MessageWithAttachments}. */
    final class Builder extends ImmutableMessageWithAttachments.Builder {
        Builder() {}
    }
}
