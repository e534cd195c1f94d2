package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.SimRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request with the parameters of the one place its route looks at. */
final class Call {

    final SimRequest request;
    final Optional<OmsAnswer> planned;
    final boolean secondGeneration;
    private final Map<String, String> parameters;

    /** Fails with IllegalArgumentException when the encoding is broken. */
    Call(SimRequest request, Route route, Optional<OmsAnswer> planned) {
        this.request = request;
        this.planned = planned;
        this.secondGeneration = route.secondGeneration();
        boolean form = route.place() == Route.Place.FORM && request.method().equals("POST");
        this.parameters = form ? decode(formOf(request)) : decode(request.query());
    }

    private static String formOf(SimRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") ? request.body() : "";
    }

    private static Map<String, String> decode(String encoded) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                all.putIfAbsent(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    String path() {
        return request.path();
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** An empty value is as good as none. */
    String required(String name) throws Refusal {
        String value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw Refusal.missing(name);
        }
        return value;
    }

    boolean flag(String name) {
        return optional(name).orElse("").equalsIgnoreCase("true");
    }
}
