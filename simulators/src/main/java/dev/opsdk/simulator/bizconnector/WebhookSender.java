package dev.opsdk.simulator.bizconnector;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends events one after the other, each once, and follows nothing. */
final class WebhookSender implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(5);

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WebhookSender::daemon);
    private final List<WebhookDelivery> deliveries = new ArrayList<>();
    private final LogText log;
    private int waiting;
    private boolean closed;
    private @Nullable WebhookPost current;

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
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json, text/plain, */*");
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "axios/1.21.1");
        headers.put("x-correlation-id", correlation);
        headers.putAll(target.headers());
        if (!target.apiKey().isEmpty()) {
            headers.put(target.keyHeader(), target.apiKey());
        }
        try (WebhookPost post = begun(target.urlFor(trigger))) {
            return post.send(headers, body);
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    private WebhookPost begun(String url) throws IOException {
        WebhookPost post = new WebhookPost(url);
        synchronized (deliveries) {
            if (closed) {
                post.close();
            }
            current = post;
        }
        return post;
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

    /** Cuts off what is on its way; what waits is never sent. */
    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (deliveries) {
            closed = true;
            cut(current);
        }
        try {
            thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(@Nullable WebhookPost post) {
        if (post == null) {
            return;
        }
        try (post) {
            return;
        } catch (IOException e) {
            // it is cut, and nothing depends on how
            return;
        }
    }
}
