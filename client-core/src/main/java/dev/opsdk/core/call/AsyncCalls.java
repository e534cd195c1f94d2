package dev.opsdk.core.call;

import dev.opsdk.core.error.CancelledException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client's calls on the client's own executor: virtual threads where the JVM has them, daemon threads elsewhere.
 *
 * @param <C> the client
 */
public final class AsyncCalls<C> {
    private final C client;
    private final ExecutorService executor;

    /**
     * For the clients of this project.
     *
     * @param client the client
     * @param executor runs the calls
     */
    public AsyncCalls(C client, ExecutorService executor) {
        this.client = client;
        this.executor = executor;
    }

    /**
     * Runs a call, or many one after another.
     *
     * @param call uses the client
     * @param <T> the value
     * @return completes with the value or the call's own exception; cancelling it cancels the HTTP call that is under way
     */
    public <T> CompletableFuture<T> call(Function<C, T> call) {
        Cancellable<T> future = new Cancellable<>();
        try {
            future.task = executor.submit(() -> {
                try {
                    future.complete(call.apply(client));
                } catch (Throwable e) {
                    // the future is the only one who can tell
                    future.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(new CancelledException("not called: the client is closed"));
        }
        return future;
    }

    /**
     * Runs calls that give nothing back.
     *
     * @param call uses the client
     * @return completes when they are done; cancelling it cancels the HTTP call that is under way
     */
    public CompletableFuture<Void> run(Consumer<C> call) {
        return call(c -> {
            call.accept(c);
            return null;
        });
    }

    private static final class Cancellable<T> extends CompletableFuture<T> {
        private volatile Future<?> task = CompletableFuture.completedFuture(null);

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            task.cancel(true);
            return cancelled;
        }
    }
}
