package dev.opsdk.bizconnector.model.attribute.identity;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What an identity says about itself. */
@JsonDeserialize(using = IdentityAttributeValue.Decoder.class)
public sealed interface IdentityAttributeValue extends Typed
        permits Affiliation,
                BankAccount,
                BirthDate,
                BirthName,
                BirthPlace,
                Citizenship,
                CommunicationLanguage,
                DeliveryBoxAddress,
                DisplayName,
                EMailAddress,
                FaxNumber,
                GivenName,
                HonorificPrefix,
                HonorificSuffix,
                IdentityFileReference,
                JobTitle,
                MaritalStatus,
                MiddleName,
                Nationality,
                PhoneNumber,
                PostOfficeBoxAddress,
                Pseudonym,
                SchematizedJson,
                SchematizedXml,
                Sex,
                StreetAddress,
                Surname,
                VerifiableCredential,
                Website,
                UnknownIdentityAttributeValue {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownIdentityAttributeValue}. */
    final class Decoder extends TaggedDecoder<IdentityAttributeValue> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("Affiliation", Affiliation.class),
                            Map.entry("BankAccount", BankAccount.class),
                            Map.entry("BirthDate", BirthDate.class),
                            Map.entry("BirthName", BirthName.class),
                            Map.entry("BirthPlace", BirthPlace.class),
                            Map.entry("Citizenship", Citizenship.class),
                            Map.entry("CommunicationLanguage", CommunicationLanguage.class),
                            Map.entry("DeliveryBoxAddress", DeliveryBoxAddress.class),
                            Map.entry("DisplayName", DisplayName.class),
                            Map.entry("EMailAddress", EMailAddress.class),
                            Map.entry("FaxNumber", FaxNumber.class),
                            Map.entry("GivenName", GivenName.class),
                            Map.entry("HonorificPrefix", HonorificPrefix.class),
                            Map.entry("HonorificSuffix", HonorificSuffix.class),
                            Map.entry("IdentityFileReference", IdentityFileReference.class),
                            Map.entry("JobTitle", JobTitle.class),
                            Map.entry("MaritalStatus", MaritalStatus.class),
                            Map.entry("MiddleName", MiddleName.class),
                            Map.entry("Nationality", Nationality.class),
                            Map.entry("PhoneNumber", PhoneNumber.class),
                            Map.entry("PostOfficeBoxAddress", PostOfficeBoxAddress.class),
                            Map.entry("Pseudonym", Pseudonym.class),
                            Map.entry("SchematizedJSON", SchematizedJson.class),
                            Map.entry("SchematizedXML", SchematizedXml.class),
                            Map.entry("Sex", Sex.class),
                            Map.entry("StreetAddress", StreetAddress.class),
                            Map.entry("Surname", Surname.class),
                            Map.entry("VerifiableCredential", VerifiableCredential.class),
                            Map.entry("Website", Website.class)),
                    UnknownIdentityAttributeValue::new);
        }
    }
}
