package dev.opsdk.examples.kit;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.examples.openmldb.Exit;
import java.io.PrintStream;
import java.util.concurrent.Callable;

/**
 * What a script comes to. JShell prints an exception, goes on with the next line and ends with 0; here a script is the one
 * {@code run(...)} that it has, and its status is what that came to.
 */
final class Script {
    private final boolean scripted;
    private final boolean trace;
    private final PrintStream out;
    private final PrintStream err;
    private boolean began;
    private volatile boolean ended;
    private int status = Exit.USAGE;

    /** Somebody wants it to end here. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Failed(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    Script(boolean scripted, boolean trace, PrintStream out, PrintStream err) {
        this.scripted = scripted;
        this.trace = trace;
        this.out = out;
        this.err = err;
    }

    void run(Callable<?> work) {
        if (scripted && began) {
            status = status == Exit.OK ? Exit.USAGE : status;
            err.println("a script has one run(...), so that its status means all of it; the second one was not run");
            return;
        }
        began = true;
        status = Exit.NOT_COMPLETE;
        try {
            Object result = work.call();
            if (result != null) {
                out.println(result);
            }
            status = Exit.OK;
        } catch (ThreadDeath e) {
            throw e; // JShell's Ctrl-C
        } catch (Exception | Error e) {
            if (e instanceof RuntimeException unresolved
                    && e.getClass().getName().startsWith("jdk.jshell.")) {
                throw unresolved; // a snippet that does not compile yet; JShell says which
            }
            status = status(e);
            err.println(message(e));
            if (trace) {
                e.printStackTrace(err);
            }
        }
        out.flush();
        err.flush();
    }

    /** The status, after which the JVM may end. */
    int end() {
        ended = true;
        return status();
    }

    boolean ended() {
        return ended;
    }

    int status() {
        if (!began) {
            err.println(
                    "no run(() -> { ... }) was reached: there is none, or it does not compile; what stands outside of it HAS been run");
        }
        return status;
    }

    private static int status(Throwable e) {
        if (e instanceof Failed failed) {
            return failed.status;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return Exit.INTERRUPTED;
        }
        return e instanceof RuntimeException failure ? Exit.of(failure) : Exit.NOT_COMPLETE;
    }

    /** Ours say what happened; of others the type is half of the message. */
    private static String message(Throwable e) {
        if (e instanceof ProcedureException failed) {
            return failed.report().toString();
        }
        boolean speaks = e instanceof OpsException
                || e instanceof Failed
                || e instanceof IllegalArgumentException
                || e instanceof IllegalStateException;
        return speaks && e.getMessage() != null ? e.getMessage() : e.toString();
    }
}
