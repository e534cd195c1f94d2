package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import org.immutables.value.Value;

/** Identity attribute value: a verifiable credential; since 7.4.0. */
@Value.Immutable
@JsonDeserialize(as = ImmutableVerifiableCredential.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface VerifiableCredential extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "VerifiableCredential";
    }

    /** {@return the credential, text or JSON} */
    @JsonProperty("value")
    FreeJson value();

    /** {@return the format of the credential} */
    @JsonProperty("type")
    String credentialFormat();

    /** {@return how it is shown} */
    @JsonProperty("displayInformation")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<FreeJson> displayInformation();

    /** {@return images for it} */
    @JsonProperty("displayInformationCachedImages")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<FreeJson> displayInformationCachedImages();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VerifiableCredential}. */
    final class Builder extends ImmutableVerifiableCredential.Builder {
        Builder() {}
    }
}
