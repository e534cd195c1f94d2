package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.file.File;
import java.util.List;
import org.immutables.value.Value;

/** A message with the files that are attached to it. */
@Value.Immutable
@JsonDeserialize(as = ImmutableMessageWithAttachments.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface MessageWithAttachments extends AnyMessage {
    /** {@return the files} */
    @JsonProperty("attachments")
    List<File> attachments();

    /** {@return it on one line} */
    default String summary() {
        return MessageLine.of(this);
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
