package dev.opsdk.bizconnector.assess;

/** The levels of a log line. */
public enum LogLevel {
    /** Single steps, and all that is said to the Backbone. */
    TRACE,
    /** For developers. */
    DEBUG,
    /** What happens. */
    INFO,
    /** What may go wrong. */
    WARN,
    /** What went wrong. */
    ERROR,
    /** What ended it. */
    FATAL,
    /** A mark that somebody set. */
    MARK,
    /** Text without a level: what the process, Node.js or the container wrote by themselves. */
    NONE;

    /**
     * Whether it speaks of trouble.
     *
     * @return true for WARN, ERROR and FATAL
     */
    public boolean trouble() {
        return this == WARN || this == ERROR || this == FATAL;
    }
}
