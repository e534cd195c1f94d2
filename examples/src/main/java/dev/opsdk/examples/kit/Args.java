package dev.opsdk.examples.kit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a script was called with. A usage such as {@code host --to= --yes} says what there may be: bare words are required, in order;
 * {@code --to=} takes a value; {@code --yes} takes none. Anything else is refused: a misspelt {@code --dry-run} must not run.
 */
public final class Args {
    private final String usage;
    private final Map<String, String> given = new HashMap<>();

    private Args(String usage) {
        this.usage = usage;
    }

    static Args of(String usage, List<String> words) {
        Args args = new Args(usage);
        List<String> known = usage.isBlank() ? List.of() : List.of(usage.strip().split("\\s+"));
        List<String> bare = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (!word.startsWith("--")) {
                bare.add(word);
            } else if (known.contains(name) && equals < 0) {
                args.given.put(name, "true");
            } else if (known.contains(name + "=") && equals > 0) {
                args.given.put(name, word.substring(equals + 1));
            } else if (known.contains(name + "=") && i + 1 < words.size()) {
                args.given.put(name, words.get(++i));
            } else {
                throw args.wrong("'" + word + "' is not understood");
            }
        }
        List<String> required =
                known.stream().filter(name -> !name.startsWith("--")).toList();
        if (bare.size() != required.size()) {
            throw args.wrong(bare.size() < required.size() ? required.get(bare.size()) + " is missing" : "too much");
        }
        for (int i = 0; i < bare.size(); i++) {
            args.given.put(required.get(i), bare.get(i));
        }
        return args;
    }

    /**
     * A word or a value that has to be there.
     *
     * @param name as in the usage, without dashes
     * @return its value
     * @throws IllegalArgumentException if it was not given
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> wrong("--" + name + "= is missing"));
    }

    /**
     * A word or a value that may be there.
     *
     * @param name as in the usage, without dashes
     * @return its value
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(given.get("--" + name)).or(() -> Optional.ofNullable(given.get(name)));
    }

    /**
     * Whether a flag was given.
     *
     * @param name as in the usage, without dashes
     * @return true if it was
     */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /**
     * A value with commas.
     *
     * @param name as in the usage, without dashes
     * @return its parts; none when it was not given
     */
    public String[] list(String name) {
        return find(name)
                .filter(text -> !text.isBlank())
                .map(text -> text.split(","))
                .orElseGet(() -> new String[0]);
    }

    /**
     * A time such as {@code 10s}, {@code 0.5s} or {@code 5m}.
     *
     * @param name as in the usage, without dashes
     * @param otherwise when it was not given
     * @return the time
     * @throws IllegalArgumentException if it is no time
     */
    public Duration duration(String name, Duration otherwise) {
        return find(name).map(text -> parse(name, text)).orElse(otherwise);
    }

    /**
     * A decision, {@code true} or {@code false}: nothing else is taken for a no.
     *
     * @param name as in the usage, without dashes
     * @return the decision; empty when it was not given
     * @throws IllegalArgumentException if it is neither
     */
    public Optional<Boolean> decision(String name) {
        return find(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("--" + name + "=" + text + " is neither true nor false");
        });
    }

    private Duration parse(String name, String text) {
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--" + name + "=" + text + " is no time such as 10s, 0.5s or 5m; usage: " + usage, e);
        }
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(why + (usage.isBlank() ? "; it takes nothing" : "; usage: " + usage));
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
