package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Items that belong together. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRequestItemGroup.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface RequestItemGroup extends RequestItem, OpenModel, Checked {
    @Override
    default String type() {
        return "RequestItemGroup";
    }

    /** {@return what they are called} */
    @JsonProperty("title")
    Optional<String> title();

    /** {@return what they are for} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return the items; no groups} */
    @JsonProperty("items")
    List<RequestItem> items();

    @Override
    default void check() {
        if (items().isEmpty()) {
            throw new IllegalArgumentException("a group has at least one item");
        }
        if (items().stream().anyMatch(RequestItemGroup.class::isInstance)) {
            throw new IllegalArgumentException("a group cannot hold a group");
        }
        items().forEach(Checked::ifNeeded);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestItemGroup}. */
    final class Builder extends ImmutableRequestItemGroup.Builder {
        Builder() {}
    }
}
