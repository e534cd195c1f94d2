package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** Message content: something happened to shared attributes. */
@Value.Immutable
@JsonDeserialize(as = ImmutableNotification.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface Notification extends MessageContent, OpenModel {
    @Override
    default String type() {
        return "Notification";
    }

    /** {@return the id, NOT...} */
    @JsonProperty("id")
    String id();

    /** {@return what happened} */
    @JsonProperty("items")
    List<NotificationItem> items();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Notification}. */
    final class Builder extends ImmutableNotification.Builder {
        Builder() {}
    }
}
