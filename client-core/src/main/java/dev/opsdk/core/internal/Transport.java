package dev.opsdk.core.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.Durations;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Authorization;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.call.Exchange;
import dev.opsdk.core.call.Timeouts;
import dev.opsdk.core.error.CancelledException;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.ReadOnlyException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import retrofit2.Invocation;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * Sends requests and keeps the promises: a mutation at most once, a read again within one deadline, every failure as the exception
 * that says whether it happened.
 */
public final class Transport implements AutoCloseable {
    private static final HttpUrl SOMEWHERE = HttpUrl.get("http://localhost/");
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Settings settings;
    private final HandshakeWatch handshakes = new HandshakeWatch();
    private final OkHttpClient http;
    private final OkHttpClient httpAnew;
    private final InFlight inFlight = new InFlight();

    /**
     * Starts a transport.
     *
     * @param settings what the builder was told
     */
    public Transport(Settings settings) {
        this.settings = settings;
        this.http = HttpClients.create(settings, handshakes);
        // A kept connection may be dead without anybody knowing, and what is written to it is lost in doubt.
        // A mutation gets a fresh one: a dead server is then a refused connection, which is certain. A read that is
        // tried again gets one too: after a server's restart all kept ones are dead, and there may be more than tries.
        this.httpAnew = http.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    /**
     * The wire as a Retrofit interface. Its calls cannot be executed by Retrofit: only their requests are taken.
     *
     * @param type the interface, every method with an {@link Operation}
     * @param <A> the interface
     * @return its implementation
     */
    public <A> A api(Class<A> type) {
        return api(type, SOMEWHERE);
    }

    /**
     * The same for those who know where most of the requests will go: these need not be made over for their server.
     *
     * @param type the interface, every method with an {@link Operation}
     * @param server most requests' server
     * @param <A> the interface
     * @return its implementation
     */
    public <A> A api(Class<A> type, BaseUrl server) {
        HttpUrl base = HttpUrl.parse(server.toString());
        return base == null ? api(type, SOMEWHERE) : api(type, base);
    }

    private <A> A api(Class<A> type, HttpUrl base) {
        return new Retrofit.Builder()
                .baseUrl(base)
                .callFactory(RequestOnly::new)
                .addConverterFactory(JacksonConverterFactory.create(Json.wire()))
                .build()
                .create(type);
    }

    /**
     * The same request at a server.
     *
     * @param request the request
     * @param server where it goes
     * @return the request as it goes there
     */
    public static Request at(Request request, BaseUrl server) {
        HttpUrl url = request.url();
        if (url.host().equals(server.host())
                && url.port() == server.port()
                && url.scheme().equals(server.scheme())) {
            return request;
        }
        HttpUrl there = url.newBuilder()
                .scheme(server.scheme())
                .host(server.host())
                .port(server.port())
                .build();
        return request.newBuilder().url(there).build();
    }

    /**
     * Begins an operation.
     *
     * @param request built by Retrofit, so that it knows its {@link Operation}
     * @param target what it acts on, or empty
     * @param secrets what stands in the request and must not stand in a message
     * @return the operation's context
     */
    public CallContext begin(Request request, String target, Collection<Secret> secrets) {
        return begin(request, target, secrets, Optional.empty());
    }

    /**
     * Begins an operation that has a time limit of its own.
     *
     * @param request built by Retrofit, so that it knows its {@link Operation}
     * @param target what it acts on, or empty
     * @param secrets what stands in the request and must not stand in a message
     * @param within the limit of all attempts, instead of the configured one
     * @return the operation's context
     */
    public CallContext begin(Request request, String target, Collection<Secret> secrets, Optional<Duration> within) {
        Invocation invocation = Objects.requireNonNull(request.tag(Invocation.class), "not a Retrofit request");
        Operation operation = Objects.requireNonNull(
                invocation.method().getAnnotation(Operation.class), "@Operation is missing on the Retrofit method");
        Timeouts timeouts = settings.timeouts();
        Duration attempt = operation.effect() == Effect.MUTATION
                ? timeouts.mutation()
                : operation.slow() ? timeouts.slowRead() : timeouts.read();
        Duration total = operation.effect() == Effect.MUTATION ? timeouts.mutation() : timeouts.readDeadline();
        return new CallContext(
                settings.system(),
                operation,
                target,
                secrets,
                Deadline.in(settings.time(), within.orElse(total)),
                attempt);
    }

    /**
     * Repeats a read as the retry policy says. A mutation is tried once.
     *
     * @param context the operation
     * @param attempt one try, which may visit more than one server
     * @param <T> the value
     * @return what the first successful try gave
     */
    public <T> T retrying(CallContext context, Supplier<T> attempt) {
        for (int failed = 1; ; failed++) {
            context.nextTry();
            try {
                return attempt.get();
            } catch (UnreachableException | NoReplyException e) {
                if (context.effect() == Effect.MUTATION
                        || context.handedOut()
                        || context.hopeless()
                        || failed >= settings.retry().maxAttempts()) {
                    throw e;
                }
                Duration pause = settings.retry().pause(failed, context.retryAfter());
                if (pause.compareTo(context.deadline().remaining()) >= 0) {
                    throw e;
                }
                pause(context, pause, e);
            }
        }
    }

    /**
     * Waits between tries.
     *
     * @param context the operation
     * @param pause how long
     * @param why the failure after which it waits
     */
    public void pause(CallContext context, Duration pause, OpsException why) {
        try {
            settings.time().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    why.call().orElseThrow(), "interrupted while waiting to repeat it after: " + why.getMessage(), e);
        }
    }

