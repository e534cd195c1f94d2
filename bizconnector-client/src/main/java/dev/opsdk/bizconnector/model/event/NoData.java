package dev.opsdk.bizconnector.model.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** Nothing was said but that it happened. */
public record NoData() implements EventData {
    @JsonValue
    Map<String, String> json() {
        return Map.of();
    }
}
