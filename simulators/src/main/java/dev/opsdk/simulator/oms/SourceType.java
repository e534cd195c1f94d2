package dev.opsdk.simulator.oms;

/** The kind of database changes come from, which gives {@code fileIdx} and {@code offset} their meaning. */
public enum SourceType {
    /** Seconds and microseconds of the safe timestamp. */
    OCEANBASE,
    /** Number of the binlog file and position in it. */
    MYSQL,
    /** SCN, no offset. */
    ORACLE
}
