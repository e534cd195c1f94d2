package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What a template offers. */
@JsonDeserialize(using = TemplateContent.Decoder.class)
public sealed interface TemplateContent extends Typed
        permits RelationshipTemplateContent, ArbitraryRelationshipTemplateContent, UnknownTemplateContent {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownTemplateContent}. */
    final class Decoder extends TaggedDecoder<TemplateContent> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("RelationshipTemplateContent", RelationshipTemplateContent.class),
                            Map.entry(
                                    "ArbitraryRelationshipTemplateContent",
                                    ArbitraryRelationshipTemplateContent.class)),
                    UnknownTemplateContent::new);
        }
    }
}
