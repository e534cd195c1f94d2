package dev.opsdk.core.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A proper answer of a {@link FaultServer}.
 *
 * @param status the HTTP status
 * @param contentType the content type, or empty for none
 * @param body the body
 * @param headers further headers
 * @param hangUp whether the connection is closed afterwards without a word, so that the client's pool holds a dead one
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers, boolean hangUp)
        implements Behaviour {

    /** 200 with JSON. */
    public static Answer json(String body) {
        return of(200, "application/json", body);
    }

    /** Any answer. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of(), false);
    }

    /** With another header. */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more, hangUp);
    }

    /** The connection is closed afterwards, but the answer does not say so. */
    public Answer thenHangUp() {
        return new Answer(status, contentType, body, headers, true);
    }
}
