package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.relationship.Relationship;

/**
 * A relationship.
 *
 * @param relationship what it is about
 */
public record RelationshipEvent(@JsonValue Relationship relationship) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RelationshipEvent {}
}
