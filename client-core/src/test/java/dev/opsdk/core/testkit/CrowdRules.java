package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.error.CancelledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 200 threads on one client, before a simulator: each gets its own answers, each mutation arrives once, an interrupt harms only who was
 * interrupted, and nothing is left when the client is closed.
 *
 * @param <C> the client
 */
@Timeout(120)
public abstract class CrowdRules<C extends OpsClient<C>> {
    private static final int THREADS = 200;
    private static final int READS = 3;

    /** For subclasses. */
    protected CrowdRules() {}

    /** A client of the simulator, told more. */
    protected abstract C connect(Consumer<ClientBuilder<?>> more);

    /** Reads what belongs to one caller, and fails if it is somebody else's. */
    protected abstract void readOwn(C client, int caller);

    /** Changes something for one caller. */
    protected abstract void change(C client, int caller);

    /** How many changes the server carried out. */
    protected abstract int changes();

    private static void patient(ClientBuilder<?> builder, ConnectionPool pool) {
        builder.httpClient(new OkHttpClient.Builder().connectionPool(pool).build())
                .timeouts(t -> t.withConnect(Duration.ofMinutes(1))
                        .withRead(Duration.ofMinutes(1))
                        .withSlowRead(Duration.ofMinutes(1)));
    }

    @Test
    void everybodyGetsTheirOwnAnswersAndEveryChangeArrivesOnce() throws Exception {
        ConnectionPool pool = new ConnectionPool(THREADS, 1, TimeUnit.MINUTES);
        int before = changes();
        try (C client = connect(builder -> patient(builder, pool))) {
            assertThat(crowd((caller, threads) -> {
                        for (int i = 0; i < READS; i++) {
                            readOwn(client, caller);
                        }
                        change(client, caller);
                        readOwn(client, caller);
                    }))
                    .isEmpty();
            assertThat(changes() - before).isEqualTo(THREADS);
            assertThat(pool.connectionCount()).as("all are idle").isEqualTo(pool.idleConnectionCount());
            assertThat(pool.connectionCount()).isLessThanOrEqualTo(THREADS);
        }
    }

    @Test
    void anInterruptHarmsOnlyWhoWasInterrupted() throws Exception {
        ConnectionPool pool = new ConnectionPool(THREADS, 1, TimeUnit.MINUTES);
        int before = changes();
        try (C client = connect(builder -> patient(builder, pool))) {
            Map<Integer, Throwable> failed = crowd((caller, threads) -> {
                if (caller % 2 == 0) {
                    while (true) {
                        readOwn(client, caller); // until its neighbour interrupts it
                    }
                }
                readOwn(client, caller);
                threads.get(caller - 1).interrupt();
                readOwn(client, caller);
                change(client, caller);
            });
            assertThat(failed).hasSize(THREADS / 2).allSatisfy((caller, e) -> {
                assertThat(caller % 2).isZero();
                assertThat(e).isInstanceOf(CancelledException.class);
            });
            assertThat(changes() - before).isEqualTo(THREADS / 2);
            assertThat(pool.connectionCount()).as("all are idle").isEqualTo(pool.idleConnectionCount());
        }
    }

    @Test
    void nothingIsLeftOfAClosedClient() throws Exception {
        C client = connect(builder -> builder.timeouts(t -> t.withRead(Duration.ofMinutes(1))));
        List<Thread> own = new ArrayList<>();
        try (client) {
            client.each(List.of(1, 2, 3, 4, 5), (c, caller) -> {
                synchronized (own) {
                    own.add(Thread.currentThread());
                }
                readOwn(c, caller);
                return caller;
            });
            assertThat(crowd((caller, threads) -> readOwn(client, caller))).isEmpty();
        }
        assertThat(own).isNotEmpty();
        for (Thread thread : own) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    /** All begin at the same moment; gives what they failed with. */
    private static Map<Integer, Throwable> crowd(BiConsumer<Integer, List<Thread>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Map<Integer, Throwable> failed = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int caller = i;
            Thread thread = new Thread(
                    () -> {
                        try {
                            start.await();
                            work.accept(caller, threads);
                        } catch (Throwable e) {
                            failed.put(caller, e);
                        }
                    },
                    "crowd-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return failed;
    }
}
