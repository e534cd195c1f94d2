package dev.opsdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.benchmarks.call.Operation;
import dev.opsdk.benchmarks.call.Ready;
import dev.opsdk.benchmarks.call.Variant;
import dev.opsdk.ccr.CcrClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Polls many targets in one way, twice, and prints how many milliseconds each time took. */
final class Poller {
    private static final int AT_ONCE = 100;

    private final String url;
    private final ObjectMapper json = new ObjectMapper();

    private Poller(String url) {
        this.url = url;
    }

    /** Asks all targets and waits for all answers. */
    @FunctionalInterface
    private interface Round {
        int answered(List<String> targets) throws Exception;
    }

    /** A way to poll. */
    enum Way {
        EACH("opsdk, `each`, 100 at once as it comes"),
        ASYNC("opsdk, `async()`, all at once"),
        OKHTTP_TUNED("OkHttp `enqueue`, tuned to 100 a host and a pool of 100"),
        OKHTTP_AS_IT_COMES("OkHttp `enqueue`, as it comes: 5 a host"),
        JDK_HUNDRED("java.net.http `sendAsync`, 100 at once"),
        JDK_ALL("java.net.http `sendAsync`, all at once, as it comes"),
        FEIGN("Feign on 100 threads, a pool of 5 as it comes"),
        ONE_BY_ONE("OkHttp + Jackson one by one");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    public static void main(String... args) throws Exception {
        Poller poller = new Poller(args[1]);
        List<String> targets = IntStream.range(0, Integer.parseInt(args[2]))
                .mapToObj(i -> "job" + i)
                .toList();
        long start = System.nanoTime();
        Round round = poller.round(Way.valueOf(args[0]));
        StringBuilder times = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            int answered = round.answered(targets);
            if (answered != targets.size()) {
                throw new IllegalStateException(answered + " of " + targets.size() + " answered");
            }
            times.append((System.nanoTime() - start) / 1e6).append(' ');
            start = System.nanoTime();
        }
        System.out.println(times);
        System.exit(0); // some leave threads behind that would keep it for a minute
    }

    private Round round(Way way) {
        return switch (way) {
            case EACH -> {
                CcrClient ccr = CcrClient.connect(url);
                yield targets ->
                        ccr.each(targets, (c, job) -> c.job(job).lag()).values().size();
            }
            case ASYNC -> {
                CcrClient ccr = CcrClient.connect(url);
                yield targets -> joined(targets.stream()
                        .map(job -> ccr.async().call(c -> c.job(job).lag()))
                        .toList());
            }
            case OKHTTP_TUNED -> {
                Dispatcher dispatcher = new Dispatcher();
                dispatcher.setMaxRequests(AT_ONCE);
                dispatcher.setMaxRequestsPerHost(AT_ONCE);
                OkHttpClient http = new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
                        .build();
                yield targets -> enqueued(http, targets);
            }
            case OKHTTP_AS_IT_COMES -> {
                OkHttpClient http = new OkHttpClient();
                yield targets -> enqueued(http, targets);
            }
            case JDK_HUNDRED -> {
                HttpClient http = HttpClient.newHttpClient();
                yield targets -> sent(http, targets, AT_ONCE);
            }
            case JDK_ALL -> {
                HttpClient http = HttpClient.newHttpClient();
                yield targets -> sent(http, targets, targets.size());
            }
            case FEIGN -> {
                Ready feign = Variant.FEIGN.ready(Operation.CCR_LAG, url);
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
                yield targets -> {
                    List<CompletableFuture<?>> futures = new ArrayList<>();
                    targets.forEach(t -> futures.add(CompletableFuture.supplyAsync(() -> made(feign), threads)));
                    return joined(futures);
                };
            }
            case ONE_BY_ONE -> {
                Ready okHttp = Variant.OKHTTP.ready(Operation.CCR_LAG, url);
                yield targets -> {
                    targets.forEach(target -> made(okHttp));
                    return targets.size();
                };
            }
        };
    }

    private static Object made(Ready client) {
        try {
            return client.call().make();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int joined(List<? extends CompletableFuture<?>> futures) {
        futures.forEach(CompletableFuture::join);
        return futures.size();
    }

    private byte[] body(String job) throws IOException {
        return json.writeValueAsBytes(json.createObjectNode().put("name", job));
    }

    private int enqueued(OkHttpClient http, List<String> targets) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(targets.size());
        AtomicInteger answered = new AtomicInteger();
        for (String job : targets) {
            Request request = new Request.Builder()
                    .url(url + "/get_lag")
                    .post(RequestBody.create(body(job), MediaType.get("application/json")))
                    .build();
            http.newCall(request).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException e) {
                    ended.countDown();
                }

                @Override
                public void onResponse(Call call, Response response) throws IOException {
                    try (response) {
                        if (json.readTree(response.body().byteStream()).has("lag")) {
                            answered.incrementAndGet();
                        }
                    } finally {
                        ended.countDown();
                    }
                }
            });
        }
        ended.await();
        return answered.get();
    }

    private int sent(HttpClient http, List<String> targets, int atOnce) throws IOException, InterruptedException {
        Semaphore free = new Semaphore(atOnce);
        List<CompletableFuture<?>> futures = new ArrayList<>();
        for (String job : targets) {
            free.acquire();
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/get_lag"))
                    .header("Content-Type", "application/json")
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body(job)))
                    .build();
            futures.add(http.sendAsync(request, BodyHandlers.ofByteArray())
                    .thenApply(response -> tree(response.body()))
                    .whenComplete((tree, failure) -> free.release()));
        }
        return joined(futures);
    }

    private Object tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
