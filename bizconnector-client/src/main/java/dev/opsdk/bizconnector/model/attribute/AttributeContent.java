package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** An attribute as it is shared. */
@JsonDeserialize(using = AttributeContent.Decoder.class)
public sealed interface AttributeContent extends Typed
        permits IdentityAttribute, RelationshipAttribute, UnknownAttributeContent {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownAttributeContent}. */
    final class Decoder extends TaggedDecoder<AttributeContent> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("IdentityAttribute", IdentityAttribute.class),
                            Map.entry("RelationshipAttribute", RelationshipAttribute.class)),
                    UnknownAttributeContent::new);
        }
    }
}
