package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.model.filter.Filter;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.core.internal.StreamReader;
import dev.opsdk.core.internal.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Sends calls to the one connector. */
public final class Wire {
    private static final String ACCEPT = "Accept";

    private final Transport transport;
    private final BaseUrl server;
    private final Duration healthDeadline;
    private final Optional<EtagMemory> memory;
    private final @Nullable String correlationId;
    private final Generations generations;
    private final Map<Class<?>, Object> apis;

    private Wire(Wire like, String correlationId) {
        this.transport = like.transport;
        this.server = like.server;
        this.healthDeadline = like.healthDeadline;
        this.memory = like.memory;
        this.correlationId = correlationId;
        this.generations = like.generations;
        this.apis = like.apis;
    }

    /**
     * Connects routes and server.
     *
     * @param transport sends
     * @param server where the connector is
     * @param healthDeadline how long a health check may take
     * @param remembered how many answers are kept for comparison; 0 for none
     */
    public Wire(Transport transport, BaseUrl server, Duration healthDeadline, int remembered) {
        this.transport = transport;
        this.server = server;
        this.healthDeadline = healthDeadline;
        this.memory = remembered == 0 ? Optional.empty() : Optional.of(new EtagMemory(remembered));
        this.correlationId = null;
        this.apis = new ConcurrentHashMap<>();
        this.generations = new Generations(this, transport.api(MonitoringApi.class, server));
    }

    /**
     * The same with a correlation id of the caller's.
     *
     * @param id goes into every request
     * @return another wire on the same transport
     */
    public Wire correlated(String id) {
        return new Wire(this, id);
    }

    /**
     * Where the connector is.
     *
     * @return its base URL
     */
    public BaseUrl server() {
        return server;
    }

    /**
     * Routes as a Retrofit interface.
     *
     * @param type the interface
     * @param <A> the interface
     * @return makes the requests
     */
    public <A> A api(Class<A> type) {
        return type.cast(apis.computeIfAbsent(type, any -> transport.api(any, server)));
    }

    /**
     * Makes a call.
     *
     * @param call the request
     * @param target what it acts on
     * @param reader reads the answer
     * @param <T> the value
     * @return the value
     */
    public <T> T send(Call<ResponseBody> call, Target target, ReplyReader<T> reader) {
        return send(ready(call.request(), Map.of()), target, reader);
    }

    /**
     * Reads a whole list.
     *
     * @param call the request
     * @param target what it is about
     * @param filter which elements
     * @param type the element
     * @param <T> the element
     * @return the list
     */
    public <T> List<T> list(Call<ResponseBody> call, Target target, Filter<?> filter, Class<T> type) {
        return send(ready(call.request(), filter.parameters()), target, Readers.many(type));
    }

    /**
     * Reads a list element by element.
     *
     * @param call the request
     * @param target what it is about
     * @param filter which elements
     * @param type the element
     * @param action gets each element
     * @param <T> the element
     * @return how many there were
     */
    public <T> long stream(
            Call<ResponseBody> call, Target target, Filter<?> filter, Class<T> type, Consumer<? super T> action) {
        return streamed(
                ready(call.request(), filter.parameters()),
                target,
                new Elements<>(type, action, transport.maxReplyBytes()));
    }

    /**
     * Reads a body as it comes.
     *
     * @param call the request
     * @param target what it is about
     * @param reader takes the body
     * @param <T> the value
     * @return the value
     */
    public <T> T stream(Call<ResponseBody> call, Target target, StreamReader<T> reader) {
        return streamed(ready(call.request(), Map.of()), target, reader);
    }

    /**
     * Asks for the connector's health: without credentials, and with a deadline of its own, because the server's own probe of the
     * Backbone has none.
     *
     * @param call the request
     * @param reader reads the answer
     * @param <T> the value
     * @return the value
     */
    public <T> T probe(Call<ResponseBody> call, ReplyReader<T> reader) {
        Request request = ready(call.request(), Map.of());
        CallContext context = transport.begin(request, "", List.of(), Optional.of(healthDeadline));
        return transport.retrying(context, () -> transport.once(context, request, reader, false));
    }

    private <T> T send(Request request, Target target, ReplyReader<T> reader) {
        boolean comparable = memory.isPresent() && request.method().equals("GET") && json(request);
        Request sent = comparable ? Unchanged.asking(request, memory.get()) : request;
        ReplyReader<T> read = comparable ? Unchanged.reading(request, memory.get(), reader) : reader;
        CallContext context = transport.begin(sent, target.name(), target.secrets());
        try {
            return transport.retrying(context, () -> transport.once(context, sent, read, true));
        } catch (UnsupportedException e) {
            throw generations.explained(e);
        }
    }

    private <T> T streamed(Request request, Target target, StreamReader<T> reader) {
        CallContext context = transport.begin(request, target.name(), target.secrets());
        try {
            return transport.retrying(
                    context,
                    () -> transport.streamed(context, request, reader, reply -> {
                        throw Failures.of(reply);
                    }));
        } catch (UnsupportedException e) {
            throw generations.explained(e);
        }
    }

    private static boolean json(Request request) {
        return "application/json".equals(request.header(ACCEPT));
    }

    private Request ready(Request request, Map<String, List<String>> query) {
        Request there = Transport.at(request, server);
        Request.Builder ready = there.newBuilder();
        if (!query.isEmpty()) {
            HttpUrl.Builder url = there.url().newBuilder();
            query.forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
            ready.url(url.build());
        }
        if (request.header(ACCEPT) == null) {
            ready.header(ACCEPT, "application/json");
        }
        return ready.header(
                        CallContext.CORRELATION_ID,
                        correlationId == null ? UUID.randomUUID().toString() : correlationId)
                .build();
    }
}
