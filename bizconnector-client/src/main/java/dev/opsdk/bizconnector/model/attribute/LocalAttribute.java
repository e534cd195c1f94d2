package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.WireTimeIfAny;
import dev.opsdk.core.model.OpenModel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** An attribute as this connector keeps it. */
@Value.Immutable
@JsonDeserialize(as = ImmutableLocalAttribute.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface LocalAttribute extends OpenModel {
    /** {@return whose attribute it is} */
    @JsonProperty("@type")
    Optional<LocalAttributeType> type();

    /** {@return the id, ATT...} */
    @JsonProperty("id")
    String id();

    /** {@return the attribute itself} */
    @JsonProperty("content")
    AttributeContent content();

    /** {@return when it was created here} */
    @JsonProperty("createdAt")
    @WireTimeIfAny
    Optional<Instant> createdAt();

    /** {@return the id of the version before} */
    @JsonProperty("succeeds")
    Optional<String> succeeds();

    /** {@return the id of the version after; empty for the latest} */
    @JsonProperty("succeededBy")
    Optional<String> succeededBy();

    /** {@return when somebody looked at it} */
    @JsonProperty("wasViewedAt")
    @WireTimeIfAny
    Optional<Instant> wasViewedAt();

    /** {@return true for the first of its kind, otherwise absent} */
    @JsonProperty("isDefault")
    Optional<Boolean> isDefault();

    /** {@return the address of the other side} */
    @JsonProperty("peer")
    Optional<String> peer();

    /** {@return the request or notification it came with} */
    @JsonProperty("sourceReference")
    Optional<String> sourceReference();

    /** {@return its deletion, if that has begun} */
    @JsonProperty("deletionInfo")
    Optional<AttributeDeletionInfo> deletionInfo();

    /** {@return the third party it is about} */
    @JsonProperty("initialAttributePeer")
    Optional<String> initialAttributePeer();

    /** {@return with how many peers it is shared} */
    @JsonProperty("numberOfForwards")
    OptionalInt numberOfForwards();

    /** {@return it on one line} */
    default String summary() {
        return type().map(Object::toString).orElse("attribute") + " " + id() + ": " + content();
    }

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LocalAttribute}. */
    final class Builder extends ImmutableLocalAttribute.Builder {
        Builder() {}
    }
}
