package dev.opsdk.simulator.openmldb;

/**
 * An operation as it was at one moment.
 *
 * @param id counts over the whole life of the cluster
 * @param type for example {@code kMigrateOP}
 * @param db the database
 * @param table the table
 * @param pid the partition
 * @param status how far it is
 * @param task the running, failed or canceled task, otherwise {@code -}
 */
public record OpView(long id, String type, String db, String table, long pid, OpStatus status, String task) {}
