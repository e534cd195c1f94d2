package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mutation left this machine and no trustworthy answer came: a timeout, a lost connection, a gateway's error page, an
 * unreadable answer. It may have happened, may happen later, or never. Do not repeat it before {@link #howToLook()}.
 */
public final class OutcomeUnknownException extends OpsException {
    private static final long serialVersionUID = 1L;

    private final String howToLook;
    private final Refusal said;

    /**
     * For the clients of this project.
     *
     * @param call the call that failed
     * @param reason why, in words that are safe to print
     * @param howToLook which read tells whether it happened
     * @param cause what was caught, if anything
     */
    public OutcomeUnknownException(CallSite call, String reason, String howToLook, @Nullable Throwable cause) {
        super(call, Outcome.UNKNOWN, "outcome unknown: " + reason + "; before repeating it, " + howToLook, cause);
        this.howToLook = howToLook;
        this.said = new Refusal(call, 0, reason, "");
    }

    /**
     * For an answer of the server itself that says that something broke on the way, and not how far it had come.
     *
     * @param said what the server said
     * @param howToLook which read tells whether it happened
     */
    public OutcomeUnknownException(Refusal said, String howToLook) {
        super(
                said.call(),
                Outcome.UNKNOWN,
                "outcome unknown: the server failed with: " + said.message() + "; before repeating it, " + howToLook,
                null);
        this.howToLook = howToLook;
        this.said = said;
    }

    /**
     * Which read tells whether it happened.
     *
     * @return an instruction, such as {@code look at job_detail.state}
     */
    public String howToLook() {
        return howToLook;
    }

    @Override
    public Map<String, String> details() {
        return said.details();
    }
}
