package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.Reference;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** An offer of a relationship. */
@Value.Immutable
@JsonDeserialize(as = ImmutableRelationshipTemplate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface RelationshipTemplate extends OpenModel {
    /** {@return the id, RLT...} */
    @JsonProperty("id")
    String id();

    /** {@return true if this identity made it} */
    @JsonProperty("isOwn")
    boolean isOwn();

    /** {@return the address of who made it} */
    @JsonProperty("createdBy")
    Optional<String> createdBy();

    /** {@return the device that made it} */
    @JsonProperty("createdByDevice")
    Optional<String> createdByDevice();

    /** {@return when it was made} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return the only identity that can load it} */
    @JsonProperty("forIdentity")
    Optional<String> forIdentity();

    /** {@return the password it needs; masked} */
    @JsonProperty("passwordProtection")
    Optional<PasswordProtection> passwordProtection();

    /** {@return what it offers} */
    @JsonProperty("content")
    TemplateContent content();

    /** {@return until when it counts} */
    @JsonProperty("expiresAt")
    @WireTimeIfAny
    Optional<Instant> expiresAt();

    /** {@return how many identities can load it; no limit if absent} */
    @JsonProperty("maxNumberOfAllocations")
    OptionalInt maxNumberOfAllocations();

    /** {@return how others load it; masked} */
    @JsonProperty("reference")
    Optional<Reference> reference();

    /** {@return it on one line} */
    default String summary() {
        return (isOwn() ? "own" : "peer's") + " template " + id()
                + expiresAt().map(at -> " until " + at).orElse("");
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipTemplate}. */
    final class Builder extends ImmutableRelationshipTemplate.Builder {
        Builder() {}
    }
}
