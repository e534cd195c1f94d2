package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.core.internal.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The name of a component, {@code <host>-<port>:<inner name>:<sequence>} as a rule. It is also the component's run directory. A name is
 * never put together from its parts, and no name is refused for its shape: even samples of the documentation lack a part.
 */
public abstract class ComponentName {
    private final String text;

    ComponentName(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the name of a " + what + " must not be blank");
        }
        if (Texts.holdsControl(text)) {
            throw new IllegalArgumentException("the name of a " + what + " must not hold control characters");
        }
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "the name of a " + what + " must not begin or end with blank space; the server compares it whole");
        }
        this.text = text;
    }

    private List<String> parts() {
        return Arrays.asList(text.split(":", -1));
    }

    /** The part at a distance from the right end, if anything stands before it. */
    final Optional<String> fromRight(int distance) {
        List<String> parts = parts();
        int index = parts.size() - 1 - distance;
        return index >= 1 && !parts.get(index).isEmpty() ? Optional.of(parts.get(index)) : Optional.empty();
    }

    /** Everything before the last parts, with its colons. */
    private String address() {
        List<String> parts = parts();
        int inner = Math.min(innerParts() + 1, parts.size() - 1);
        return String.join(":", parts.subList(0, parts.size() - inner));
    }

    /** How many parts stand between address and sequence. */
    int innerParts() {
        return 1;
    }

    /**
     * The host it was made on; the component's detail knows better.
     *
     * @return a name or address
     */
    public Optional<String> host() {
        String address = address();
        String host = port().isPresent() ? address.substring(0, address.lastIndexOf('-')) : address;
        return host.isEmpty() || parts().size() == 1 ? Optional.empty() : Optional.of(host);
    }

    /**
     * The port in the name: 9000 is the supervisor's; a store has that of its store manager (7100 and up), not its data port.
     *
     * @return the port
     */
    public OptionalInt port() {
        String address = address();
        int dash = address.lastIndexOf('-');
        return dash > 0 && address.substring(dash + 1).matches("\\d{1,5}")
                ? OptionalInt.of(Integer.parseInt(address.substring(dash + 1)))
                : OptionalInt.empty();
    }

    /**
     * The sequence at the end, ten digits as a rule. Its high digits say something (observed {@code 0008000002}), so it stays text.
     *
     * @return the digits
     */
    public Optional<String> sequence() {
        return fromRight(0).filter(part -> part.matches("\\d+"));
    }

    /**
     * The whole name.
     *
     * @return the name, as the server knows it
     */
    @JsonValue
    public String text() {
        return text;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ComponentName that && that.getClass() == getClass() && text.equals(that.text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The whole name. */
    @Override
    public final String toString() {
        return text;
    }
}
