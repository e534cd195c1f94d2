package dev.opsdk.examples.openmldb;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM interrupts the work and lets it put auto_failover back and print its report, but never waits for long: the process
 * may be ending because the cluster hangs.
 */
final class OnShutdown {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread worker;
    private final PrintStream err;

    private OnShutdown(Thread worker, PrintStream err) {
        this.worker = worker;
        this.err = err;
    }

    static OnShutdown interrupting(Thread worker, PrintStream err) {
        OnShutdown hook = new OnShutdown(worker, err);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::interrupt, "opsdk-openmldb-shutdown"));
        return hook;
    }

    /** The work is over and said so. */
    void ended() {
        ended.countDown();
    }

    private void interrupt() {
        if (ended.getCount() == 0 || ConsolePrompt.isOpen()) {
            return;
        }
        err.println("interrupted: putting back what was changed for the run, at most " + PATIENCE_SECONDS + " s");
        worker.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("given up: look whether auto_failover is on, and what showopstatus says");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody else has to be told: the process ends
        }
    }
}
