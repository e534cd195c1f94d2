package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What {@code /health} says, with status 200 or 500. Credentials at the Backbone are remembered for 5 minutes, so
 * broken ones look healthy that long; with the LokiJS driver the database is always called healthy.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableHealthReport.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface HealthReport extends OpenModel {
    /** {@return true if all services are} */
    @JsonProperty("isHealthy")
    boolean isHealthy();

    /** {@return the services by name; the known ones have accessors} */
    @JsonProperty("services")
    Map<String, ServiceHealth> services();

    /** {@return it on one line} */
    default String summary() {
        return (isHealthy() ? "healthy " : "UNHEALTHY ") + services();
    }

    /** {@return whether the database answers} */
    @JsonIgnore
    default Optional<ServiceHealth> database() {
        return Optional.ofNullable(services().get("database"));
    }

    /** {@return whether the Backbone answers} */
    @JsonIgnore
    default Optional<ServiceHealth> backboneConnection() {
        return Optional.ofNullable(services().get("backboneConnection"));
    }

    /** {@return whether the Backbone gives the connector a token; up to 5 minutes old} */
    @JsonIgnore
    default Optional<ServiceHealth> backboneAuthentication() {
        return Optional.ofNullable(services().get("backboneAuthentication"));
    }

    /** {@return the names of the services that are not healthy} */
    @JsonIgnore
    default Set<String> unhealthy() {
        return services().entrySet().stream()
                .filter(service -> !service.getValue().is(ServiceHealth.Known.HEALTHY))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HealthReport}. */
    final class Builder extends ImmutableHealthReport.Builder {
        Builder() {}
    }
}
