package dev.opsdk.simulator.bizconnector;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.JsonReader;
import dev.opsdk.simulator.SimRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request as the routes see it. */
final class Call {

    private static final int MOST_JSON = 2 * 1024 * 1024;

    private final Node node;
    private final SimRequest request;
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable Object body;
    private boolean png;

    Call(Node node, SimRequest request) {
        this.node = node;
        this.request = request;
        for (String pair : request.query().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
            }
        }
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Before anybody asks who is calling, as the real server does. */
    void readBody() throws Refusal {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json") || request.body().isEmpty()) {
            return;
        }
        if (request.body().length() > MOST_JSON) {
            throw Refusal.unexpected();
        }
        try {
            // inside a list, so that something behind the first value is an error
            Object all = JsonReader.first("[" + request.body() + "]");
            if (all instanceof List<?> list && list.size() == 1 && !isPrimitive(list.get(0))) {
                body = Doc.deep(list.get(0));
                return;
            }
        } catch (JsonException e) {
            throw invalidJson();
        }
        throw invalidJson();
    }

    private static boolean isPrimitive(@Nullable Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static Refusal invalidJson() {
        return Refusal.of(
                400,
                "error.connector.validation.invalidJsonInPayload",
                "The given payload is not a valid json object.");
    }

    Node node() {
        return node;
    }

    SimRequest request() {
        return request;
    }

    Map<String, List<String>> query() {
        return query;
    }

    /** The first value of a query parameter, empty when there is none. */
    String query(String name) {
        return query.getOrDefault(name, List.of("")).get(0);
    }

    void bind(String name, String value) {
        parameters.put(name, decoded(value));
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** An id from the path, in the shape of its kind. */
    String id(String name, String prefix) throws Refusal {
        return id(name, prefix, name);
    }

    String id(String name, String prefix, String field) throws Refusal {
        String value = parameter(name);
        if (!Pattern.compile(prefix + "[A-Za-z0-9]{17}").matcher(value).find()) {
            throw Refusal.invalid(field + " must match pattern " + prefix + "[A-Za-z0-9]{17}");
        }
        return value;
    }

    /** The body of a route that trips over a missing one. */
    Doc neededBody() throws Refusal {
        if (body instanceof Doc doc) {
            return doc;
        }
        throw Refusal.unexpected();
    }

    /** The body of a route that looks at it in a civilised way. */
    Doc body(Shape shape) throws Refusal {
        shape.check(body);
        return body instanceof Doc doc ? doc : new Doc();
    }

    Doc bodyOrEmpty() {
        return body instanceof Doc doc ? doc : new Doc();
    }

    void wantPng() {
        png = true;
    }

    boolean isPng() {
        return png;
    }
}
