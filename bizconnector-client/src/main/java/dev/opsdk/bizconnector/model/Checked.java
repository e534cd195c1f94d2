package dev.opsdk.bizconnector.model;

/**
 * A value that both sides send. It is checked when it becomes part of a request, not when it is built: a reply is decoded even if it
 * breaks a rule.
 */
public interface Checked {
    /**
     * Refuses what the server would refuse.
     *
     * @throws IllegalArgumentException saying what and why
     */
    void check();

    /**
     * Checks what has rules.
     *
     * @param value any value
     * @throws IllegalArgumentException saying what and why
     */
    static void ifNeeded(Object value) {
        if (value instanceof Checked checked) {
            checked.check();
        }
    }
}
