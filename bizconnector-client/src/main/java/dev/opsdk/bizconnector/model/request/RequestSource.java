package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** What a request came with. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRequestSource.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RequestSource extends OpenModel {
    /** {@return what it was} */
    @JsonProperty("type")
    Optional<SourceType> type();

    /** {@return its id} */
    @JsonProperty("reference")
    Optional<String> reference();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RequestSource}. */
    final class Builder extends ImmutableRequestSource.Builder {
        Builder() {}
    }
}
