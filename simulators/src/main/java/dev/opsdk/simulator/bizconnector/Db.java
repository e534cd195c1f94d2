package dev.opsdk.simulator.bizconnector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything a connector keeps in its database. */
final class Db {

    final Map<String, Doc> attributes = new LinkedHashMap<>();
    final Map<String, Doc> forwardings = new LinkedHashMap<>();
    final Map<String, Doc> files = new LinkedHashMap<>();
    final Map<String, Doc> tokens = new LinkedHashMap<>();
    final Map<String, Doc> templates = new LinkedHashMap<>();
    final Map<String, Doc> relationships = new LinkedHashMap<>();
    final Map<String, Doc> messages = new LinkedHashMap<>();
    final Map<String, Doc> incoming = new LinkedHashMap<>();
    final Map<String, Doc> outgoing = new LinkedHashMap<>();
    final Map<String, Doc> metadata = new LinkedHashMap<>();

    @Nullable
    String lastSync;

    @Nullable
    Doc deletionProcess;

    Db copy() {
        Db copy = new Db();
        copy(attributes, copy.attributes);
        copy(forwardings, copy.forwardings);
        copy(files, copy.files);
        copy(tokens, copy.tokens);
        copy(templates, copy.templates);
        copy(relationships, copy.relationships);
        copy(messages, copy.messages);
        copy(incoming, copy.incoming);
        copy(outgoing, copy.outgoing);
        copy(metadata, copy.metadata);
        copy.lastSync = lastSync;
        copy.deletionProcess = deletionProcess == null ? null : deletionProcess.copy();
        return copy;
    }

    private static void copy(Map<String, Doc> from, Map<String, Doc> to) {
        from.forEach((id, doc) -> to.put(id, doc.copy()));
    }
}
