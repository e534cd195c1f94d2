package dev.opsdk.core.procedure;

/** What a pre-check came to. */
public enum CheckResult {
    /** In order. */
    PASS,
    /** Think again; the plan can run. */
    WARN,
    /** The plan cannot run. */
    BLOCK,
    /** Nobody can say: the server does not tell, or could not be asked. */
    CANNOT_CHECK
}
