package dev.opsdk.core;

import dev.opsdk.core.call.AsyncCalls;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.internal.FanOut;
import dev.opsdk.core.internal.Settings;
import dev.opsdk.core.internal.Threads;
import dev.opsdk.core.internal.Transport;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;

/**
 * What every client can do besides its own calls. Clients are thread-safe and are meant to live as long as the application.
 *
 * @param <C> the client's own type
 */
public abstract class OpsClient<C extends OpsClient<C>> implements AutoCloseable {
    private final Settings settings;
    private final Transport transport;
    private final ExecutorService executor;

    /**
     * For the clients of this project.
     *
     * @param settings what the builder was told
     */
    protected OpsClient(Settings settings) {
        this.settings = settings;
        this.transport = new Transport(settings);
        this.executor = Threads.perTask("opsdk-" + settings.system());
    }

    /**
     * This client as its own type.
     *
     * @return this
     */
    protected abstract C self();

    /**
     * What sends the calls.
     *
     * @return the transport
     */
    protected final Transport transport() {
        return transport;
    }

    /**
     * What the builder was told.
     *
     * @return the settings
     */
    protected final Settings settings() {
        return settings;
    }

    /**
     * Where the client takes its time from.
     *
     * @return as the builder was told
     */
    public TimeSource timeSource() {
        return settings.time();
    }

    /**
     * How often a wait or a watch looks.
     *
     * @return as the builder was told
     */
    public Duration pollEvery() {
        return settings.pollEvery();
    }

    /**
     * Whether mutations are refused before they are sent.
     *
     * @return as the builder was told
     */
    public boolean readOnly() {
        return settings.readOnly();
    }

    /**
     * The same calls, on another thread.
     *
     * @return asynchronous calls on this client's own executor
     */
    public AsyncCalls<C> async() {
        return new AsyncCalls<>(self(), executor);
    }

    /**
     * Makes one call on each of many targets, as many at once as the builder's {@code parallelism} says, and waits for all.
     *
     * @param targets what to call it on; a target that stands twice is called once
     * @param call the call
     * @param <K> the target
     * @param <V> the value
     * @return a value or an error per target
     * @throws dev.opsdk.core.error.CancelledException never for one target: it is that target's error
     */
    public <K, V> Results<K, V> each(Collection<K> targets, BiFunction<C, K, V> call) {
        return FanOut.run(executor, settings.parallelism(), targets, target -> call.apply(self(), target));
    }

    /** Ends what is under way and frees connections and threads. A brought OkHttp client stays open. */
    @Override
    public void close() {
        transport.close();
        executor.shutdownNow();
    }
}
