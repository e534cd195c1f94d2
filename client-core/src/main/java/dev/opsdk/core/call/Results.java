package dev.opsdk.core.call;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What came of one call on each of many targets: a value or an error per target, in the order of the targets.
 *
 * @param <K> the target
 * @param <V> the value
 */
public final class Results<K, V> {
    private final Map<K, V> values;
    private final Map<K, RuntimeException> errors;
    private final int targets;

    private Results(Map<K, V> values, Map<K, RuntimeException> errors) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        this.targets = values.size() + errors.size();
    }

    /**
     * Puts results together.
     *
     * @param values the targets that answered
     * @param errors the targets that failed
     * @param <K> the target
     * @param <V> the value
     * @return the results
     */
    public static <K, V> Results<K, V> of(Map<K, V> values, Map<K, RuntimeException> errors) {
        return new Results<>(values, errors);
    }

    /**
     * The targets that answered.
     *
     * @return target to value
     */
    public Map<K, V> values() {
        return values;
    }

    /**
     * The targets that failed.
     *
     * @return target to error
     */
    public Map<K, RuntimeException> errors() {
        return errors;
    }

    /**
     * Whether every target answered.
     *
     * @return true if there is no error
     */
    public boolean allSucceeded() {
        return errors.isEmpty();
    }

    /**
     * The value of one target.
     *
     * @param target a target
     * @return its value
     * @throws RuntimeException the target's own error, if it failed
     */
    public V get(K target) {
        RuntimeException error = errors.get(target);
        if (error != null) {
            throw error;
        }
        if (!values.containsKey(target)) {
            throw new NoSuchElementException("'" + target + "' was not among the targets");
        }
        return values.get(target);
    }

    /** How many succeeded, and a line per target. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(values.size() + " of " + targets + " succeeded");
        values.forEach((target, value) -> text.append(line(target, value == null ? "done" : value.toString())));
        errors.forEach((target, error) -> text.append(line(target, "FAILED " + error.getMessage())));
        return text.toString();
    }

    /** What names its target itself is not named twice; what has many lines is set apart. */
    private static String line(Object target, String text) {
        String named = text.startsWith(target + ":") ? text : target + ": " + text;
        return "\n  " + named.replace("\n", "\n    ");
    }
}
