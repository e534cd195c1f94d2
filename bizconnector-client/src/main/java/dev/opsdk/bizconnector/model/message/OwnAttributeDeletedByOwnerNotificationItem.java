package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Notification item: the owner deleted an attribute. */
@Value.Immutable
@JsonDeserialize(as = ImmutableOwnAttributeDeletedByOwnerNotificationItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface OwnAttributeDeletedByOwnerNotificationItem extends NotificationItem, OpenModel {
    @Override
    default String type() {
        return "OwnAttributeDeletedByOwnerNotificationItem";
    }

    /** {@return its id} */
    @JsonProperty("attributeId")
    String attributeId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link OwnAttributeDeletedByOwnerNotificationItem}. */
    final class Builder extends ImmutableOwnAttributeDeletedByOwnerNotificationItem.Builder {
        Builder() {}
    }
}
