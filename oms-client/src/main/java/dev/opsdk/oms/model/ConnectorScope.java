package dev.opsdk.oms.model;

import java.util.Optional;

/** A part of a connector's configuration. */
public enum ConnectorScope {
    /** Where data comes from. */
    SOURCE("source", "source"),
    /** Where data goes: {@code dest} in generation 1, {@code sink} in generation 2. */
    SINK("dest", "sink"),
    /** The process itself. */
    COORDINATOR("coordinator", "coordinator"),
    /** What is synchronised; generation 2 only. */
    CONDITION("", "condition");

    private final String first;
    private final String second;

    ConnectorScope(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /**
     * What goes over the wire.
     *
     * @param generation which one; not {@link Generation#AUTO}
     * @return the word; empty when this generation has no such scope
     */
    public Optional<String> wire(Generation generation) {
        return Optional.of(generation == Generation.GEN1 ? first : second).filter(word -> !word.isEmpty());
    }

    /**
     * Reads a scope in the words of either generation.
     *
     * @param word {@code source}, {@code dest}, {@code sink}, {@code coordinator} or {@code condition}
     * @return the scope
     * @throws IllegalArgumentException for anything else
     */
    public static ConnectorScope parse(String word) {
        return switch (word) {
            case "source" -> SOURCE;
            case "dest", "sink" -> SINK;
            case "coordinator" -> COORDINATOR;
            case "condition" -> CONDITION;
            default ->
                throw new IllegalArgumentException(
                        "unknown scope '" + word + "': must be source, dest or sink, coordinator, or condition");
        };
    }
}
