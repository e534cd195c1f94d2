package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Checked;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one identity asks another. On the wire it says {@code @type} only where other types could stand; that is kept
 * as it came.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableRequest.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Request extends OpenModel, Checked {
    /** {@return the id, REQ...; given when it is created} */
    @JsonProperty("id")
    Optional<String> id();

    /** {@return until when it can be answered} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /** {@return what is asked for} */
    @JsonProperty("items")
    List<RequestItem> items();

    /** {@return the title} */
    @JsonProperty("title")
    Optional<String> title();

    /** {@return the description} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    @Override
    default void check() {
        if (items().isEmpty()) {
            throw new IllegalArgumentException("a request asks for at least one item");
        }
        items().forEach(Checked::ifNeeded);
    }

    /** {@return it on one line} */
    default String summary() {
        return "request " + id().orElse("(new)")
                + title().map(text -> " " + text).orElse("") + ", " + items().size() + " item(s)";
    }

    /**
     * A request for new items.
     *
     * @param items at least one
     * @return the request
     */
    static Request of(RequestItem... items) {
        return builder().addItems(items).build();
    }

    /**
     * The same without the {@code @type} that it says in some places.
     *
     * @return this, or a copy
     */
    default Request withoutType() {
        if (!additionalProperties().containsKey("@type")) {
            return this;
        }
        Map<String, JsonNode> others = new LinkedHashMap<>(additionalProperties());
        others.remove("@type");
        return builder().from(this).additionalProperties(others).build();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Request}. */
    final class Builder extends ImmutableRequest.Builder {
        Builder() {}
    }
}
