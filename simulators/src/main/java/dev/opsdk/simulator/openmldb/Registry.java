package dev.opsdk.simulator.openmldb;

/** Where the cluster makes itself known. */
interface Registry {

    /** Brings what is registered in line with the cluster. Called without the world's monitor. */
    void sync();

    /** Takes the processes out, as when all of them end. */
    void close();
}
