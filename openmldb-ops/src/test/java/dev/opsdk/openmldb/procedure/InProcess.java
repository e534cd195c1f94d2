package dev.opsdk.openmldb.procedure;

import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.openmldb.NoAnswerException;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Runnable> events = new ConcurrentHashMap<>();
    private final Map<String, Integer> lost = new ConcurrentHashMap<>();
    private final Set<String> pretended = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile IntConsumer before = number -> {};

    InProcess(OpenMldbSimulator sim) {
        this.sim = sim;
    }

    /** Lets something happen before each request; the first from now on is 1. */
    void before(IntConsumer event) {
        count.set(0);
        before = event;
    }

    /** Lets something happen before the next request of a method. */
    void beforeNext(String method, Runnable event) {
        events.put(method, event);
    }

    /** What these requests ask for is done, and a proxy answers. */
    void loseAnswers(String method, int times) {
        lost.put(method, times);
    }

    /** The next request of a method is answered with success, and nothing is done. */
    void pretend(String method) {
        pretended.add(method);
    }

    /** Lets nothing through to a method, or to {@code host:port}. */
    void refuse(String methodOrServer) {
        refused.add(methodOrServer);
    }

    /** Lets everything through again. */
    void refuseNothing() {
        refused.clear();
    }

    /** How many there were since {@link #before}. */
    int count() {
        return count.get();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        before.accept(count.incrementAndGet());
        Request request = chain.request();
        String server = request.url().host() + ":" + request.url().port();
        String method = request.url().pathSegments().get(request.url().pathSize() - 1);
        Optional.ofNullable(events.remove(method)).ifPresent(Runnable::run);
        if (refused.contains(method) || refused.contains(server)) {
            throw new ConnectException("refused");
        }
        if (pretended.remove(method)) {
            return answer(request, 200, "OK", "{\"code\":0,\"msg\":\"ok\"}");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers().toMultimap());
        try (Buffer body = new Buffer()) {
            if (request.body() != null) {
                request.body().writeTo(body);
                headers.put("content-type", List.of("application/json"));
            }
            SimResponse answer = sim.exchange(
                    server, new SimRequest(request.method(), request.url().encodedPath(), headers, body.readUtf8()));
            if (lost.merge(method, -1, Integer::sum) >= 0) {
                return answer(request, 502, "Bad Gateway", "<html>");
            }
            return answer(request, answer.status(), answer.reason(), answer.body());
        } catch (NoAnswerException e) {
            throw new ConnectException(e.getMessage());
        }
    }

    private static Response answer(Request request, int status, String reason, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message(reason)
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }
}
