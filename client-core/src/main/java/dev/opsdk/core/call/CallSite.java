package dev.opsdk.core.call;

import java.io.Serializable;

/**
 * Which call something is said about. Safe to print: the URL has no user info and no query.
 *
 * @param system the system's short name, such as {@code ccr}
 * @param operation the server's own word for the operation, such as {@code pause}
 * @param target what it acts on, such as a job's name; empty when it acts on the server as a whole
 * @param effect whether it reads or changes something
 * @param method the HTTP method
 * @param url scheme, host, port and path
 * @param correlationId the request's {@code x-correlation-id}, by which its way through other systems' logs can be followed; empty
 *     when it has none
 */
public record CallSite(
        String system, String operation, String target, Effect effect, String method, String url, String correlationId)
        implements Serializable {

    /**
     * A call without a correlation id.
     *
     * @param system the system's short name
     * @param operation the server's own word for the operation
     * @param target what it acts on, or empty
     * @param effect whether it reads or changes something
     * @param method the HTTP method
     * @param url scheme, host, port and path
     */
    public CallSite(String system, String operation, String target, Effect effect, String method, String url) {
        this(system, operation, target, effect, method, url, "");
    }

    /** {@code ccr pause 'orders': POST http://10.0.0.7:9190/pause}. */
    @Override
    public String toString() {
        String on = target.isEmpty() ? "" : " '" + target + "'";
        return system + " " + operation + on + ": " + method + " " + url;
    }
}
