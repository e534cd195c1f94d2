package dev.opsdk.bizconnector.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.opsdk.core.Secret;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the secrets out of {@code /Monitoring/Support}. The connector masks three of them; all environment variables, the keys of
 * webhook targets and the passwords in broker URLs it shows. Here nothing is shown unless it is known to be harmless: switches,
 * numbers, and texts under names that are known; URLs lose all but scheme, host and port.
 */
public final class SupportMask {
    // top-level names of the configuration itself; every other one is an environment variable or an argument
    private static final Set<String> OWN = Set.of(
            "debug",
            "transportLibrary",
            "database",
            "logging",
            "infrastructure",
            "modules",
            "pinnedTLSCertificateSHA256Fingerprints",
            "enforceCertificatePinning");
    private static final Set<String> HARMLESS = Set.of(
            "driver",
            "dbName",
            "type",
            "level",
            "pattern",
            "appender",
            "appenders",
            "location",
            "requiredInfrastructure",
            "triggers",
            "target",
            "origin",
            "platformClientId",
            "headerName",
            "address",
            "publicKey",
            "version",
            "build",
            "date",
            "commit",
            "runtimeVersion",
            "database",
            "backboneConnection",
            "backboneAuthentication",
            "error");
    private static final Set<String> URLS = Set.of("baseUrl", "url", "tokenUrl", "tokenEndpoint", "issuerBaseURL");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(?:pass(?:word|wd|phrase)?|pwd|secret|token|credential|auth|cookie|private|connection_?string|pin(?:code)?"
                    + "|(?:api|access|signing|encryption)[_-]?key|(?:^|_)keys?)$|(?i).*(?:password|secret|token|credential).*");
    private static final Pattern REDACTED = Pattern.compile("redacted \\((?:enabled|disabled)\\)|\\*{3}");
    private static final Pattern IN_TEXT = Pattern.compile("true|false|[0-9.]{1,12}|/[\\w./:-]{0,40}");
    private static final int SHORTEST = 6;
    private static final int SHORTEST_PART = 12;

    private SupportMask() {}

    /**
     * Masks a support answer.
     *
     * @param support the whole answer
     * @return a copy without secrets
     */
    public static JsonNode masked(JsonNode support) {
        if (!support.isObject()) {
            return TextNode.valueOf(Secret.MASK);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        support.properties()
                .forEach(each -> copy.set(
                        each.getKey(),
                        each.getKey().equals("configuration")
                                ? configuration(each.getValue())
                                : masked(each.getKey(), each.getValue(), false)));
        return copy;
    }

    /**
     * Masks a configuration.
     *
     * @param configuration as the connector gives it
     * @return a copy without secrets; environment variables keep their names
     */
    public static JsonNode configuration(JsonNode configuration) {
        if (!configuration.isObject()) {
            return TextNode.valueOf(Secret.MASK);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        configuration
                .properties()
                .forEach(each -> copy.set(
                        each.getKey(),
                        OWN.contains(each.getKey())
                                ? masked(each.getKey(), each.getValue(), false)
                                : TextNode.valueOf(Secret.MASK)));
        return copy;
    }

    /**
     * The texts that {@link #masked} took out, so that they can be looked for elsewhere, such as in a log.
     *
     * @param support the whole answer
     * @return the secrets; short ones, numbers and paths are left out, as they stand in any text
     */
    public static Set<Secret> secrets(JsonNode support) {
        Set<Secret> found = new LinkedHashSet<>();
        collect(support, masked(support), found);
        return found;
    }

    private static void collect(JsonNode before, JsonNode after, Set<Secret> found) {
        if (before.isObject() && after.isObject()) {
            before.properties().forEach(each -> collect(each.getValue(), after.path(each.getKey()), found));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < before.size(); i++) {
                collect(before.get(i), after.path(i), found);
            }
        } else if (before.isContainerNode()) {
            before.forEach(each -> collect(each, after, found));
        } else if (!before.equals(after) && before.isValueNode()) {
            String text = before.asText();
            if (text.length() >= SHORTEST && !IN_TEXT.matcher(text).matches()) {
                found.add(Secret.of(text));
                parts(text, after.asText(), found);
            }
        }
    }

    /** A log has a URL's parts in other company: a trigger filled in, the credentials taken out. */
    private static void parts(String text, String shown, Set<Secret> found) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return;
        }
        String rest = text.substring(scheme + 3);
        int at = rest.indexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        Arrays.stream(user.split(":", -1))
                .filter(part -> part.length() >= SHORTEST && !shown.contains(part))
                .forEach(part -> found.add(Secret.of(part)));
        Arrays.stream(rest.substring(at + 1).split("[/?#&=@]|\\{\\{.*?}}", -1))
                .filter(part -> part.length() >= SHORTEST_PART && !shown.contains(part))
                .forEach(part -> found.add(Secret.of(part)));
    }

    static boolean environment(String name) {
        return !OWN.contains(name) && !name.equals("_") && !name.equals("$0") && !name.equals("type");
    }

    static boolean secretName(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    private static JsonNode masked(String name, JsonNode value, boolean inherited) {
        boolean hidden = inherited || (secretName(name) && !name.equals("authentication")) || name.equals("headers");
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(each -> copy.set(each.getKey(), masked(each.getKey(), each.getValue(), hidden)));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> copy.add(masked(name, each, hidden)));
            return copy;
        }
        if (value.isNull() || value.isBoolean()) {
            return value;
        }
        if (value.isTextual() && REDACTED.matcher(value.textValue()).matches()) {
            return value; // the connector's own mask says whether it is set
        }
        if (hidden) {
            return TextNode.valueOf(Secret.MASK);
        }
        if (value.isNumber()) {
            return value;
        }
        return URLS.contains(name)
                ? TextNode.valueOf(ConfigurationAssessment.shown(value.asText()))
                : HARMLESS.contains(name)
                        ? TextNode.valueOf(Masking.text(value.asText()))
                        : TextNode.valueOf(Secret.MASK);
    }
}
