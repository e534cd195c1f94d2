package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.Optional;
import org.immutables.value.Value;

/** Identity attribute value: XML with a schema; cannot be changed after it was shared. */
@Value.Immutable
@JsonDeserialize(as = ImmutableSchematizedXml.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public non-sealed interface SchematizedXml extends IdentityAttributeValue, OpenModel {
    @Override
    default String type() {
        return "SchematizedXML";
    }

    /** {@return XML} */
    @JsonProperty("value")
    String value();

    /** {@return where the schema is} */
    @JsonProperty("schemaURL")
    Optional<String> schemaURL();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SchematizedXml}. */
    final class Builder extends ImmutableSchematizedXml.Builder {
        Builder() {}
    }
}
