package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to confirm who one is. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAuthenticationRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface AuthenticationRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "AuthenticationRequestItem";
    }

    /** {@return what is confirmed} */
    @JsonProperty("title")
    String title();

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

    /** Builds a {@link AuthenticationRequestItem}. */
    final class Builder extends ImmutableAuthenticationRequestItem.Builder {
        Builder() {}
    }
}
