package dev.opsdk.core.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What {@code fromEnv()} is told. What cannot be understood is refused: a read-only that is misread would change things. */
public final class Environment {
    /** What is refused is repeated, and somebody may have put a whole file there. */
    private static final int MOST_SHOWN = 500;

    private final Set<String> names;
    private final Function<String, Optional<String>> variables;

    private Environment(Set<String> names, Function<String, Optional<String>> variables) {
        this.names = names;
        this.variables = variables;
    }

    /**
     * The process's own.
     *
     * @return the environment
     */
    public static Environment system() {
        return of(System.getenv());
    }

    /**
     * One that is told.
     *
     * @param variables by name
     * @return the environment
     */
    public static Environment of(Map<String, String> variables) {
        return new Environment(variables.keySet(), name -> Optional.ofNullable(variables.get(name)));
    }

    /**
     * Refuses a variable of ours that nobody reads: a misspelt read-only would change things.
     *
     * @param prefix how ours begin, such as {@code OPSDK_CCR_}
     * @param known those that are read
     * @return this
     * @throws IllegalStateException if there is another one
     */
    public Environment only(String prefix, String... known) {
        names.stream()
                .filter(name -> name.startsWith(prefix) && !Set.of(known).contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("nobody reads the environment variable " + name + "; there are "
                            + String.join(", ", known));
                });
        return this;
    }

    /**
     * A variable that may be there.
     *
     * @param name its name
     * @return its value without blanks around it; empty when it is not set or blank
     */
    public Optional<String> find(String name) {
        return variables.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * A variable that has to be there.
     *
     * @param name its name
     * @param meaning what to set it to
     * @return its value
     * @throws IllegalStateException if it is not set
     */
    public String get(String name, String meaning) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "the environment variable " + name + " is not set; set it to " + meaning));
    }

    /**
     * A decision.
     *
     * @param name the variable's name
     * @return true or false as it says in any case of letters; false when it is not set
     * @throws IllegalStateException if it says something else
     */
    public boolean flag(String name) {
        return find(name)
                .map(text -> switch (Texts.lowerCase(text)) {
                    case "true" -> true;
                    case "false" -> false;
                    default ->
                        throw new IllegalStateException(
                                "the environment variable " + name + " is neither true nor false");
                })
                .orElse(false);
    }

    /**
     * Builds with what the variables said, and names one of them when that is refused.
     *
     * @param name the variable that says where
     * @param client makes the client
     * @param <C> the client
     * @return the client
     * @throws IllegalStateException if it cannot be made like this
     */
    public static <C> C building(String name, Supplier<C> client) {
        try {
            return client.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + name + ": " + Texts.cut(String.valueOf(e.getMessage()), MOST_SHOWN),
                    e);
        }
    }
}
