package dev.opsdk.oms.internal;

import dev.opsdk.core.BaseUrl;
import org.jspecify.annotations.Nullable;

/** Where a cluster manager is, as people and properties write it: with and without scheme and port. */
public final class CmUrl {
    /** The cluster manager's own port ({@code cm_server_port}). */
    public static final int PORT = 8088;
    /** The console's port ({@code nginx_server_port}). */
    public static final int CONSOLE_PORT = 8089;

    private CmUrl() {}

    /**
     * Reads what was written.
     *
     * @param text {@code host}, {@code host:port}, {@code http://host[:port][/]} or the same with {@code https}; without a port it
     *     is 8088, and 443 for https, where a gateway must be in front
     * @return the base URL
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static BaseUrl parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return BaseUrl.parse(text); // says why not
        }
        String whole = text.contains("://") ? text : "http://" + text.strip();
        BaseUrl url = BaseUrl.parse(whole);
        boolean told = whole.strip().replaceFirst("/$", "").matches("(?i)https?://.*:\\d+");
        return url.scheme().equals("http") && !told ? new BaseUrl("http", url.host(), PORT) : url;
    }
}
