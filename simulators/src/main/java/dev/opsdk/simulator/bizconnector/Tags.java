package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Which tags may be given: the Backbone's, and everybody's own. */
final class Tags {

    private static final String OWN = "x:";
    private static final String KNOWN = "emergency";

    private Tags() {}

    /** The tags that are not allowed, in quotes, empty when all are. */
    static String invalid(List<String> tags) {
        List<String> bad = tags.stream()
                .filter(tag -> !tag.startsWith(OWN) && !tag.equals(KNOWN))
                .toList();
        return bad.isEmpty() ? "" : "Detected invalidity of the following tags: '" + String.join("', '", bad) + "'.";
    }

    static void check(List<String> tags) throws Refusal {
        String fault = invalid(tags);
        if (!fault.isEmpty()) {
            throw Refusal.core("error.consumption.attributes.invalidTags", fault);
        }
    }

    static Doc collection() {
        Doc emergency = Doc.of("displayNames", Doc.of("en", "Emergency", "de", "Notfall"));
        return Doc.of(
                "supportedLanguages",
                List.of("en", "de"),
                "tagsForAttributeValueTypes",
                Doc.of("PhoneNumber", Doc.of(KNOWN, emergency)));
    }
}
