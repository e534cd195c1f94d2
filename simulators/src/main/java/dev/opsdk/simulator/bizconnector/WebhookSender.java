package dev.opsdk.simulator.bizconnector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sends events one after the other, each once, and follows nothing. */
final class WebhookSender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WebhookSender::daemon);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final List<WebhookDelivery> deliveries = new ArrayList<>();
    private final LogText log;
    private int waiting;

    WebhookSender(LogText log) {
        this.log = log;
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "biz-webhooks");
        thread.setDaemon(true);
        return thread;
    }

    void send(WebhookTarget target, String trigger, String body, String correlation) {
        synchronized (deliveries) {
            waiting++;
        }
        thread.execute(() -> {
            int status = post(target, trigger, body, correlation);
            if (status < 200 || status >= 300) {
                log.error(
                        "WebhooksModule",
                        "Request to webhook '" + target.urlFor(trigger) + "' returned status " + status
                                + ". Expected value between 200 and 299.",
                        correlation);
            }
            synchronized (deliveries) {
                deliveries.add(new WebhookDelivery(trigger, target.urlFor(trigger), body, status));
                waiting--;
                deliveries.notifyAll();
            }
        });
    }

    private int post(WebhookTarget target, String trigger, String body, String correlation) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.urlFor(trigger)))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json, text/plain, */*")
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "axios/1.21.1")
                    .header("x-correlation-id", correlation);
            target.headers().forEach(request::header);
            if (!target.apiKey().isEmpty()) {
                request.header(target.keyHeader(), target.apiKey());
            }
            return client.send(
                            request.POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    List<WebhookDelivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    /** Returns whether nothing waits any more. */
    boolean await(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (deliveries) {
            while (waiting > 0) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                deliveries.wait(Math.max(1, left / 1_000_000));
            }
            return true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
