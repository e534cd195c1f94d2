package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.deletion.IdentityDeletionProcess;

/**
 * The deletion of the identity.
 *
 * @param process what it is about
 */
public record DeletionEvent(@JsonValue IdentityDeletionProcess process) implements EventData {
    /** For decoding. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeletionEvent {}
}
