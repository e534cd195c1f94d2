package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.attribute.LocalAttribute;

/**
 * An attribute.
 *
 * @param attribute what it is about
 */
public record AttributeEvent(@JsonValue LocalAttribute attribute) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttributeEvent {}
}
