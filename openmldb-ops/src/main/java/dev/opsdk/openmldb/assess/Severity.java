package dev.opsdk.openmldb.assess;

/** How much a {@link Finding} weighs. */
public enum Severity {
    /** In order. */
    OK,
    /** Think again; the plan can run. */
    WARN,
    /** The plan must not run. */
    BLOCK
}
