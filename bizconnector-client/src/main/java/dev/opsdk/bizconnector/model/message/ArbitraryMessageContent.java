package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** Message content: any JSON. */
@Value.Immutable
@JsonDeserialize(as = ImmutableArbitraryMessageContent.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ArbitraryMessageContent extends MessageContent, OpenModel {
    @Override
    default String type() {
        return "ArbitraryMessageContent";
    }

    /** {@return the JSON} */
    @JsonProperty("value")
    FreeJson value();

    /**
     * Any JSON.
     *
     * @param value the JSON
     * @return the content
     */
    static ArbitraryMessageContent of(FreeJson value) {
        return builder().value(value).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ArbitraryMessageContent}. */
    final class Builder extends ImmutableArbitraryMessageContent.Builder {
        Builder() {}
    }
}
