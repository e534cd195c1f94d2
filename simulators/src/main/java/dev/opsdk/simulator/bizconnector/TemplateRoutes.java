package dev.opsdk.simulator.bizconnector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Templates from which others start relationships. */
final class TemplateRoutes {

    private static final Filter FILTER = Filter.strict("isOwn createdAt expiresAt createdBy createdByDevice"
            + " maxNumberOfAllocations forIdentity passwordProtection passwordProtection.password"
            + " passwordProtection.passwordIsPin passwordProtection.passwordLocationIndicator");
    private static final Shape CREATE = Shape.of("expiresAt!:date content!:object maxNumberOfAllocations:positive"
            + " forIdentity:address passwordProtection:password");
    private static final Shape LOAD = Shape.of("reference!:any password:text");

    private TemplateRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:relationshipTemplates")
                .json("GET /RelationshipTemplates", call -> list(call, Optional.empty()))
                .json("GET /RelationshipTemplates/Own", call -> list(call, Optional.of(true)))
                .json("GET /RelationshipTemplates/Peer", call -> list(call, Optional.of(false)))
                .picture("GET /RelationshipTemplates/{id}", TemplateRoutes::get)
                .json("POST /RelationshipTemplates/Own", TemplateRoutes::create)
                .json("POST /RelationshipTemplates/Peer", TemplateRoutes::load)
                .picture("POST /RelationshipTemplates/Own/{id}/Token", TemplateRoutes::token)
                .any("DELETE /RelationshipTemplates/{id}", TemplateRoutes::delete);
    }

    private static Answer list(Call call, Optional<Boolean> own) throws Refusal {
        List<Doc> templates = call.node().db().templates.values().stream()
                .filter(template -> own.isEmpty() || own.get().equals(template.isTrue("isOwn")))
                .toList();
        return Answer.ok(FILTER.apply(templates, call));
    }

    private static Doc find(Call call, String field) throws Refusal {
        String id = call.id("id", "RLT", field);
        Doc template = call.node().db().templates.get(id);
        if (template == null) {
            throw Refusal.missing("RelationshipTemplate");
        }
        return template;
    }

    private static Answer get(Call call) throws Refusal {
        Doc template = find(call, "id");
        return call.isPng() ? Answer.png(200, template) : Answer.ok(template);
    }

    private static Answer create(Call call) throws Refusal {
        Doc body = call.body(CREATE);
        Node node = call.node();
        Protection.check(body);
        String end = Dates.future(node, body.text("expiresAt"));
        Doc content = TemplateContent.checked(node, body.doc("content"), end);
        node.db();
        node.reach("POST /api/v2/RelationshipTemplates");
        String key = node.world.ids.secretKey();
        Doc template = Doc.of("id", node.newId("RLT"))
                .with("isOwn", true)
                .with("createdBy", node.address())
                .with("createdByDevice", node.device())
                .with("createdAt", node.now())
                .with("forIdentity", body.get("forIdentity"))
                .with("passwordProtection", body.get("passwordProtection"))
                .with("content", content)
                .with("expiresAt", end)
                .with("maxNumberOfAllocations", body.get("maxNumberOfAllocations"));
        template.with("reference", Reference.write(node.world.baseUrl(), template, key, node.world.ids))
                .with("~key", key);
        node.world.cloud.put(template.text("id"), template.copy());
        node.db().templates.put(template.text("id"), template);
        return Answer.created(template);
    }

    private static Answer load(Call call) throws Refusal {
        Doc body = call.body(LOAD);
        Node node = call.node();
        String id = Reference.target(body.textOrNull("reference"))
                .filter(target -> target.startsWith("RLT") || target.startsWith("TOK"))
                .orElseThrow(() -> Refusal.invalid("token / relationship template reference invalid"));
        Db db = node.db();
        node.reach("GET /api/v2/RelationshipTemplates");
        if (id.startsWith("TOK")) {
            Doc content = Tokens.read(node, id, body).doc("content");
            if (!content.type().equals("TokenContentRelationshipTemplate")) {
                throw Tokens.wrongContent();
            }
            id = content.text("templateId");
        }
        Doc template = node.world
                .cloud(id)
                .orElseThrow(() -> Refusal.rule("error.runtime.recordNotFound", "Record not found."))
                .copy();
        Protection.checkReader(template, body, node.address());
        allocate(node, template);
        template.with("isOwn", template.text("createdBy").equals(node.address()));
        db.templates.put(id, template);
        if (!template.isTrue("isOwn")) {
            node.emit("transport.peerRelationshipTemplateLoaded", template);
            RequestLife.templateLoaded(node, template);
        }
        return Answer.created(template);
    }

    /** Whoever comes after the last allowed one finds nothing. */
    private static void allocate(Node node, Doc template) throws Refusal {
        if (template.text("createdBy").equals(node.address())
                || !(template.get("maxNumberOfAllocations") instanceof BigDecimal most)) {
            return;
        }
        Set<String> readers = node.world.allocations(template.text("id"));
        if (readers.contains(node.address())) {
            return;
        }
        if (readers.size() >= most.intValue()) {
            throw Refusal.rule("error.runtime.recordNotFound", "Record not found.");
        }
        readers.add(node.address());
        if (readers.size() == most.intValue()) {
            node.world
                    .node(template.text("createdBy"))
                    .ifPresent(owner -> owner.inbox.add(() -> {
                        Doc own = owner.rawDb().templates.get(template.text("id"));
                        if (own != null) {
                            owner.emit("transport.relationshipTemplateAllocationsExhausted", own);
                        }
                    }));
        }
    }

    private static Answer token(Call call) throws Refusal {
        Doc body = call.neededBody();
        call.id("id", "RLT", "templateId");
        Tokens.checkBody(call);
        Doc template = find(call, "templateId");
        if (!template.isTrue("isOwn")) {
            throw Refusal.rule(
                    "error.runtime.relationshipTemplates.cannotCreateTokenForPeerTemplate",
                    "You cannot create a Token for a peer RelationshipTemplate.");
        }
        if (template.has("forIdentity") && !template.text("forIdentity").equals(body.text("forIdentity"))) {
            throw Refusal.rule(
                    "error.runtime.relationshipTemplates.personalizationMustBeInherited",
                    "If a RelationshipTemplate is personalized, Tokens created from it must have the same"
                            + " personalization.");
        }
        if (template.has("passwordProtection")
                && !template.doc("passwordProtection").equals(body.doc("passwordProtection"))) {
            throw Refusal.rule(
                    "error.runtime.relationshipTemplates.passwordProtectionMustBeInherited",
                    "If a RelationshipTemplate has password protection, Tokens created from it must have the same"
                            + " password protection.");
        }
        Doc content = Doc.of("@type", "TokenContentRelationshipTemplate")
                .with("secretKey", Doc.of("key", template.text("~key"), "alg", 3))
                .with("templateId", template.text("id"));
        return Tokens.of(call, template, content, body);
    }

    private static Answer delete(Call call) throws Refusal {
        Doc template = find(call, "templateId");
        Node node = call.node();
        if (template.isTrue("isOwn")) {
            node.reach("DELETE /api/v2/RelationshipTemplates");
            node.world.cloud.remove(template.text("id"));
        }
        node.db().templates.remove(template.text("id"));
        return Answer.none();
    }
}
