package dev.opsdk.examples.live;

import dev.opsdk.core.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment variables of the {@code live} profile. What is not understood is refused before anything is asked. */
final class Env {
    static final String MUTATE = "OPSDK_LIVE_MUTATE";

    private static final String OURS = "OPSDK_LIVE_";

    private final Map<String, String> variables;

    Env(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** What a variable says; blank is not set. */
    Optional<String> get(Var variable) {
        return Optional.ofNullable(variables.get(variable.name()))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    List<String> list(Var variable) {
        return get(variable).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Only {@code true} lets anything be changed; a slip must not, and must not be passed over either. */
    boolean mutate() {
        return switch (get(Var.OPSDK_LIVE_MUTATE).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        MUTATE
                                + " is neither true nor false; nothing was asked. Say true to let the scenarios change something");
        };
    }

    /** Names that look like ours and mean nothing: a slip would otherwise be silence. */
    List<String> unknown() {
        List<String> known = Stream.of(Var.values()).map(Var::name).toList();
        return variables.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !known.contains(name))
                .sorted()
                .toList();
    }

    /** What must not be printed, whoever says it. */
    List<Secret> secrets() {
        return Stream.of(Var.values())
                .filter(Var::secret)
                .flatMap(variable -> get(variable).stream())
                .map(Secret::of)
                .toList();
    }
}
