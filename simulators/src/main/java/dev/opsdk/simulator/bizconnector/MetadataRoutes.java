package dev.opsdk.simulator.bizconnector;

import org.jspecify.annotations.Nullable;

/** Notes about identities. */
final class MetadataRoutes {

    private static final Shape UPSERT = Shape.of("reference!:address key:text value!:any");

    private MetadataRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:identityMetadata")
                .json("PUT /IdentityMetadata", MetadataRoutes::put)
                .json("GET /IdentityMetadata", call -> Answer.ok(find(call)))
                .any("DELETE /IdentityMetadata", MetadataRoutes::delete);
    }

    private static Answer put(Call call) throws Refusal {
        Node node = call.node();
        Doc body = call.body(UPSERT);
        Db db = node.db();
        String reference = body.text("reference");
        if (!reference.equals(node.address()) && node.relationshipTo(reference).isEmpty()) {
            throw Refusal.rule(
                    "error.runtime.identityMetadata.unfamiliarReferencedIdentity",
                    "The reference of the IdentityMetadata resolves neither to the address of a peer of a Relationship"
                            + " nor the address of the own Identity.");
        }
        String key = body.textOrNull("key");
        Doc record = Doc.of("reference", reference, "key", key, "value", body.get("value"));
        db.metadata.put(idOf(reference, key), record);
        return Answer.ok(record);
    }

    private static Doc find(Call call) throws Refusal {
        Doc record = call.node().db().metadata.get(asked(call));
        if (record == null) {
            throw Refusal.rule(
                    "error.runtime.identityMetadata.notFound",
                    "There is no stored IdentityMetadata for the specified combination of reference and key.");
        }
        return record;
    }

    private static Answer delete(Call call) throws Refusal {
        find(call);
        call.node().db().metadata.remove(asked(call));
        return Answer.none();
    }

    private static String asked(Call call) throws Refusal {
        if (!call.query().containsKey("reference")) {
            throw Refusal.invalid("must have required property 'reference'");
        }
        Shape.pattern("reference", call.query("reference"), Shape.ADDRESS);
        return idOf(call.query("reference"), call.query().containsKey("key") ? call.query("key") : null);
    }

    private static String idOf(String reference, @Nullable String key) {
        return reference + (key == null ? "" : " " + key);
    }
}
