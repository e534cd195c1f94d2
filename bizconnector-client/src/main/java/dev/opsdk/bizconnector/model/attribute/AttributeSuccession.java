package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** What a succession made. */
@Value.Immutable
@JsonDeserialize(as = ImmutableAttributeSuccession.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface AttributeSuccession extends OpenModel {
    /** {@return the version before} */
    @JsonProperty("predecessor")
    LocalAttribute predecessor();

    /** {@return the version after} */
    @JsonProperty("successor")
    LocalAttribute successor();

    /** {@return the notification that tells the peer; for relationship attributes, and when a peer was notified} */
    @JsonProperty("notificationId")
    Optional<String> notificationId();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link AttributeSuccession}. */
    final class Builder extends ImmutableAttributeSuccession.Builder {
        Builder() {}
    }
}
