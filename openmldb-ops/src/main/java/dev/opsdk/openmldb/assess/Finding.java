package dev.opsdk.openmldb.assess;

/**
 * Something that looking came to.
 *
 * @param severity how much it weighs
 * @param subject what it is about: an endpoint, a partition, a table, or the plan's name
 * @param text the evidence, and what to do about it
 */
public record Finding(Severity severity, String subject, String text) {
    static Finding ok(Object subject, String text) {
        return new Finding(Severity.OK, subject.toString(), text);
    }

    static Finding warn(Object subject, String text) {
        return new Finding(Severity.WARN, subject.toString(), text);
    }

    static Finding block(Object subject, String text) {
        return new Finding(Severity.BLOCK, subject.toString(), text);
    }

    @Override
    public String toString() {
        return severity + " " + subject + ": " + text;
    }
}
