package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to agree to something. */
@Value.Immutable
@JsonDeserialize(as = ImmutableConsentRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface ConsentRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "ConsentRequestItem";
    }

    /** {@return what is agreed to} */
    @JsonProperty("consent")
    String consent();

    /** {@return where it can be read} */
    @JsonProperty("link")
    Optional<String> link();

    /** {@return what the link is called} */
    @JsonProperty("linkDisplayText")
    Optional<String> linkDisplayText();

    /** {@return true if somebody has to do something} */
    @JsonProperty("requiresInteraction")
    Optional<Boolean> requiresInteraction();

    /** {@return what it is for, for people} */
    @JsonProperty("description")
    Optional<String> description();

    /** {@return anything for programs} */
    @JsonProperty("metadata")
    Optional<FreeJson> metadata();

    /** {@return true if the request cannot be accepted without it} */
    @JsonProperty("mustBeAccepted")
    boolean mustBeAccepted();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ConsentRequestItem}. */
    final class Builder extends ImmutableConsentRequestItem.Builder {
        Builder() {}
    }
}
