package dev.opsdk.simulator.bizconnector;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files. */
final class FileRoutes {

    private static final Filter FILTER = Filter.strict("createdAt createdBy createdByDevice description expiresAt"
            + " filename filesize mimetype title isOwn tags ownershipToken ownershipIsLocked=");
    private static final Shape LOAD = Shape.of("reference!:any password:text");
    private static final int OWNERSHIP_DIGITS = 20;

    private FileRoutes() {}

    static void addTo(RouteTable table) {
        table.roles("core:files")
                .json("POST /Files/Own", FileRoutes::upload)
                .json("POST /Files/Peer", FileRoutes::load)
                .json("GET /Files", call -> list(call, Optional.empty()))
                .json("GET /Files/Own", call -> list(call, Optional.of(true)))
                .json("GET /Files/Peer", call -> list(call, Optional.of(false)))
                .picture("GET /Files/{id}", FileRoutes::get)
                .any("GET /Files/{id}/Download", FileRoutes::download)
                .picture("POST /Files/{id}/Token", FileRoutes::token)
                .json("PATCH /Files/{id}/RegenerateOwnershipToken", FileRoutes::regenerate)
                .any("DELETE /Files/{id}", FileRoutes::delete);
    }

    private static Answer upload(Call call) throws Refusal {
        String type = call.request().header("Content-Type").orElse("");
        Multipart form = Multipart.read(type, call.request().body());
        if (!form.hasFile()) {
            throw Refusal.invalid("must have required property 'content'");
        }
        List<String> tags = form.list("tags");
        Node node = call.node();
        Optional<String> asked = form.field("expiresAt");
        String end = asked.isPresent() ? Dates.future(node, asked.get()) : "";
        if (form.file().length > Files.MOST) {
            throw Refusal.invalid("'content' is too large");
        }
        Tags.check(tags);
        node.db();
        node.reach("POST /api/v2/Files");
        return Answer.created(Files.upload(
                node,
                form.filename(),
                form.mimetype(),
                form.file(),
                form.field("title").orElse(null),
                form.field("description").orElse(null),
                tags,
                end));
    }

    private static Answer load(Call call) throws Refusal {
        Doc body = call.body(LOAD);
        return Answer.created(load(call.node(), body.textOrNull("reference"), body));
    }

    private static Doc load(Node node, @Nullable String reference, Doc body) throws Refusal {
        String id = Reference.target(reference)
                .filter(target -> target.startsWith("FIL") || target.startsWith("TOK"))
                .orElseThrow(() -> Refusal.invalid("token / file reference invalid"));
        node.db();
        node.reach("GET /api/v2/Files");
        if (id.startsWith("FIL")) {
            return Files.known(node, id);
        }
        Doc content = Tokens.read(node, id, body).doc("content");
        if (!content.type().equals("TokenContentFile")) {
            throw Tokens.wrongContent();
        }
        return Files.known(node, content.text("fileId"));
    }

    private static Answer list(Call call, Optional<Boolean> own) throws Refusal {
        List<Doc> files = call.node().db().files.values().stream()
                .filter(file -> own.isEmpty() || own.get().equals(file.isTrue("isOwn")))
                .toList();
        return Answer.ok(FILTER.apply(files, call));
    }

    private static Answer get(Call call) throws Refusal {
        String asked = call.parameter("id");
        Doc file;
        if (asked.startsWith("FIL")) {
            file = Files.find(call.node(), call.id("id", "FIL"));
        } else if (Reference.target(asked).isPresent()) {
            file = load(call.node(), asked, new Doc());
        } else {
            // an unreadable reference is nobody's case
            throw Refusal.unexpected();
        }
        return call.isPng() ? Answer.png(200, file) : Answer.ok(file);
    }

    private static Answer download(Call call) throws Refusal {
        String id = call.id("id", "FIL");
        return Files.download(call.node(), Files.find(call.node(), id));
    }

    private static Answer token(Call call) throws Refusal {
        Doc body = call.neededBody();
        String id = call.id("id", "FIL", "fileId");
        Tokens.checkBody(call);
        Doc file = Files.find(call.node(), id);
        Doc content = Doc.of("@type", "TokenContentFile")
                .with("fileId", id)
                .with("secretKey", Doc.of("key", file.text("~key"), "alg", 3));
        return Tokens.of(call, file, content, body);
    }

    private static Answer regenerate(Call call) throws Refusal {
        Doc file = Files.find(call.node(), call.id("id", "FIL"));
        if (!file.text("owner").equals(call.node().address())) {
            throw Refusal.rule(
                    "error.runtime.files.notOwnedByYou", "Only the owner of the File can perform this action.");
        }
        call.node().reach("PATCH /api/v2/Files");
        return Answer.ok(file.without("ownershipIsLocked")
                .with("ownershipToken", call.node().world.ids.hex(OWNERSHIP_DIGITS)));
    }

    private static Answer delete(Call call) throws Refusal {
        Node node = call.node();
        String id = call.id("id", "FIL", "fileId");
        Doc file = Files.find(node, id);
        if (file.isTrue("isOwn")) {
            node.reach("DELETE /api/v2/Files/" + id);
            node.world.cloud.remove(id);
            node.world.contents.remove(id);
        }
        node.db().files.remove(id);
        return Answer.none();
    }
}
