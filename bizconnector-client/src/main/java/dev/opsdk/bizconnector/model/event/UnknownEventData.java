package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.FreeJson;

/**
 * Data that this version does not know, or that has not the shape this version knows.
 *
 * @param json as it came
 */
public record UnknownEventData(@JsonValue FreeJson json) implements EventData {}