    /**
     * Sends a request once and reads the answer.
     *
     * @param context the operation
     * @param request the request as it goes to this server
     * @param reader reads the answer
     * @param trusted whether this is a configured server, which gets our credentials
     * @param <T> the value
     * @return the value
     */
    public <T> T once(CallContext context, Request request, ReplyReader<T> reader, boolean trusted) {
        return once(
                context, request, trusted, (site, call, response) -> reader.read(whole(context, site, call, response)));
    }

    /**
     * Sends a request once and hands a success out as it comes, in bounded memory. Once it is handed out, the request is not
     * repeated any more.
     *
     * @param context the operation
     * @param request the request as it goes to the configured server
     * @param success takes the body of a 2xx answer; it must read it to its end
     * @param otherwise reads any other answer
     * @param <T> the value
     * @return the value
     */
    public <T> T streamed(CallContext context, Request request, StreamReader<T> success, ReplyReader<T> otherwise) {
        return once(context, request, true, (site, call, response) -> {
            if (!response.isSuccessful()) {
                return otherwise.read(whole(context, site, call, response));
            }
            context.handOut();
            Reply head = Reply.head(context, site, response.code(), response.headers());
            return success.read(head, response.body().byteStream());
        });
    }

    /**
     * How much may be held in memory at once.
     *
     * @return bytes of the largest answer that is read into memory
     */
    public long maxReplyBytes() {
        return settings.maxReplyBytes();
    }

    /** What is done with an answer while its connection is open. */
    @FunctionalInterface
    private interface Taker<T> {
        T take(CallSite site, okhttp3.Call call, Response response) throws Json.Undecodable, IOException;
    }

    private <T> T once(CallContext context, Request request, boolean trusted, Taker<T> taker) {
        CallSite site = context.site(request);
        refuseBeforeSending(context, site);
        Attempt attempt = new Attempt(context.effect());
        int number = context.nextAttempt();
        long start = settings.time().nanos();
        Request ready = ready(context, site, request, trusted, attempt);
        try {
            T value = exchange(context, site, ready, attempt, trusted, taker);
            tell(context, site, attempt, number, start, Optional.empty());
            return value;
        } catch (OpsException e) {
            tell(context, site, attempt, number, start, Optional.of(e));
            throw e;
        }
    }

