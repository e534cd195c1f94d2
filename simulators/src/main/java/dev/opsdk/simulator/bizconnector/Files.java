package dev.opsdk.simulator.bizconnector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files on the Backbone and the connectors that know them. */
final class Files {

    static final int MOST = 10 * 1024 * 1024;

    private static final String NEVER = "9999-12-31T00:00:00.000Z";
    private static final int OWNERSHIP_DIGITS = 20;

    private Files() {}

    static Doc upload(
            Node node,
            String filename,
            String mimetype,
            byte[] content,
            @Nullable String title,
            @Nullable String description,
            List<String> tags,
            String expiresAt) {
        String key = node.world.ids.secretKey();
        Doc file = Doc.of("id", node.newId("FIL"), "isOwn", true, "filename", filename);
        if (!tags.isEmpty()) {
            file.with("tags", tags);
        }
        file.with("filesize", content.length)
                .with("createdAt", node.now())
                .with("createdBy", node.address())
                .with("createdByDevice", node.device())
                .with("expiresAt", expiresAt.isEmpty() ? NEVER : expiresAt)
                .with("mimetype", mimetype)
                .with("title", title)
                .with("description", description)
                .with("reference", Reference.write(node.world.baseUrl(), file, key, node.world.ids))
                .with("owner", node.address())
                .with("~key", key);
        node.world.cloud.put(file.text("id"), file.copy());
        node.world.contents.put(file.text("id"), content);
        file.with("ownershipToken", node.world.ids.hex(OWNERSHIP_DIGITS));
        node.rawDb().files.put(file.text("id"), file);
        return file;
    }

    /** What somebody sees who was told of a file; it is kept. */
    static Doc known(Node node, String id) throws Refusal {
        Doc have = node.db().files.get(id);
        if (have != null) {
            return have;
        }
        Doc file = node.world
                .cloud(id)
                .orElseThrow(() -> Refusal.rule("error.runtime.recordNotFound", "Record not found."))
                .copy();
        file.with("isOwn", file.text("owner").equals(node.address()));
        node.rawDb().files.put(id, file);
        return file;
    }

    static Doc find(Node node, String id) throws Refusal {
        Doc file = node.db().files.get(id);
        if (file == null) {
            throw Refusal.missing("File");
        }
        return file;
    }

    static Answer download(Node node, Doc file) throws Refusal {
        node.reach("GET /api/v2/Files/" + file.text("id"));
        byte[] content = node.world.contents.get(file.text("id"));
        if (content == null) {
            throw Refusal.rule("error.runtime.recordNotFound", "Record not found.");
        }
        return Answer.bytes(200, file.text("mimetype"), file.text("filename"), content);
    }
}
