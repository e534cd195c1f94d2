package dev.opsdk.bizconnector.model;

import java.util.Collection;
import java.util.HashSet;

/** What the server demands of lists. */
public final class Require {
    private Require() {}

    /**
     * At least one element, each once.
     *
     * @param name the list's name
     * @param values the list
     * @throws IllegalArgumentException if it is empty or names something twice
     */
    public static void someUnique(String name, Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty; at least one is needed");
        }
        unique(name, values);
    }

    /**
     * Each element once.
     *
     * @param name the list's name
     * @param values the list
     * @throws IllegalArgumentException if it names something twice
     */
    public static void unique(String name, Collection<String> values) {
        if (new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException(name + " names something twice");
        }
    }
}
