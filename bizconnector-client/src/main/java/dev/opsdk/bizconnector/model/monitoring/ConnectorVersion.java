package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What runs. An un-built checkout says literals such as <code>{{version}}</code>. */
@Value.Immutable
@JsonDeserialize(as = ImmutableConnectorVersion.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ConnectorVersion extends OpenModel {
    /** {@return the version, such as 7.4.6} */
    @JsonProperty("version")
    String version();

    /** {@return the build number} */
    @JsonProperty("build")
    Optional<String> build();

    /** {@return when it was built, as it came} */
    @JsonProperty("date")
    Optional<String> date();

    /** {@return the commit} */
    @JsonProperty("commit")
    Optional<String> commit();

    /** {@return the version of the runtime library} */
    @JsonProperty("runtimeVersion")
    Optional<String> runtimeVersion();

    /** {@return modules by name} */
    @JsonProperty("modules")
    Map<String, ModuleVersion> modules();

    /** {@return it on one line} */
    default String summary() {
        return version() + build().map(number -> " (build " + number + ")").orElse("");
    }

    /** {@return the major version; empty if the text does not begin with a number} */
    @JsonIgnore
    default OptionalInt major() {
        String digits = version().replaceFirst("(?s)\\..*", "");
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ConnectorVersion}. */
    final class Builder extends ImmutableConnectorVersion.Builder {
        Builder() {}
    }
}
