package dev.opsdk.simulator.bizconnector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One operation of the interface below {@code /api/core/v1}. */
final class Route {

    /** Does what a route is there for. */
    @FunctionalInterface
    interface Action {
        Answer run(Call call) throws Refusal;
    }

    private final String method;
    private final List<String> segments;
    private final List<String> roles;
    private final List<String> produces;
    private final Action action;

    Route(String operation, List<String> roles, List<String> produces, Action action) {
        int blank = operation.indexOf(' ');
        this.method = operation.substring(0, blank);
        this.segments = segmentsOf(operation.substring(blank + 1));
        this.roles = roles;
        this.produces = produces;
        this.action = action;
    }

    static List<String> segmentsOf(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.remove(0);
        if (!segments.isEmpty() && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return segments;
    }

    String method() {
        return method;
    }

    String path() {
        return "/" + String.join("/", segments);
    }

    List<String> roles() {
        return roles;
    }

    /** How many segments are literally the same, or -1 when it is another path. */
    int match(List<String> asked) {
        if (asked.size() != segments.size()) {
            return -1;
        }
        int literal = 0;
        for (int i = 0; i < asked.size(); i++) {
            if (isParameter(segments.get(i))) {
                if (asked.get(i).isEmpty()) {
                    return -1;
                }
            } else if (segments.get(i).equalsIgnoreCase(asked.get(i))) {
                literal++;
            } else {
                return -1;
            }
        }
        return literal;
    }

    Answer run(Call call, List<String> asked) throws Refusal {
        for (int i = 0; i < asked.size(); i++) {
            String name = segments.get(i);
            if (isParameter(name)) {
                call.bind(name.substring(1, name.length() - 1), asked.get(i));
            }
        }
        return action.run(call);
    }

    /** Which of the types it has suits a caller best. */
    Optional<String> negotiate(String accept) {
        if (accept.isBlank() || produces.isEmpty()) {
            return Optional.of("application/json");
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String type = range.split(";", -1)[0].trim();
            for (String own : produces) {
                if (type.equals("*/*") || type.equals(own) || type.equals(own.split("/", -1)[0] + "/*")) {
                    return Optional.of(own);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
