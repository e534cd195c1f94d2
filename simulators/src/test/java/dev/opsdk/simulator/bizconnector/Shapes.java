package dev.opsdk.simulator.bizconnector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Which fields an answer has, of which kinds; elements of lists taken together. */
final class Shapes {

    private Shapes() {}

    static Set<String> of(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        walk("", node, paths);
        return paths;
    }

    private static void walk(String path, JsonNode node, Set<String> paths) {
        // only in debug mode, and never the same
        if (path.equals("/error/stacktrace") || path.equals("/error/details")) {
            return;
        }
        paths.add(path + " " + node.getNodeType());
        if (node.isArray()) {
            node.forEach(item -> walk(path + "[]", item, paths));
        } else {
            node.properties().forEach(field -> walk(path + "/" + field.getKey(), field.getValue(), paths));
        }
    }
}
