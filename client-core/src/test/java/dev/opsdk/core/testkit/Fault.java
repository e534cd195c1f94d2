package dev.opsdk.core.testkit;

/** How a {@link FaultServer} can fail its client. */
public enum Fault implements Behaviour {
    /** Nothing listens at the port. */
    REFUSED,
    /** The connection is cut at the request's first byte. */
    RESET_BEFORE,
    /** The request is read, then the connection is cut. */
    RESET_AFTER,
    /** The request is read and never answered. */
    STALLED,
    /** The answer breaks off: {@code Content-Length} promises more than comes. */
    CUT_BODY,
    /** Lines that are not HTTP. */
    GARBAGE,
    /** Bytes that are not HTTP and have no line in them, then the end. */
    GARBAGE_WITHOUT_LINES,
    /** A 200 that says it is compressed, and is not. */
    BAD_GZIP,
    /** A 200 with {@code text/plain} that is no JSON. */
    NOT_JSON,
    /** A 200 with a login page. */
    HTML,
    /** The probe's proper answer (or an empty JSON object) as {@code text/html}. */
    WRONG_CONTENT_TYPE,
    /** A 200 without a body. */
    EMPTY,
    /** A 200 whose body does not end. */
    HUGE,
    /** A 200 whose body comes a byte at a time, for ever. */
    SLOW_DRIP,
    /** 302 to the same address. */
    REDIRECT_302,
    /** 303 to the same address. */
    REDIRECT_303,
    /** 307 to the same address. */
    REDIRECT_307,
    /** 401 with HTML. */
    STATUS_401,
    /** 403 with HTML. */
    STATUS_403,
    /** 404 with HTML. */
    STATUS_404,
    /** 408 with HTML, which OkHttp would repeat by itself. */
    STATUS_408,
    /** 429 with HTML. */
    STATUS_429,
    /** 500 with HTML. */
    STATUS_500,
    /** 502 with HTML. */
    STATUS_502,
    /** 503 with HTML. */
    STATUS_503,
    /** 503 with HTML and {@code Retry-After: 0}, which OkHttp would repeat by itself. */
    STATUS_503_RETRY_AT_ONCE,
    /** 504 with HTML. */
    STATUS_504,
    /** The TLS handshake is answered with something else; the URL is an {@code https} one. */
    TLS_GARBAGE;

    /** Whether a client notices only by its own clock. */
    public boolean waits() {
        return this == STALLED || this == SLOW_DRIP;
    }

    /** Whether a whole request can arrive, so that arrivals can be counted. */
    public boolean readsTheRequest() {
        return this != REFUSED && this != RESET_BEFORE && this != TLS_GARBAGE;
    }

    /** The HTTP status of the answer, or 200. */
    int status() {
        return name().startsWith("STATUS_") || name().startsWith("REDIRECT_")
                ? Integer.parseInt(name().replaceFirst("^[A-Z]+_(\\d{3}).*", "$1"))
                : 200;
    }
}
