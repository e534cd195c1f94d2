package dev.opsdk.simulator.bizconnector;

/** What a template offers. */
final class TemplateContent {

    private TemplateContent() {}

    /** As it is kept: sorted, and with its requests ending no later than the template. */
    static Doc checked(Node node, Doc content, String end) throws Refusal {
        switch (content.type()) {
            case "ArbitraryRelationshipTemplateContent" -> {
                if (!content.containsKey("value")) {
                    throw Refusal.unreadable("ArbitraryRelationshipTemplateContent.value :: Value is not defined");
                }
                return content.sorted();
            }
            case "RelationshipTemplateContent" -> {
                if (!content.has("onNewRelationship")) {
                    throw Refusal.unreadable("RelationshipTemplateContent.onNewRelationship :: Value is not defined");
                }
                Doc kept = content.copy();
                for (String use : new String[] {"onNewRelationship", "onExistingRelationship"}) {
                    if (kept.has(use)) {
                        kept.with(use, request(node, kept.doc(use), end, use.equals("onNewRelationship")));
                    }
                }
                return kept.sorted();
            }
            default ->
                throw Refusal.invalid("The content of a RelationshipTemplate must either be an"
                        + " ArbitraryRelationshipTemplateContent or a RelationshipTemplateContent.");
        }
    }

    private static Doc request(Node node, Doc request, String end, boolean isNew) throws Refusal {
        RequestCheck.readable(request);
        Doc result = RequestCheck.validate(request, node.now());
        if (!result.isTrue("isSuccess")) {
            throw Refusal.rule(result.text("code"), result.text("message"));
        }
        Doc kept = request.copy().without("@type");
        if (isNew) {
            if (request.has("expiresAt")
                    && Dates.normal(request.text("expiresAt")).compareTo(end) > 0) {
                throw Refusal.rule(
                        "error.runtime.relationshipTemplates.requestCannotExpireAfterRelationshipTemplate",
                        "The expiration date of the Request within the onNewRelationship property of the"
                                + " RelationshipTemplateContent must be such that the Request expires no later than the"
                                + " RelationshipTemplate.");
            }
            kept.putIfAbsent("expiresAt", end);
        }
        if (kept.has("expiresAt")) {
            kept.with("expiresAt", Dates.future(node, kept.text("expiresAt")));
        }
        return kept;
    }
}
