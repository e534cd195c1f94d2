package dev.opsdk.bizconnector.model.error;

import dev.opsdk.core.error.OpsException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the server said about a failure, taken from the exception: {@code ConnectorError.of(e)}.
 *
 * @param code such as {@code error.runtime.recordNotFound}
 * @param message the server's words, secrets masked
 * @param status the HTTP status, which may be the Backbone's
 * @param id ERR and 17 characters; stands in the server's log for status 500 and for failures of the Backbone only
 * @param time when it happened, by the server's clock
 * @param docs where the code is explained
 */
public record ConnectorError(
        String code, String message, int status, Optional<String> id, Optional<Instant> time, Optional<String> docs) {

    /**
     * What the server said.
     *
     * @param failure any exception of this client
     * @return the error, or empty when the server said nothing: no answer, or one of somebody in between
     */
    public static Optional<ConnectorError> of(OpsException failure) {
        Map<String, String> details = failure.details();
        return Optional.ofNullable(details.get("code"))
                .map(code -> new ConnectorError(
                        code,
                        details.getOrDefault("message", ""),
                        Integer.parseInt(details.getOrDefault("status", "0")),
                        Optional.ofNullable(details.get("id")),
                        Optional.ofNullable(details.get("time")).flatMap(ConnectorError::parsed),
                        Optional.ofNullable(details.get("docs"))));
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // a time that is not understood is none
        }
    }

    /** {@return what it means} */
    public ErrorKind kind() {
        return ErrorCodes.kind(code, message);
    }

    /** {@return whose fault it is} */
    public ErrorKind.Fault fault() {
        return kind().fault();
    }

    /**
     * Whether the same call may work later without anybody changing anything. For a call that changes something, look first whether
     * it happened.
     *
     * @return true if it may
     */
    public boolean retryable() {
        return switch (kind()) {
            case DATABASE_DOWN, BACKBONE_DOWN, NOT_READY -> true;
            // a refused validation is passed on with status 500
            case BACKBONE_REFUSED -> (status == 429 || status >= 500) && !code.startsWith("error.platform.validation");
            default -> false;
        };
    }
}
