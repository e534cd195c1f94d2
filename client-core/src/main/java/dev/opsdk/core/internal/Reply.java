package dev.opsdk.core.internal;

import dev.opsdk.core.Redaction;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnreadableReplyException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A whole answer, and the exceptions it can be turned into. */
public final class Reply {
    private static final int MAX_MESSAGE = 2_000;

    private final CallContext context;
    private final CallSite site;
    private final int status;
    private final Headers headers;
    private final Buffer received;
    private byte @Nullable [] taken;

    Reply(CallContext context, CallSite site, int status, Headers headers, Buffer received) {
        this.context = context;
        this.site = site;
        this.status = status;
        this.headers = headers;
        this.received = received;
    }

    private Reply(CallContext context, CallSite site, int status, Headers headers, byte[] body) {
        this(context, site, status, headers, new Buffer());
        this.taken = body;
    }

    /** For what is said about an answer whose body was not read. */
    static Reply head(CallContext context, CallSite site, int status, Headers headers) {
        return new Reply(context, site, status, headers, new Buffer());
    }

    /**
     * The HTTP status.
     *
     * @return 100 to 599
     */
    public int status() {
        return status;
    }

    /**
     * A header.
     *
     * @param name its name
     * @return its last value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The body, taken out of where it was received.
     *
     * @return its bytes; not a copy
     */
    public byte[] body() {
        byte[] body = taken;
        if (body == null) {
            body = received.readByteArray();
            taken = body;
        }
        return body;
    }

    /**
     * The body, to be read where it is; as often as needed.
     *
     * @return its bytes from the first; close it before {@link #body()} is asked for
     */
    public InputStream stream() {
        byte[] body = taken;
        return body == null ? new BodyStream(received) : new ByteArrayInputStream(body);
    }

    /**
     * The body as text.
     *
     * @return read as UTF-8
     */
    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /**
     * The answer that this one stands for: a 304 stands for the answer that came before.
     *
     * @param otherStatus its status
     * @param otherBody its body; not copied
     * @return an answer with the same headers
     */
    public Reply as(int otherStatus, byte[] otherBody) {
        return new Reply(context, site, otherStatus, headers, otherBody);
    }

    /**
     * The call this answers.
     *
     * @return the call
     */
    public CallSite site() {
        return site;
    }

    /**
     * What the server said when it refused, masked.
     *
     * @param message the server's words
     * @param remedy what usually helps, or empty
     * @return a refusal to make a {@code RejectedException} of
     */
    public Refusal refusal(String message, String remedy) {
        return new Refusal(site, status, shortened(message), remedy);
    }

    /**
     * The same, with what else the server said.
     *
     * @param message the server's words
     * @param remedy what usually helps, or empty
     * @param details by the server's own names
     * @return a refusal to make a {@code RejectedException} of
     */
    public Refusal refusal(String message, String remedy, Map<String, String> details) {
        Map<String, String> masked = new LinkedHashMap<>();
        details.forEach((name, text) -> masked.put(name, shortened(text)));
        return new Refusal(site, status, refusal(message, "").message(), remedy, masked);
    }

    /**
     * For a mutation that the server says broke on the way.
     *
     * @param said what the server said
     * @return the exception to throw; says how to look
     */
    public OutcomeUnknownException unknown(Refusal said) {
        return new OutcomeUnknownException(said, context.look());
    }

    /** Some servers quote whole statements; a message is for one screen. Masked before, so no half of a secret is left. */
    private String shortened(String said) {
        return Texts.cut(Redaction.mask(said, context.secrets()), MAX_MESSAGE);
    }

    /**
     * For an answer that is not this server's own: only then the status is asked, and only for what it says without doubt.
     *
     * @param what what is wrong with it, without a word of it
     * @return the exception to throw
     */
    public OpsException notOurs(String what) {
        return switch (status) {
            case 401, 407 ->
                new UnauthorizedException(refusal("HTTP " + status, "set authorization(...) on the client's builder"));
            case 403 -> new ForbiddenException(refusal("HTTP 403", "a proxy in front of the server refuses it"));
            case 408, 429, 502, 503, 504 -> noTrust("HTTP " + status + " from a gateway, " + what, true);
            default ->
                noTrust("HTTP " + status + ", " + (html() ? "an HTML page: is this the right server?" : what), false);
        };
    }

    /** For the answer of whoever expects TLS at this port: the URL is wrong. */
    OpsException wantsTls() {
        return noTrust("HTTP " + status + ": this port wants https, and the URL says http", false);
    }

    private boolean html() {
        return header("Content-Type").orElse("").startsWith("text/html");
    }

    private OpsException noTrust(String reason, boolean worthRepeating) {
        if (site.effect() == Effect.MUTATION) {
            return new OutcomeUnknownException(site, reason, context.look(), null);
        }
        return worthRepeating
                ? new NoReplyException(site, reason, null)
                : new UnreadableReplyException(site, reason, null);
    }
}
