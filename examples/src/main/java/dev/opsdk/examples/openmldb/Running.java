package dev.opsdk.examples.openmldb;

/** How far the command is, for whoever ends the process meanwhile. */
final class Running {
    /** What an end of the process would leave behind. */
    enum Phase {
        /** Only reads were sent. */
        NOTHING_CHANGED,
        /** A procedure runs, and may have to put something back. */
        CHANGING,
        /** A procedure ran, and has put back what it had to. */
        CHANGED
    }

    private volatile Phase phase = Phase.NOTHING_CHANGED;

    Phase phase() {
        return phase;
    }

    void begins() {
        phase = Phase.CHANGING;
    }

    void ended() {
        phase = Phase.CHANGED;
    }
}
