package dev.opsdk.core.procedure;

/**
 * Something that was looked at before acting.
 *
 * @param name what was looked at
 * @param result what it came to
 * @param detail the evidence, or why it could not be had
 */
public record PreCheck(String name, CheckResult result, String detail) {
    @Override
    public String toString() {
        return result + " " + name + ": " + detail;
    }
}
