package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.Secret;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Request item: to become the owner of a file. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTransferFileOwnershipRequestItem.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface TransferFileOwnershipRequestItem extends RequestItem, OpenModel {
    @Override
    default String type() {
        return "TransferFileOwnershipRequestItem";
    }

    /** {@return the truncated reference of the file; masked} */
    @JsonProperty("fileReference")
    Secret fileReference();

    /** {@return by which the ownership is claimed; masked} */
    @JsonProperty("ownershipToken")
    Secret ownershipToken();

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

    /** Builds a {@link TransferFileOwnershipRequestItem}. */
    final class Builder extends ImmutableTransferFileOwnershipRequestItem.Builder {
        Builder() {}
    }
}
