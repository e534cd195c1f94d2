package dev.opsdk.simulator.ccr;

/** The phases of a job, with their numbers in job_progress and their names in job_status. */
enum SyncState {
    DB_FULL_SYNC(0, "DBFullSync"),
    DB_TABLES_INCREMENTAL_SYNC(1, "DBTablesIncrementalSync"),
    DB_INCREMENTAL_SYNC(3, "DBIncrementalSync"),
    DB_PARTIAL_SYNC(4, "DBPartialSync"),
    TABLE_FULL_SYNC(500, "TableFullSync"),
    TABLE_INCREMENTAL_SYNC(501, "TableIncrementalSync"),
    TABLE_PARTIAL_SYNC(502, "TablePartialSync");

    final int number;
    final String text;

    SyncState(int number, String text) {
        this.number = number;
        this.text = text;
    }
}
