package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * A read left and no usable answer came: timeout, lost connection, or a gateway that answered for a dead server. Nothing
 * changed; safe to repeat. The same failure of a mutation is an {@link OutcomeUnknownException}.
 */
public final class NoReplyException extends OpsException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param call the call that failed
     * @param reason why, in words that are safe to print
     * @param cause what was caught, if anything
     */
    public NoReplyException(CallSite call, String reason, @Nullable Throwable cause) {
        super(call, Outcome.NOT_DONE, "no reply: " + reason, cause);
    }
}
