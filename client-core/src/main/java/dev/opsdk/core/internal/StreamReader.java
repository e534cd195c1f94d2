package dev.opsdk.core.internal;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the body of a success as it comes from the connection, without holding all of it.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface StreamReader<T> {
    /**
     * Reads the body to its end.
     *
     * @param head the answer without its body
     * @param body as it comes; closed by the transport
     * @return the value
     * @throws Json.Undecodable if it is not this server's; becomes the exception that fits the call's effect
     * @throws IOException if the connection broke
     * @throws CallersFailure if what the caller does with it failed
     */
    T read(Reply head, InputStream body) throws Json.Undecodable, IOException;

    /** Takes a failure of the caller's own code past the transport, which would take it for one of the exchange. */
    final class CallersFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException cause;

        /**
         * Wraps it.
         *
         * @param cause what the caller's code threw
         */
        public CallersFailure(RuntimeException cause) {
            super(cause);
            this.cause = cause;
        }

        RuntimeException cause() {
            return cause;
        }
    }
}
