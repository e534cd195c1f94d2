package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.file.File;

/**
 * A file.
 *
 * @param file what it is about
 */
public record FileEvent(@JsonValue File file) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FileEvent {}
}
