package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTime;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What the connector answered since it was started, health checks and refusals included. All begins again with a
 * restart.
 */
@Value.Immutable
@JsonDeserialize(as = ImmutableRequestStatistics.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RequestStatistics extends OpenModel {
    /** {@return when the connector was started} */
    @JsonProperty("since")
    @WireTime
    Instant since();

    /** {@return how many requests were answered} */
    @JsonProperty("requestCount")
    long requestCount();

    /** {@return how many by HTTP status} */
    @JsonProperty("requestCountByStatus")
    Map<String, Long> requestCountByStatus();

    /** {@return it on one line} */
    default String summary() {
        return requestCount() + " requests since " + since() + ": " + requestCountByStatus();
    }

    /**
     * How many answers had a status.
     *
     * @param status an HTTP status
     * @return 0 if there was none
     */
    default long count(int status) {
        return requestCountByStatus().getOrDefault(Integer.toString(status), 0L);
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestStatistics}. */
    final class Builder extends ImmutableRequestStatistics.Builder {
        Builder() {}
    }
}
