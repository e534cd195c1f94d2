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

/** What the command ends with. The Python tool always ends with 0. */
final class Exit {
    static final int OK = 0;
    static final int NOT_COMPLETE = 1;
    static final int USAGE = 2;
    static final int BLOCKED = 3;
    static final int UNKNOWN = 4;
    static final int NO_CLUSTER = 5;
    static final int INTERRUPTED = 130;

    private Exit() {}

    static int of(RuntimeException e) {
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
