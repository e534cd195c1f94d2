package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.template.RelationshipTemplate;

/**
 * A template.
 *
 * @param template what it is about
 */
public record TemplateEvent(@JsonValue RelationshipTemplate template) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TemplateEvent {}
}
