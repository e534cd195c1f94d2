package dev.opsdk.bizconnector.model.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import org.immutables.value.Value;

/** The connector's own identity. Served from memory: it answers while database and Backbone are down. */
@Value.Immutable
@JsonDeserialize(as = ImmutableIdentityInfo.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface IdentityInfo extends OpenModel {
    /** {@return the address, {@code did:e:<host>:dids:<22 hex>}} */
    @JsonProperty("address")
    String address();

    /** {@return the public key: base64url of JSON with the key and its algorithm} */
    @JsonProperty("publicKey")
    String publicKey();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link IdentityInfo}. */
    final class Builder extends ImmutableIdentityInfo.Builder {
        Builder() {}
    }
}
