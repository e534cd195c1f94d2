package dev.opsdk.ccr.model;

/**
 * A generation of the syncer's API, told by the shape of its answers: there is no API version, and {@code /version} is free text.
 */
public enum Generation {
    /** Up to 2.0.10 and 2.1.3-rc02. Redirects always point at {@code /job_status}. */
    G1,
    /** 2.0.12 to 2.0.16-alpha, 2.1.4 to 2.1.7-alpha: job_detail and job_progress are JSON inside a text. */
    G2,
    /** 2.1.8-alpha to 2.1.8-alpha.2: objects, update_host_mapping. */
    G3,
    /** 2.1.8 and 3.0.4: job_skip_binlog, reuse_binlog_label; update_job is gone. */
    G4,
    /** 2.1.10 and 3.0.6: view, sync, partialsync, metrics with labels. */
    G5,
    /** Late 2025 on: replication_num, view as JSON, a delete that is waited for. */
    G6;

    /**
     * Whether this is that generation or a later one.
     *
     * @param other a generation
     * @return true if it is not older
     */
    public boolean atLeast(Generation other) {
        return compareTo(other) >= 0;
    }
}
