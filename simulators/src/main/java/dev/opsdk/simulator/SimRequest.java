package dev.opsdk.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param method the HTTP method
 * @param target path and query as sent
 * @param headers all header lines; names are found whatever their case
 * @param body the body as text, empty when there was none
 */
public record SimRequest(String method, String target, Map<String, List<String>> headers, String body) {

    /**
     * The part of the target before the question mark.
     *
     * @return the path, not decoded
     */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /**
     * The part of the target after the question mark.
     *
     * @return the query, not decoded, empty when there is none
     */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /**
     * The first header line of that name.
     *
     * @param name in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
