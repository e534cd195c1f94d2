package dev.opsdk.core.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A wait ended early because what it waits for cannot come any more. Nothing was changed by waiting. */
public final class WaitFailedException extends OpsException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient @Nullable Object lastState;

    /**
     * For the clients of this project.
     *
     * @param awaited what was awaited
     * @param reason why it cannot come
     * @param lastState the state that says so
     */
    public WaitFailedException(String awaited, String reason, @Nullable Object lastState) {
        super(
                null,
                Outcome.NOT_DONE,
                "waiting for " + awaited + " is in vain: " + reason
                        + (lastState == null ? "" : "; last seen: " + lastState),
                null);
        this.reason = reason;
        this.lastState = lastState;
    }

    /**
     * Why it cannot come.
     *
     * @return the reason alone
     */
    public String reason() {
        return reason;
    }

    /**
     * The last state that was seen.
     *
     * @param type the state's type
     * @param <S> the state's type
     * @return the state, or empty when none could be read or it is of another type
     */
    public <S> Optional<S> lastState(Class<S> type) {
        return Optional.ofNullable(lastState).filter(type::isInstance).map(type::cast);
    }
}
