package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: JSON with a schema. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSchematizedJson.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface SchematizedJson extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "SchematizedJSON";
    }

    /** {@return any JSON} */
    @JsonProperty("value")
    FreeJson value();

    /** {@return where the schema is} */
    @JsonProperty("schemaURL")
    Optional<String> schemaURL();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SchematizedJson}. */
    final class Builder extends ImmutableSchematizedJson.Builder {
        Builder() {}
    }
}
