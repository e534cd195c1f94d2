package dev.opsdk.simulator.bizconnector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The kinds of values an attribute can have, and what each needs. */
final class AttributeValues {

    private static final String MAIL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@([A-Za-z0-9ÄäÖöÜüß]([A-Za-z0-9ÄäÖöÜüß-]{0,61}[A-Za-z0-9ÄäÖöÜüß])?\\.)+"
            + "[A-Za-z0-9ÄäÖöÜüß][A-Za-z0-9ÄäÖöÜüß-]{0,61}[A-Za-z0-9ÄäÖöÜüß]";
    private static final Pattern MAIL_PATTERN = Pattern.compile(MAIL);
    private static final Map<String, List<String>> IDENTITY = identity();

    private AttributeValues() {}

    private static Map<String, List<String>> identity() {
        Map<String, List<String>> all = new HashMap<>();
        for (String simple : List.of(
                "BirthName",
                "Citizenship",
                "CommunicationLanguage",
                "DisplayName",
                "EMailAddress",
                "FaxNumber",
                "GivenName",
                "HonorificPrefix",
                "HonorificSuffix",
                "IdentityFileReference",
                "JobTitle",
                "MaritalStatus",
                "MiddleName",
                "Nationality",
                "PhoneNumber",
                "Pseudonym",
                "SchematizedJSON",
                "SchematizedXML",
                "Sex",
                "Surname",
                "Website")) {
            all.put(simple, List.of("value"));
        }
        all.put("Affiliation", List.of("organization"));
        all.put("BankAccount", List.of("accountHolder", "iban"));
        all.put("BirthDate", List.of("day", "month", "year"));
        all.put("BirthPlace", List.of("city", "country"));
        all.put("DeliveryBoxAddress", List.of("recipient", "userId", "deliveryBoxId", "zipCode", "city", "country"));
        all.put("PostOfficeBoxAddress", List.of("recipient", "boxId", "zipCode", "city", "country"));
        all.put("StreetAddress", List.of("recipient", "street", "houseNo", "zipCode", "city", "country"));
        all.put("VerifiableCredential", List.of("value", "type"));
        return Map.copyOf(all);
    }

    static void checkIdentityType(Doc value) throws Refusal {
        if (!IDENTITY.containsKey(value.type())) {
            throw Refusal.invalid(
                    "content.value.@type must match one of the allowed Attribute value types for IdentityAttributes");
        }
    }

    static boolean isIdentityType(String type) {
        return IDENTITY.containsKey(type);
    }

    /** What is wrong with a value, nothing when it is fine. */
    static String fault(Doc value) {
        String type = value.type();
        for (String field : IDENTITY.getOrDefault(type, relationship(type))) {
            if (!value.has(field)) {
                return type + "." + field + " :: Value is not defined";
            }
        }
        if (type.endsWith("EMailAddress")
                && !MAIL_PATTERN.matcher(value.text("value")).matches()) {
            return type + ".value :: Value does not match regular expression /^" + MAIL + "$/";
        }
        return "";
    }

    private static List<String> relationship(String type) {
        return type.equals("Consent") ? List.of("consent") : List.of("title", "value");
    }

    static boolean isRelationshipType(String type) {
        return type.equals("Consent") || type.startsWith("Proprietary");
    }
}
