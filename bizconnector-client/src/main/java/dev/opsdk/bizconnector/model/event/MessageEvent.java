package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.message.Message;

/**
 * A message.
 *
 * @param message what it is about
 */
public record MessageEvent(@JsonValue Message message) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageEvent {}
}
