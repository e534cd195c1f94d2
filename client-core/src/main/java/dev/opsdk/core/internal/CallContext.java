package dev.opsdk.core.internal;

import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One operation from its first attempt to its end, whichever servers it visits. Belongs to one thread. */
public final class CallContext {
    /** The header by which requests are followed through other systems' logs. */
    public static final String CORRELATION_ID = "x-correlation-id";

    private final String system;
    private final Operation operation;
    private final String target;
    private final List<Secret> secrets;
    private final Deadline deadline;
    private final Duration attemptTimeout;
    private int attempts;
    private int tries;
    private Duration retryAfter = Duration.ZERO;
    private String ifHungUp = "";
    private boolean hungUp;
    private boolean handedOut;
    private boolean visited;
    private boolean hopeless;
    private @Nullable Authorization sentAs;

    CallContext(
            String system,
            Operation operation,
            String target,
            Collection<Secret> secrets,
            Deadline deadline,
            Duration attemptTimeout) {
        this.system = system;
        this.operation = operation;
        this.target = target;
        this.secrets = List.copyOf(secrets);
        this.deadline = deadline;
        this.attemptTimeout = attemptTimeout;
    }

    /**
     * What the call does.
     *
     * @return the effect
     */
    public Effect effect() {
        return operation.effect();
    }

    /**
     * When it must be over.
     *
     * @return the deadline of all attempts
     */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * The call as it is said about, at one server.
     *
     * @param request as it goes there; user info and query of its URL are left out
     * @return the call site
     */
    public CallSite site(Request request) {
        String correlationId = request.header(CORRELATION_ID);
        return site(request.method(), request.url(), correlationId == null ? "" : correlationId);
    }

    /**
     * The call as it is said about, at one server, without a correlation id.
     *
     * @param method the HTTP method
     * @param url the whole URL; user info and query are left out
     * @return the call site
     */
    public CallSite site(String method, HttpUrl url) {
        return site(method, url, "");
    }

    private CallSite site(String method, HttpUrl url, String correlationId) {
        return new CallSite(system, operation.value(), target, operation.effect(), method, shown(url), correlationId);
    }

    private static String shown(HttpUrl url) {
        String whole = url.toString();
        boolean asItIs =
                url.port() != HttpUrl.defaultPort(url.scheme()) && whole.indexOf('@') < 0 && whole.indexOf('#') < 0;
        if (asItIs) {
            int query = whole.indexOf('?');
            return query < 0 ? whole : whole.substring(0, query);
        }
        boolean ipv6 = url.host().contains(":");
        return url.scheme()
                + (ipv6 ? "://[" : "://")
                + url.host()
                + (ipv6 ? "]:" : ":")
                + url.port()
                + url.encodedPath();
    }

    /**
     * For servers that turn a caller away by closing the connection without a word.
     *
     * @param meaning what that usually means, for the message
     */
    public void ifHungUp(String meaning) {
        ifHungUp = meaning;
    }

    /**
     * Whether the last attempt failed because the server closed the connection without a byte of an answer.
     *
     * @return true if it did
     */
    public boolean hungUp() {
        return hungUp;
    }

    String hungUp(boolean now) {
        hungUp = now;
        return now && !ifHungUp.isEmpty() ? "; " + ifHungUp : "";
    }

    String look() {
        return operation.look().isEmpty() ? "read the server's state" : operation.look();
    }

    /** Who calls with the next attempt, which another one need not do. */
    void sentAs(Authorization authorization) {
        sentAs = authorization;
    }

    /** What stands in the request: a server that refuses it may repeat it. */
    List<Secret> secrets() {
        return sentAs == null
                ? secrets
                : Stream.concat(secrets.stream(), Credential.forms(sentAs).stream())
                        .toList();
    }

    Duration timeoutOfNextAttempt() {
        Duration left = deadline.remaining();
        return left.compareTo(attemptTimeout) < 0 ? left : attemptTimeout;
    }

    Duration attemptTimeout() {
        return attemptTimeout;
    }

    int nextAttempt() {
        hungUp = false;
        return ++attempts;
    }

    /** Part of an answer has reached the caller: sending the request again would hand it out twice. */
    void handOut() {
        handedOut = true;
    }

    boolean handedOut() {
        return handedOut;
    }

    /** A try begins, which may visit more than one server. */
    void nextTry() {
        tries++;
        visited = false;
        hopeless = false;
    }

    /** Whether this is not the first try. */
    boolean again() {
        return tries > 1;
    }

    /** A server was visited; in vain for good if the same again can only come to the same. */
    void visited(boolean inVainForGood) {
        hopeless = inVainForGood && (hopeless || !visited);
        visited = true;
    }

    /**
     * Whether none of the servers that this try visited is worth another one, because TLS cannot work before somebody changes something.
     *
     * @return true if to wait or to repeat would be in vain
     */
    public boolean hopeless() {
        return hopeless;
    }

    void retryAfter(Duration asked) {
        retryAfter = asked;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
