package dev.opsdk.core.testkit;

import java.io.IOException;
import java.io.OutputStream;

/** An answer of a {@link FaultServer} that writes itself, head and all; the connection closes when it is through. */
@FunctionalInterface
public non-sealed interface Written extends Behaviour {
    /**
     * Answers one request.
     *
     * @param out the connection, not buffered
     * @throws IOException if the client went away, which ends it
     */
    void to(OutputStream out) throws IOException;
}
