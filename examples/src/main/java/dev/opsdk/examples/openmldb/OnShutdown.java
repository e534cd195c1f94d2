package dev.opsdk.examples.openmldb;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM ends the process at once while nothing is being changed. It interrupts a run and lets it put auto_failover back and
 * print its report, but never waits for long: the process may be ending because the cluster hangs.
 */
final class OnShutdown {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread worker;
    private final PrintStream err;
    private final Running running;

    OnShutdown(Thread worker, PrintStream err, Running running) {
        this.worker = worker;
        this.err = err;
        this.running = running;
    }

    static OnShutdown interrupting(Thread worker, PrintStream err, Running running) {
        OnShutdown hook = new OnShutdown(worker, err, running);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::interrupt, "opsdk-openmldb-shutdown"));
        return hook;
    }

    /** The work is over and said so. */
    void ended() {
        ended.countDown();
    }

    void interrupt() {
        if (ended.getCount() == 0) {
            return;
        }
        switch (running.phase()) {
            case NOTHING_CHANGED -> err.println("interrupted: nothing was changed");
            case CHANGED -> err.println("interrupted: the run has ended, and was not looked at any more");
            case CHANGING -> interruptRun();
        }
    }

    private void interruptRun() {
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
