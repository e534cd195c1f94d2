package dev.opsdk.simulator.bizconnector;

/** Tokens: small things on the Backbone that others can fetch. */
final class Tokens {

    private static final Shape FROM =
            Shape.of("expiresAt:date ephemeral:flag forIdentity:address passwordProtection:password");

    private Tokens() {}

    static void checkBody(Call call) throws Refusal {
        Protection.check(call.body(FROM));
    }

    /** A token for something else, which is not kept unless it is asked for. */
    static Answer of(Call call, Doc thing, Doc content, Doc body) throws Refusal {
        Node node = call.node();
        String end = body.has("expiresAt") ? body.text("expiresAt") : thing.text("expiresAt");
        Doc wanted = body.copy().with("expiresAt", Dates.future(node, end));
        if (call.isPng() || !body.has("ephemeral")) {
            wanted.with("ephemeral", true);
        }
        node.db();
        node.reach("POST /api/v2/Tokens");
        Doc token = create(node, content, wanted);
        // the picture is named after what the token is for
        return call.isPng() ? Answer.png(201, token.copy().with("id", thing.text("id"))) : Answer.created(token);
    }

    static Doc create(Node node, Doc content, Doc wanted) {
        String key = node.world.ids.secretKey();
        Doc token = Doc.of("id", node.newId("TOK"))
                .with("isOwn", true)
                .with("createdBy", node.address())
                .with("createdByDevice", node.device())
                .with("content", content)
                .with("createdAt", node.now())
                .with("expiresAt", wanted.text("expiresAt"))
                .with("forIdentity", wanted.get("forIdentity"))
                .with("passwordProtection", wanted.get("passwordProtection"));
        token.with("reference", Reference.write(node.world.baseUrl(), token, key, node.world.ids))
                .with("isEphemeral", wanted.isTrue("ephemeral"));
        node.world.cloud.put(token.text("id"), token.copy());
        if (!wanted.isTrue("ephemeral")) {
            node.rawDb().tokens.put(token.text("id"), token);
        }
        return token;
    }

    /** What somebody gets who has a reference and perhaps a password. */
    static Doc read(Node node, String id, Doc body) throws Refusal {
        Doc token = node.world
                .cloud(id)
                .orElseThrow(() -> Refusal.rule("error.runtime.recordNotFound", "Record not found."));
        Protection.checkReader(token, body, node.address());
        return token;
    }

    static Refusal wrongContent() {
        return Refusal.rule(
                "error.runtime.invalidTokenContent", "The given Token has an invalid content for this route.");
    }
}
