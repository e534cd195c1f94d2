package dev.opsdk.openmldb.procedure;

import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.openmldb.NoAnswerException;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Carries requests to a simulator without sockets, so that thousands of clusters can be tried. */
final class InProcess implements Interceptor {
    private final OpenMldbSimulator sim;
    private final AtomicInteger count = new AtomicInteger();
    private volatile IntConsumer before = number -> {};

    InProcess(OpenMldbSimulator sim) {
        this.sim = sim;
    }

    /** Lets something happen before each request; the first from now on is 1. */
    void before(IntConsumer event) {
        count.set(0);
        before = event;
    }

    /** How many there were since {@link #before}. */
    int count() {
        return count.get();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        before.accept(count.incrementAndGet());
        Request request = chain.request();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers().toMultimap());
        try (Buffer body = new Buffer()) {
            if (request.body() != null) {
                request.body().writeTo(body);
                headers.put("content-type", List.of("application/json"));
            }
            SimResponse answer = sim.exchange(
                    request.url().host() + ":" + request.url().port(),
                    new SimRequest(request.method(), request.url().encodedPath(), headers, body.readUtf8()));
            return new Response.Builder()
                    .request(request)
                    .protocol(Protocol.HTTP_1_1)
                    .code(answer.status())
                    .message(answer.reason())
                    .body(ResponseBody.create(answer.body(), MediaType.get("application/json")))
                    .build();
        } catch (NoAnswerException e) {
            throw new ConnectException(e.getMessage());
        }
    }
}
