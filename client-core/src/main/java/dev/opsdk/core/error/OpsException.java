package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Root of everything an opsdk client throws about the world outside. Wrong arguments are {@link IllegalArgumentException}s,
 * thrown before anything is sent.
 *
 * <p>Messages carry no body, no query value and no secret.
 */
public abstract class OpsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable CallSite call;
    private final Outcome outcome;

    OpsException(@Nullable CallSite call, Outcome outcome, String message, @Nullable Throwable cause) {
        super(call == null ? message : call + " -> " + message, cause);
        this.call = call;
        this.outcome = outcome;
    }

    /** Never null, never a secret. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /**
     * Did it happen?
     *
     * @return what is known about the effect of the call
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The call that failed.
     *
     * @return the call, or empty when the failure is not about one call
     */
    public Optional<CallSite> call() {
        return Optional.ofNullable(call);
    }

    /**
     * What else the server said about the failure, by the server's own names: a code, the id under which it logged it, a time.
     *
     * @return name to text, secrets masked; empty when it said nothing else, or nothing came from it
     */
    public Map<String, String> details() {
        return Map.of();
    }
}
