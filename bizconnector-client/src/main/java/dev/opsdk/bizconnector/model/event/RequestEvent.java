package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.request.LocalRequest;

/**
 * A request.
 *
 * @param request what it is about
 */
public record RequestEvent(@JsonValue LocalRequest request) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestEvent {}
}
