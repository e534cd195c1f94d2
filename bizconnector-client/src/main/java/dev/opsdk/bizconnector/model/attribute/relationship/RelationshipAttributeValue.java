package dev.opsdk.bizconnector.model.attribute.relationship;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What two identities know within one relationship. */
@JsonDeserialize(using = RelationshipAttributeValue.Decoder.class)
public sealed interface RelationshipAttributeValue extends Typed
        permits Consent,
                ProprietaryBoolean,
                ProprietaryCountry,
                ProprietaryEMailAddress,
                ProprietaryFileReference,
                ProprietaryFloat,
                ProprietaryHexColor,
                ProprietaryInteger,
                ProprietaryJson,
                ProprietaryLanguage,
                ProprietaryPhoneNumber,
                ProprietaryString,
                ProprietaryUrl,
                ProprietaryXml,
                UnknownRelationshipAttributeValue {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownRelationshipAttributeValue}. */
    final class Decoder extends TaggedDecoder<RelationshipAttributeValue> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("Consent", Consent.class),
                            Map.entry("ProprietaryBoolean", ProprietaryBoolean.class),
                            Map.entry("ProprietaryCountry", ProprietaryCountry.class),
                            Map.entry("ProprietaryEMailAddress", ProprietaryEMailAddress.class),
                            Map.entry("ProprietaryFileReference", ProprietaryFileReference.class),
                            Map.entry("ProprietaryFloat", ProprietaryFloat.class),
                            Map.entry("ProprietaryHEXColor", ProprietaryHexColor.class),
                            Map.entry("ProprietaryInteger", ProprietaryInteger.class),
                            Map.entry("ProprietaryJSON", ProprietaryJson.class),
                            Map.entry("ProprietaryLanguage", ProprietaryLanguage.class),
                            Map.entry("ProprietaryPhoneNumber", ProprietaryPhoneNumber.class),
                            Map.entry("ProprietaryString", ProprietaryString.class),
                            Map.entry("ProprietaryURL", ProprietaryUrl.class),
                            Map.entry("ProprietaryXML", ProprietaryXml.class)),
                    UnknownRelationshipAttributeValue::new);
        }
    }
}
