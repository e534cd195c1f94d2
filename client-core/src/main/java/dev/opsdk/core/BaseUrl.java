package dev.opsdk.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is: scheme, host and port, nothing else.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or address; IPv6 without brackets
 * @param port 1 to 65535
 */
public record BaseUrl(String scheme, String host, int port) {
    /** No name of a host has more than 253 characters; what is refused stands in the message. */
    private static final int LONGEST = 300;

    /**
     * Reads what a person wrote.
     *
     * @param text such as {@code http://10.0.0.7:9190}; without a port it is the scheme's
     * @return the base URL
     * @throws IllegalArgumentException if there is no scheme or host, or if there is user info, a path, a query or a fragment;
     *     the message says which, and never repeats user info
     */
    public static BaseUrl parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "the base URL is " + (text == null ? "null" : "blank") + "; write it as http://host:port");
        }
        if (text.contains("@")) {
            throw new IllegalArgumentException(
                    "the base URL has user info before '@'; credentials go into authorization(...), where they are masked");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the base URL has " + text.length() + " characters; write it as http://host:port");
        }
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the base URL '" + shown(text) + "' is not one; write it as http://host:port");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the base URL '" + shown(text)
                    + "' has no http:// or https:// in front; write it as http://host:port");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the base URL '" + shown(text)
                    + "' has no valid host and port; write it as " + scheme + "://host:port");
        }
        if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
            throw new IllegalArgumentException("the base URL has the path '" + Redaction.mask(uri.getRawPath())
                    + "'; the client adds the paths, so end it after the port");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL has a query or fragment; end it after the port");
        }
        int port = uri.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " of the base URL is not between 1 and 65535");
        }
        String host = uri.getHost();
        return new BaseUrl(scheme, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    /** A query may hold anything. */
    private static String shown(String text) {
        return Redaction.mask(text.strip().replaceFirst("[?#].*", "..."));
    }

    /**
     * {@code host:port}, the way servers name each other.
     *
     * @return host and port
     */
    public String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Written out, as is {@link #hashCode()}: what the JVM makes for a record costs a script's first call some thirty classes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BaseUrl that
                && port == that.port
                && host.equals(that.host)
                && scheme.equals(that.scheme);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * scheme.hashCode() + host.hashCode()) + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
