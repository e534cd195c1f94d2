package dev.opsdk.benchmarks.call;

import java.io.IOException;

/**
 * A client and one call of it.
 *
 * @param call makes the call
 * @param closing frees what the client holds
 */
public record Ready(Call call, Runnable closing) implements AutoCloseable {
    /** Makes a call. */
    @FunctionalInterface
    public interface Call {
        /**
         * Calls, and waits for the value.
         *
         * @return the decoded answer
         * @throws IOException if there is none
         * @throws InterruptedException if the thread was interrupted
         */
        Object make() throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        closing.run();
    }
}
