package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.Ids;
import dev.opsdk.bizconnector.model.PasswordProtection;
import dev.opsdk.bizconnector.model.WireTime;
import dev.opsdk.bizconnector.model.request.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A template to be made. */
@Value.Immutable
@JsonDeserialize(as = ImmutableCreateTemplate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface CreateTemplate {
    /** {@return what it offers} */
    @JsonProperty("content")
    TemplateContent content();

    /** {@return until when it counts; in the future} */
    @JsonProperty("expiresAt")
    @WireTime
    Instant expiresAt();

    /** {@return how many identities can load it, 1 or more; no limit unless told} */
    @JsonProperty("maxNumberOfAllocations")
    OptionalInt maxNumberOfAllocations();

    /** {@return the only identity that can load it} */
    @JsonProperty("forIdentity")
    Optional<String> forIdentity();

    /** {@return the password it needs} */
    @JsonProperty("passwordProtection")
    Optional<PasswordProtection> passwordProtection();

    /**
     * Refuses what the server would refuse.
     *
     * @throws IllegalArgumentException saying what and why
     */
    @Value.Check
    default void check() {
        if (maxNumberOfAllocations().orElse(1) < 1) {
            throw new IllegalArgumentException("maxNumberOfAllocations must be at least 1, and is "
                    + maxNumberOfAllocations().getAsInt());
        }
        forIdentity().ifPresent(Ids::address);
        passwordProtection().ifPresent(PasswordProtection::check);
        if (content() instanceof RelationshipTemplateContent offer) {
            offer.onNewRelationship().check();
            offer.onExistingRelationship().ifPresent(Request::check);
        }
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CreateTemplate}. */
    final class Builder extends ImmutableCreateTemplate.Builder {
        Builder() {}
    }
}
