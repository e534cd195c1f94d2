package dev.opsdk.oms.model;

/**
 * The id of a checker's task, {@code task.id} on the wire.
 *
 * @param text digits
 */
public record CheckerTaskId(String text) {
    /** Refuses what is no id. */
    public CheckerTaskId {
        if (text.contains(":")) {
            throw new IllegalArgumentException(
                    "a checker is called by its task's id, not by its name; CheckerTaskId.ofComponent(name) finds it");
        }
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("a checker's task id is a number, such as 90215");
        }
    }

    /**
     * Takes an id.
     *
     * @param text digits
     * @return the id
     * @throws IllegalArgumentException if it is no number; a component's name is not taken
     */
    public static CheckerTaskId of(String text) {
        return new CheckerTaskId(text);
    }

    /**
     * Finds the id in a component's name.
     *
     * @param name such as {@code 10.10.10.1-9000:90215:0000000001}, where 90215 is it (observed)
     * @return the id
     * @throws IllegalArgumentException if the middle part is no number
     */
    public static CheckerTaskId ofComponent(String name) {
        String[] parts = name.split(":", -1);
        if (parts.length < 3) {
            throw new IllegalArgumentException(
                    "a checker's name has three parts, such as 10.10.10.1-9000:90215:0000000001");
        }
        return new CheckerTaskId(parts[parts.length - 2]);
    }

    @Override
    public String toString() {
        return text;
    }
}