    private void tell(
            CallContext context,
            CallSite site,
            Attempt attempt,
            int number,
            long start,
            Optional<OpsException> failure) {
        context.retryAfter(attempt.retryAfter());
        settings.listener()
                .onExchange(new Exchange(
                        site,
                        number,
                        attempt.status() == 0 ? OptionalInt.empty() : OptionalInt.of(attempt.status()),
                        Duration.ofNanos(settings.time().nanos() - start),
                        failure));
    }

    /**
     * Begins an operation at one server and runs it to its end.
     *
     * @param request built by Retrofit
     * @param target what it acts on, or empty
     * @param secrets what must not stand in a message
     * @param reader reads the answer
     * @param <T> the value
     * @return the value
     */
    public <T> T call(Request request, String target, Collection<Secret> secrets, ReplyReader<T> reader) {
        CallContext context = begin(request, target, secrets);
        return retrying(context, () -> once(context, request, reader, true));
    }

    /**
     * Refuses what would not be sent anyway, for those who have to look for its server first.
     *
     * @param context the operation
     * @param request the request, whose address does not matter yet
     */
    public void refuse(CallContext context, Request request) {
        refuseBeforeSending(context, context.site(request.method(), request.url()));
    }

    private void refuseBeforeSending(CallContext context, CallSite site) {
        if (inFlight.closed()) {
            throw new CancelledException(site, "the client is closed", null);
        }
        if (settings.readOnly() && context.effect() == Effect.MUTATION) {
            throw new ReadOnlyException(site, "this client is read-only", null);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException(site, "the thread was interrupted before it was sent", null);
        }
        if (context.deadline().over()) {
            throw new UnreachableException(
                    site, "the deadline of " + Durations.text(context.deadline().total()) + " is over", null);
        }
    }

    private Request ready(CallContext context, CallSite site, Request request, boolean trusted, Attempt attempt) {
        Request.Builder ready = request.newBuilder().tag(Attempt.class, attempt);
        Supplier<Authorization> supplier = settings.authorization();
        if (trusted && supplier != null) {
            Authorization authorization = authorization(site, supplier);
            context.sentAs(authorization);
            ready.header(authorization.header(), authorization.value().reveal());
        }
        return ready.build();
    }

