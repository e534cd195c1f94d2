package dev.opsdk.core.error;

import dev.opsdk.core.call.CallSite;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server said when it refused.
 *
 * @param call the refused call
 * @param status the HTTP status, or 0 when the refusal is this client's own reading of the server's state
 * @param message the server's words, secrets masked
 * @param remedy what usually helps; empty when nothing is known
 * @param details what else the server said about it, by the server's own names, secrets masked; empty with most servers
 */
public record Refusal(CallSite call, int status, String message, String remedy, Map<String, String> details)
        implements Serializable {

    /** Keeps a copy of the details. */
    public Refusal {
        details = Map.copyOf(details);
    }

    /**
     * A refusal without details.
     *
     * @param call the refused call
     * @param status the HTTP status, or 0
     * @param message the server's words, secrets masked
     * @param remedy what usually helps, or empty
     */
    public Refusal(CallSite call, int status, String message, String remedy) {
        this(call, status, message, remedy, Map.of());
    }

    OptionalInt statusIfAny() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    Optional<String> remedyIfAny() {
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
    }

    String text() {
        return "rejected: " + message + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}
