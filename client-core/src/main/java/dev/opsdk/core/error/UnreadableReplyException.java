package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import org.jspecify.annotations.Nullable;

/**
 * A read was answered with something that is not this server's reply: HTML, another service, a shape that cannot be
 * decoded, or too much of it. Repeating it will not help.
 */
public final class UnreadableReplyException extends OpsException {
    private static final long serialVersionUID = 1L;

    /**
     * For the clients of this project.
     *
     * @param call the call that failed
     * @param reason why, in words that are safe to print
     * @param cause what was caught, if anything
     */
    public UnreadableReplyException(CallSite call, String reason, @Nullable Throwable cause) {
        super(call, Outcome.NOT_DONE, "unreadable reply: " + reason, cause);
    }
}
