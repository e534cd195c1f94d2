package dev.opsdk.simulator.ccr;

/** The generations of the syncer's HTTP interface; it has no version header, only different answers. */
public enum CcrGeneration {
    /** Up to 2.0.10 and 2.1.3: each 303 points at {@code /job_status}, replies are JSON inside a string. */
    G1,
    /** 2.0.12 to 2.0.16-alpha and 2.1.4 to 2.1.7-alpha: replies are JSON inside a string. */
    G2,
    /** 2.1.8-alpha.2: replies are objects, {@code /update_host_mapping}, {@code get_lag} is not redirected any more. */
    G3,
    /** 2.1.8 and 3.0.4: {@code /job_skip_binlog}, {@code /failpoint}; {@code /update_job} is gone. */
    G4,
    /** 2.1.10 and 3.0.6: {@code /view}, {@code /sync}, other metrics, skip by partial sync. */
    G5,
    /** Since late 2025: replication_num, a truthful job_status after a pause, a safe delete. */
    G6;

    boolean since(CcrGeneration first) {
        return compareTo(first) >= 0;
    }

    boolean before(CcrGeneration later) {
        return compareTo(later) < 0;
    }
}
