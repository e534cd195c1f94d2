package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/**
 * A message. The attachments are ids here; one message alone is answered with the files themselves, see {@link
 * MessageWithAttachments}.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableMessage.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Message extends AnyMessage {
    /** {@return the ids of the files} */
    @JsonProperty("attachments")
    List<String> attachments();

    /** {@return it on one line} */
    default String summary() {
        return MessageLine.of(this);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Message}. */
    final class Builder extends ImmutableMessage.Builder {
        Builder() {}
    }
}
