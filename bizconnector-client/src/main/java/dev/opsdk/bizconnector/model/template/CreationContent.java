package dev.opsdk.bizconnector.model.template;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What a relationship is created with. */
@JsonDeserialize(using = CreationContent.Decoder.class)
public sealed interface CreationContent extends Typed
        permits RelationshipCreationContent, ArbitraryRelationshipCreationContent, UnknownCreationContent {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownCreationContent}. */
    final class Decoder extends TaggedDecoder<CreationContent> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("RelationshipCreationContent", RelationshipCreationContent.class),
                            Map.entry(
                                    "ArbitraryRelationshipCreationContent",
                                    ArbitraryRelationshipCreationContent.class)),
                    UnknownCreationContent::new);
        }
    }
}
