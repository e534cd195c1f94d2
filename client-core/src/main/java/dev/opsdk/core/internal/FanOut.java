package dev.opsdk.core.internal;

import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.CancelledException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call on many targets, some of them at once. */
public final class FanOut {
    private static final long SECONDS_TO_STOP = 5;

    private FanOut() {}

    /**
     * Calls and waits. When the waiting thread is interrupted, what is under way is cancelled, what has not begun is not begun, each
     * such target has its own error, and the interrupt flag is set again.
     *
     * @param executor runs the calls
     * @param parallelism how many at once
     * @param targets each is called once
     * @param call the call
     * @param <K> the target
     * @param <V> the value
     * @return a value or an error per target, in their order
     */
    public static <K, V> Results<K, V> run(
            ExecutorService executor, int parallelism, Collection<K> targets, Function<K, V> call) {
        Set<K> each = new LinkedHashSet<>(targets);
        Map<K, Optional<V>> values = new ConcurrentHashMap<>();
        Map<K, RuntimeException> errors = new ConcurrentHashMap<>();
        Queue<K> queue = new ConcurrentLinkedQueue<>(each);
        int workers = Math.min(parallelism, each.size());
        CountDownLatch ended = new CountDownLatch(workers);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            try {
                running.add(executor.submit(() -> {
                    try {
                        work(queue, call, values, errors);
                    } finally {
                        ended.countDown();
                    }
                }));
            } catch (RejectedExecutionException e) {
                ended.countDown(); // the client is closed; what nobody takes up is said to be not called
            }
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            queue.clear();
            running.forEach(worker -> worker.cancel(true));
            awaitStop(ended);
            Thread.currentThread().interrupt();
        }
        return inOrder(each, values, errors);
    }

    private static <K, V> void work(
            Queue<K> queue, Function<K, V> call, Map<K, Optional<V>> values, Map<K, RuntimeException> errors) {
        for (K target = queue.poll(); target != null; target = queue.poll()) {
            try {
                // whoever only acts gives null back, and that is a success
                values.put(target, Optional.ofNullable(call.apply(target)));
            } catch (RuntimeException e) {
                errors.put(target, e);
            } catch (Error e) {
                errors.put(target, new IllegalStateException("the call broke: " + e, e));
                throw e;
            }
        }
    }

    private static void awaitStop(CountDownLatch ended) {
        try {
            ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static <K, V> Results<K, V> inOrder(
            Set<K> each, Map<K, Optional<V>> values, Map<K, RuntimeException> errors) {
        Map<K, @Nullable V> orderedValues = new LinkedHashMap<>();
        Map<K, RuntimeException> orderedErrors = new LinkedHashMap<>();
        for (K target : each) {
            Optional<V> value = values.get(target);
            if (value != null) {
                orderedValues.put(target, value.orElse(null));
            } else {
                RuntimeException error = errors.get(target);
                orderedErrors.put(
                        target,
                        error != null
                                ? error
                                : new CancelledException(
                                        "not called: the waiting thread was interrupted or the client was closed"));
            }
        }
        return Results.of(orderedValues, orderedErrors);
    }
}
