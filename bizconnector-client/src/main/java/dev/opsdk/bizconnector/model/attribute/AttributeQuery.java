package dev.opsdk.bizconnector.model.attribute;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** A question for attributes. */
@JsonDeserialize(using = AttributeQuery.Decoder.class)
public sealed interface AttributeQuery extends Typed
        permits IdentityAttributeQuery,
                RelationshipAttributeQuery,
                ThirdPartyRelationshipAttributeQuery,
                IqlQuery,
                UnknownAttributeQuery {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownAttributeQuery}. */
    final class Decoder extends TaggedDecoder<AttributeQuery> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("IdentityAttributeQuery", IdentityAttributeQuery.class),
                            Map.entry("RelationshipAttributeQuery", RelationshipAttributeQuery.class),
                            Map.entry(
                                    "ThirdPartyRelationshipAttributeQuery", ThirdPartyRelationshipAttributeQuery.class),
                            Map.entry("IQLQuery", IqlQuery.class)),
                    UnknownAttributeQuery::new);
        }
    }
}
