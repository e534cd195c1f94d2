package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * The request never left this machine: no address, no connection, no handshake, no credentials to send with it. Safe to repeat.
 */
public final class UnreachableException extends OpsException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param call the call that failed
     * @param reason why, in words that are safe to print
     * @param cause what was caught, if anything
     */
    public UnreachableException(CallSite call, String reason, @Nullable Throwable cause) {
        super(call, Outcome.NOT_DONE, "not sent: " + reason, cause);
    }
}