    private static Authorization authorization(CallSite site, Supplier<Authorization> supplier) {
        try {
            return Objects.requireNonNull(supplier.get(), "it gave none");
        } catch (OpsException e) {
            throw e; // a token that could not be fetched says so itself
        } catch (RuntimeException e) {
            // its words may hold a credential: they stand in the cause only, which is the caller's own
            throw new UnreachableException(
                    site,
                    "the supplier of the credentials failed (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private <T> T exchange(
            CallContext context, CallSite site, Request request, Attempt attempt, boolean trusted, Taker<T> taker) {
        Duration timeout = context.timeoutOfNextAttempt();
        OkHttpClient known = context.effect() == Effect.MUTATION || context.again() ? httpAnew : http;
        OkHttpClient client = trusted || settings.broughtClient() == null ? known : HttpClients.anonymous(known);
        okhttp3.Call call = client.newCall(request);
        call.timeout().timeout(Math.max(1, timeout.toNanos()), TimeUnit.NANOSECONDS);
        InFlight.Entry entry = inFlight.enter(call);
        try (Response response = execute(call)) {
            context.visited(false);
            try {
                return taker.take(site, call, response);
            } catch (Json.Undecodable e) {
                throw Reply.head(context, site, response.code(), response.headers())
                        .notOurs(e.getMessage());
            }
        } catch (StreamReader.CallersFailure e) {
            throw e.cause(); // the answer was all right
        } catch (IOException e) {
            if (entry.interrupted() || Thread.currentThread().isInterrupted() || IoReasons.interrupted(e)) {
                Thread.currentThread().interrupt();
                throw cancelled(context, site, attempt, "the thread was interrupted", e);
            }
            if (inFlight.closed()) {
                throw cancelled(context, site, attempt, "the client was closed", e);
            }
            if (attempt.sent() && !(e instanceof InterruptedIOException) && settings.broughtClient() == null) {
                http.connectionPool().evictAll(); // those that idle were most likely lost with this one
            }
            boolean unanswered = attempt.shakingHands() && e instanceof InterruptedIOException;
            context.visited(TlsReasons.hopeless(e) || (unanswered && !handshakes.succeededOnce()));
            String limit = limit(context, attempt, timeout);
            String reason = unanswered
                    ? "TLS was not answered, timed out " + limit + "; does the server speak plain http?"
                    : IoReasons.describe(e, limit);
            throw failed(context, site, attempt, reason + context.hungUp(IoReasons.hungUp(e)), e);
        } catch (OpsException e) {
            throw e;
        } catch (RuntimeException e) {
            // an interceptor or a reader broke; a mutation that left must not look like a programming error that
            // changed nothing
            if (!attempt.sent()) {
                throw e;
            }
            String reason = "the answer could not be processed (" + e.getClass().getSimpleName() + ")";
            throw context.effect() == Effect.MUTATION
                    ? new OutcomeUnknownException(site, reason, context.look(), IoReasons.nameless(e))
                    : new UnreadableReplyException(site, reason, IoReasons.nameless(e));
        } finally {
            inFlight.leave(entry);
        }
    }

    /** OkHttp is Kotlin, which knows no checked exceptions: an interrupt while it connects comes out as it is. */
    private static Response execute(okhttp3.Call call) throws IOException {
        try {
            return call.execute();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            }
            throw e;
        }
    }

    private Reply whole(CallContext context, CallSite site, okhttp3.Call call, Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(settings.maxReplyBytes() + 1)) {
            call.cancel(); // closing would read on for a while, to keep the connection
            throw Reply.head(context, site, response.code(), response.headers())
                    .notOurs("larger than " + settings.maxReplyBytes() + " bytes");
        }
        Reply reply = new Reply(context, site, response.code(), response.headers(), source.getBuffer());
        if (response.code() == 400 && !response.request().isHttps() && IoReasons.wantsTls(reply.body())) {
            throw reply.wantsTls();
        }
        return reply;
    }

    /** Which limit it was: a person knows the one that was set, not what was left of it for the last attempt. */
    private String limit(CallContext context, Attempt attempt, Duration timeout) {
        Duration connect = settings.timeouts().connect();
        if (!attempt.sent() && connect.compareTo(timeout) <= 0) {
            return "after " + Durations.text(connect);
        }
        boolean cut = context.effect() == Effect.READ && timeout.plus(A_MOMENT).compareTo(context.attemptTimeout()) < 0;
        return cut
                ? "at the deadline of " + Durations.text(context.deadline().total()) + " for all attempts"
                : "after " + Durations.text(timeout);
    }

    private static OpsException cancelled(
            CallContext context, CallSite site, Attempt attempt, String reason, IOException e) {
        return attempt.sent() && context.effect() == Effect.MUTATION
                ? new OutcomeUnknownException(site, reason + " after it had left", context.look(), e)
                : new CancelledException(site, reason, e);
    }

    private static OpsException failed(
            CallContext context, CallSite site, Attempt attempt, String reason, IOException e) {
        IOException cause = IoReasons.printable(e);
        // since TLS 1.3 a server refuses a client's certificate after the client believes to be through; it has read
        // nothing then
        if (!attempt.sent() || e instanceof SSLHandshakeException) {
            return new UnreachableException(site, reason, cause);
        }
        return context.effect() == Effect.MUTATION
                ? new OutcomeUnknownException(site, reason, context.look(), cause)
                : new NoReplyException(site, reason, cause);
    }

    @Override
    public void close() {
        inFlight.close();
        if (settings.broughtClient() == null) {
            http.connectionPool().evictAll();
        }
    }
}
