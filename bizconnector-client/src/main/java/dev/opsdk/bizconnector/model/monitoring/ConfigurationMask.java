package dev.opsdk.bizconnector.model.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.Redaction;
import dev.opsdk.core.Secret;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes secrets out of a configuration: by what is known to be harmless at its top, by names and shapes below. */
final class ConfigurationMask {
    private static final Set<String> DOCUMENTED = Set.of(
            "debug",
            "transportLibrary",
            "database",
            "logging",
            "infrastructure",
            "modules",
            "pinnedTLSCertificateSHA256Fingerprints",
            "enforceCertificatePinning");

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(secret|passw|pwd|token|credential|api-?_?key|authorization|connectionstring|private|cookie|sas|salt).*");

    /** Whatever stands in them is somebody's own, and often a key. */
    private static final Set<String> SECRET_ROOMS = Set.of("headers", "options");

    private ConfigurationMask() {}

    static JsonNode of(JsonNode configuration) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        configuration
                .properties()
                .forEach(field -> masked.set(
                        field.getKey(), mask(field.getKey(), field.getValue(), !DOCUMENTED.contains(field.getKey()))));
        return masked;
    }

    private static JsonNode mask(String name, JsonNode node, boolean hidden) {
        boolean inside = hidden || SECRET_ROOMS.contains(name);
        if (node.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(field -> masked.set(field.getKey(), mask(field.getKey(), field.getValue(), inside)));
            return masked;
        }
        if (node.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> masked.add(mask(name, element, inside)));
            return masked;
        }
        if (node.isBoolean() || node.isNull()) {
            return node;
        }
        if (inside || (SECRET_NAME.matcher(name).matches() && !saysOnlyWhether(node))) {
            return JsonNodeFactory.instance.textNode(Secret.MASK);
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(withoutQuery(node.textValue())) : node;
    }

    /** The server's own way to say that a method is on without telling its keys. */
    private static boolean saysOnlyWhether(JsonNode node) {
        return node.asText().matches("redacted \\((enabled|disabled)\\)");
    }

    /** A webhook's URL may carry its key as a parameter. */
    private static String withoutQuery(String text) {
        String masked = Redaction.mask(text);
        return masked.matches("(?s)\\w+://.*") ? masked.replaceFirst("(?s)\\?.*", "?" + Secret.MASK) : masked;
    }
}
