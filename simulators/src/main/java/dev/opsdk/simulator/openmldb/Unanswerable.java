package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimResponse;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * An answer that is none: brpc closes a connection without a byte when it does not like the credentials. The server can
 * only reset a connection, which is something else to a client, but it closes it in order when an answer cannot be
 * written; so the headers of this one cannot be read.
 */
final class Unanswerable {

    /** Ends the thread of one connection. */
    private static final class ClosedOnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClosedOnPurpose() {
            super("closed without an answer", null, false, false);
        }
    }

    private static final class NoHeaders extends AbstractMap<String, String> {
        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            throw new ClosedOnPurpose();
        }

        @Override
        public String toString() {
            return "{closed without an answer}";
        }
    }

    private Unanswerable() {}

    /** To be called by the thread that serves the connection. */
    static SimResponse response() {
        // nobody needs to read about it
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
        return new SimResponse(0, new NoHeaders(), "", Outcome.REFUSED);
    }
}
