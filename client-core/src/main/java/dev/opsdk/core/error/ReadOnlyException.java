package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * The client was built with {@code readOnly(true)} and refused a mutation before sending it.
 */
public final class ReadOnlyException extends OpsException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param call the call that failed
     * @param reason why, in words that are safe to print
     * @param cause what was caught, if anything
     */
    public ReadOnlyException(CallSite call, String reason, @Nullable Throwable cause) {
        super(call, Outcome.NOT_DONE, "not sent: " + reason, cause);
    }
}
