package dev.opsdk.core.error;

import dev.opsdk.core.Durations;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A wait ended because its time was over. Nothing was changed by waiting; the awaited state may still come. */
public final class WaitTimeoutException extends OpsException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object lastState;

    /**
     * For the clients of this project.
     *
     * @param awaited what was awaited, as {@code job 'orders' to be caught up}
     * @param waited for how long
     * @param lastState the last state seen, or null when none could be read
     * @param cause the last failed poll, if the wait ended on one
     */
    public WaitTimeoutException(
            String awaited, Duration waited, @Nullable Object lastState, @Nullable OpsException cause) {
        super(
                null,
                Outcome.NOT_DONE,
                "waited " + Durations.text(waited) + " for " + awaited + "; "
                        + (lastState == null ? "no state could be read" : "last seen: " + lastState)
                        + (cause == null ? "" : "; last poll failed: " + cause.getMessage()),
                cause);
        this.lastState = lastState;
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
