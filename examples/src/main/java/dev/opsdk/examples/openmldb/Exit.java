package dev.opsdk.examples.openmldb;

import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;

/** What the command, and any script of the JShell kit, ends with. The Python tool always ends with 0. */
public final class Exit {
    /** The goal is reached. */
    public static final int OK = 0;
    /** It is not. */
    public static final int NOT_COMPLETE = 1;
    /** Asked for in a way that means nothing. */
    public static final int USAGE = 2;
    /** A pre-check forbids it. */
    public static final int BLOCKED = 3;
    /** Whether a request took effect is not known. */
    public static final int UNKNOWN = 4;
    /** Nobody is there, or nobody lets you in. */
    public static final int NO_CLUSTER = 5;
    /** Somebody ended it. */
    public static final int INTERRUPTED = 130;

    private Exit() {}

    /**
     * What a failure ends with.
     *
     * @param e the failure
     * @return the exit status
     */
    public static int of(RuntimeException e) {
        if (e instanceof ProcedureException failed) {
            return ofRun(failed);
        }
        if (e instanceof CancelledException) {
            return INTERRUPTED;
        }
        if (e instanceof OutcomeUnknownException) {
            return UNKNOWN;
        }
        if (e instanceof IllegalArgumentException) {
            return USAGE;
        }
        return nobodyThere(e) ? NO_CLUSTER : NOT_COMPLETE;
    }

    /** What was begun is not "no cluster" any more: the report says more than that. */
    private static int ofRun(ProcedureException e) {
        if (e.getCause() instanceof CancelledException) {
            return INTERRUPTED;
        }
        return e.report().outcome() == Outcome.UNKNOWN ? UNKNOWN : NOT_COMPLETE;
    }

    private static boolean nobodyThere(RuntimeException e) {
        return e instanceof UnreachableException
                || e instanceof NoReplyException
                || e instanceof UnreadableReplyException
                || e instanceof UnauthorizedException
                || e instanceof ForbiddenException;
    }
}
