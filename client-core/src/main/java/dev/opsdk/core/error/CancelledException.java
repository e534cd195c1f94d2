package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted (its interrupt flag is set again) or the client was closed, and nothing was changed by
 * the call. An interrupted mutation that had already left is an {@link OutcomeUnknownException}.
 */
public final class CancelledException extends OpsException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param call the call that failed
     * @param reason why, in words that are safe to print
     * @param cause what was caught, if anything
     */
    public CancelledException(CallSite call, String reason, @Nullable Throwable cause) {
        super(call, Outcome.NOT_DONE, "cancelled: " + reason, cause);
    }

    /**
     * For the clients of this project.
     *
     * @param reason why a call was not even begun
     */
    public CancelledException(String reason) {
        super(null, Outcome.NOT_DONE, "cancelled: " + reason, null);
    }
}
