package dev.opsdk.badhouse.assess;

import dev.opsdk.badhouse.Entry;

/** Asks the client and the clock. */
public interface Verdict {
    Entry entry();

    default long now() {
        return System.nanoTime();
    }
}
