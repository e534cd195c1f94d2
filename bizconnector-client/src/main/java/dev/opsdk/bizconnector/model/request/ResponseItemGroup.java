package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** Response item: a group of answers. */
@Value.Immutable
@JsonDeserialize(as = ImmutableResponseItemGroup.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ResponseItemGroup extends ResponseItem, OpenModel {
    @Override
    default String type() {
        return "ResponseItemGroup";
    }

    /** {@return the answers} */
    @JsonProperty("items")
    List<ResponseItem> items();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResponseItemGroup}. */
    final class Builder extends ImmutableResponseItemGroup.Builder {
        Builder() {}
    }
}
