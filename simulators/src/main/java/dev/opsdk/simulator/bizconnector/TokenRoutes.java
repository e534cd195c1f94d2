package dev.opsdk.simulator.bizconnector;

import java.util.List;

/** Tokens with any content. */
final class TokenRoutes {

    private static final Filter FILTER = Filter.strict("isOwn createdAt createdBy createdByDevice expiresAt forIdentity"
            + " passwordProtection passwordProtection.password passwordProtection.passwordIsPin"
            + " passwordProtection.passwordLocationIndicator");
    private static final Shape CREATE =
            Shape.of("content!:object expiresAt!:date ephemeral:flag forIdentity:address passwordProtection:password");
    private static final Shape LOAD = Shape.of("reference!:any ephemeral:flag password:text");

    private TokenRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:tokens")
                .picture("POST /Tokens/Own", TokenRoutes::create)
                .json("POST /Tokens/Peer", TokenRoutes::load)
                .json("GET /Tokens/Own", call -> list(call, true))
                .json("GET /Tokens/Peer", call -> list(call, false))
                .picture("GET /Tokens/{id}", TokenRoutes::get)
                .any("DELETE /Tokens/{id}", TokenRoutes::delete);
    }

    private static Answer create(Call call) throws Refusal {
        call.neededBody();
        Doc body = call.body(CREATE);
        Node node = call.node();
        Protection.check(body);
        Doc wanted = body.copy().with("expiresAt", Dates.future(node, body.text("expiresAt")));
        node.db();
        node.reach("POST /api/v2/Tokens");
        Doc token = Tokens.create(node, body.doc("content"), wanted);
        return call.isPng() ? Answer.png(201, token) : Answer.created(token);
    }

    private static Answer load(Call call) throws Refusal {
        call.neededBody();
        Doc body = call.body(LOAD);
        Node node = call.node();
        String id = Reference.target(body.textOrNull("reference"))
                .filter(target -> target.startsWith("TOK"))
                .orElseThrow(() -> Refusal.invalid("token reference invalid"));
        Db db = node.db();
        node.reach("GET /api/v2/Tokens/" + id);
        Doc token = Tokens.read(node, id, body).copy();
        token.with("isOwn", token.text("createdBy").equals(node.address()))
                .with("isEphemeral", body.isTrue("ephemeral"));
        if (!body.isTrue("ephemeral")) {
            db.tokens.put(id, token);
        }
        return Answer.created(token);
    }

    private static Answer list(Call call, boolean own) throws Refusal {
        List<Doc> tokens = call.node().db().tokens.values().stream()
                .filter(token -> token.isTrue("isOwn") == own)
                .toList();
        return Answer.ok(FILTER.apply(tokens, call));
    }

    private static Doc find(Call call, String field) throws Refusal {
        Doc token = call.node().db().tokens.get(call.id("id", "TOK", field));
        if (token == null) {
            throw Refusal.missing("Token");
        }
        return token;
    }

    private static Answer get(Call call) throws Refusal {
        Doc token = find(call, "id");
        return call.isPng() ? Answer.png(200, token) : Answer.ok(token);
    }

    private static Answer delete(Call call) throws Refusal {
        Doc token = find(call, "tokenId");
        Node node = call.node();
        if (token.isTrue("isOwn")) {
            node.reach("DELETE /api/v2/Tokens");
            node.world.cloud.remove(token.text("id"));
        }
        node.db().tokens.remove(token.text("id"));
        return Answer.none();
    }
}
