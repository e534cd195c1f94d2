package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** The build of a module that is not part of the connector. */
@Value.Immutable
@JsonDeserialize(as = ImmutableModuleVersion.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ModuleVersion extends OpenModel {
    /** {@return the version} */
    @JsonProperty("version")
    Optional<String> version();

    /** {@return the build number} */
    @JsonProperty("build")
    Optional<String> build();

    /** {@return when it was built, as it came} */
    @JsonProperty("date")
    Optional<String> date();

    /** {@return the commit} */
    @JsonProperty("commit")
    Optional<String> commit();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ModuleVersion}. */
    final class Builder extends ImmutableModuleVersion.Builder {
        Builder() {}
    }
}
