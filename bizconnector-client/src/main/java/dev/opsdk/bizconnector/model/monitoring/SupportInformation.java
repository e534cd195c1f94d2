package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * All there is to know for a support case. The server puts every environment variable of its process and credentials
 * of webhooks and brokers into it: what is printed here is masked, {@link ConnectorConfiguration#reveal()} is not.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableSupportInformation.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SupportInformation extends OpenModel {
    /** {@return what runs} */
    @JsonProperty("version")
    Optional<ConnectorVersion> version();

    /** {@return whether it is well} */
    @JsonProperty("health")
    Optional<HealthReport> health();

    /** {@return the configuration in force} */
    @JsonProperty("configuration")
    ConnectorConfiguration configuration();

    /** {@return the identity} */
    @JsonProperty("identityInfo")
    Optional<SupportIdentity> identityInfo();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SupportInformation}. */
    final class Builder extends ImmutableSupportInformation.Builder {
        Builder() {}
    }
}
