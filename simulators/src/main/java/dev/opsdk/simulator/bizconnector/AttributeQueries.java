package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looking for attributes as a request would. */
final class AttributeQueries {

    private static final Shape IDENTITY = Shape.of("query!:identityQuery");
    private static final Shape RELATIONSHIP = Shape.of("query!:relationshipQuery");
    private static final Shape THIRD_PARTY = Shape.of("query!:thirdPartyQuery");
    private static final Shape IQL = Shape.of("query!:iql");
    private static final Shape TYPED_IQL = Shape.of("query!:typedIql");

    private AttributeQueries() {}

    static void addTo(RouteTable table) {
        table.roles("core:attributes")
                .json("POST /Attributes/ExecuteIdentityAttributeQuery", AttributeQueries::identity)
                .json("POST /Attributes/ExecuteRelationshipAttributeQuery", AttributeQueries::relationship)
                .json("POST /Attributes/ExecuteThirdPartyRelationshipAttributeQuery", AttributeQueries::thirdParty)
                .json("POST /Attributes/ExecuteIQLQuery", AttributeQueries::iql)
                .json("POST /Attributes/ValidateIQLQuery", AttributeQueries::validate);
    }

    private static Answer identity(Call call) throws Refusal {
        return Answer.ok(identity(call.node(), call.body(IDENTITY).doc("query")));
    }

    static List<Doc> identity(Node node, Doc query) throws Refusal {
        List<String> tags = query.texts("tags");
        return which(
                node,
                attribute -> attribute.type().equals(Attributes.OWN_IDENTITY)
                        && attribute.doc("content").doc("value").type().equals(query.text("valueType"))
                        && (tags.isEmpty()
                                || attribute.doc("content").texts("tags").stream()
                                        .anyMatch(tags::contains)));
    }

    private static Answer relationship(Call call) throws Refusal {
        Doc query = call.body(RELATIONSHIP).doc("query");
        Node node = call.node();
        String owner = query.text("owner").isEmpty() ? node.address() : query.text("owner");
        String type = query.doc("attributeCreationHints").text("valueType");
        List<Doc> found = which(node, attribute -> {
            Doc content = attribute.doc("content");
            return content.type().equals("RelationshipAttribute")
                    && content.text("key").equals(query.text("key"))
                    && content.text("owner").equals(owner)
                    && (type.isEmpty() || content.doc("value").type().equals(type));
        });
        if (found.isEmpty()) {
            throw Refusal.missing("LocalAttribute");
        }
        return Answer.ok(found.get(0));
    }

    private static Answer thirdParty(Call call) throws Refusal {
        Doc query = call.body(THIRD_PARTY).doc("query");
        List<String> parties = query.texts("thirdParty");
        String own = call.node().address();
        return Answer.ok(which(call.node(), attribute -> {
            Doc content = attribute.doc("content");
            boolean owner = switch (query.text("owner")) {
                case "recipient" -> content.text("owner").equals(own);
                case "thirdParty" -> parties.contains(content.text("owner"));
                default -> true;
            };
            return content.type().equals("RelationshipAttribute")
                    && content.text("key").equals(query.text("key"))
                    && parties.contains(attribute.text("peer"))
                    && owner;
        }));
    }

    private static Answer iql(Call call) throws Refusal {
        Predicate<Doc> matches = Iql.parse(call.body(IQL).doc("query").text("queryString"));
        return Answer.ok(which(
                call.node(), attribute -> attribute.type().equals(Attributes.OWN_IDENTITY) && matches.test(attribute)));
    }

    private static Answer validate(Call call) throws Refusal {
        Iql.parse(call.body(TYPED_IQL).doc("query").text("queryString"));
        return Answer.ok(Doc.of("isValid", true));
    }

    private static List<Doc> which(Node node, Predicate<Doc> wanted) throws Refusal {
        List<Doc> found = new ArrayList<>();
        for (Doc attribute : node.db().attributes.values()) {
            if (wanted.test(attribute)) {
                found.add(attribute);
            }
        }
        return found;
    }
}
