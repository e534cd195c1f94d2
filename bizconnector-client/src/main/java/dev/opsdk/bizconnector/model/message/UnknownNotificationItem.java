package dev.opsdk.bizconnector.model.message;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.opsdk.bizconnector.model.FreeJson;

/**
 * One that this version does not know, or that has not the shape this version knows. It keeps its JSON and writes it
 * back.
 */
public final class UnknownNotificationItem implements NotificationItem {
    private final FreeJson json;

    UnknownNotificationItem(FreeJson json) {
        this.json = json;
    }

    @Override
    public String type() {
        return json.tag();
    }

    /** {@return it as it came} */
    @JsonValue
    public FreeJson json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownNotificationItem that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "unknown " + json;
    }
}
