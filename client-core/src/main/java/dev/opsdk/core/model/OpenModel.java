package dev.opsdk.core.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.immutables.value.Value;

/** A reply that keeps what this version does not know: a newer server loses nothing on the way through. */
public interface OpenModel {
    /**
     * Fields that this version does not know, as they came. They are written back, but not printed: they may hold anything.
     *
     * @return name to value
     */
    @JsonAnyGetter
    @Value.Auxiliary
    Map<String, JsonNode> additionalProperties();
}
