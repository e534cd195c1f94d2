package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.core.model.OpenModel;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The Backbone's catalogue of tags; remembered by the connector for 5 minutes. */
@Value.Immutable
@JsonDeserialize(as = ImmutableTagCollection.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface TagCollection extends OpenModel {
    /** {@return languages of the names} */
    @JsonProperty("supportedLanguages")
    List<String> supportedLanguages();

    /** {@return type of a value to tags by name} */
    @JsonProperty("tagsForAttributeValueTypes")
    Map<String, Map<String, AttributeTag>> tagsForAttributeValueTypes();

    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TagCollection}. */
    final class Builder extends ImmutableTagCollection.Builder {
        Builder() {}
    }
}
