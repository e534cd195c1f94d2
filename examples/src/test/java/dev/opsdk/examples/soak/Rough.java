package dev.opsdk.examples.soak;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.simulator.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is done to every client alike, and not gently. */
final class Rough {
    private static final int MANY = 24;
    private static final int AT_ONCE = 8;

    private Rough() {}

    /** With few connections, so that its pools are full before the first sample. */
    static <B extends ClientBuilder<B>> B patient(B builder) {
        return builder.timeouts(t -> t.withRead(Duration.ofMinutes(1))).parallelism(AT_ONCE);
    }

    /** Quick to give up, for calls that run into faults. */
    static <B extends ClientBuilder<B>> B hasty(B builder) {
        return builder.timeouts(t -> t.withConnect(Duration.ofSeconds(2))
                        .withRead(Duration.ofMillis(400))
                        .withSlowRead(Duration.ofMillis(400))
                        .withMutation(Duration.ofMillis(400))
                        .withReadDeadline(Duration.ofSeconds(4)))
                .parallelism(AT_ONCE);
    }

    /** Everything that can go wrong with an exchange, once each. */
    static List<Fault> faults() {
        return List.of(
                Fault.status(503),
                Fault.html(502),
                Fault.resetBefore(),
                Fault.resetAfter(),
                Fault.cutBody(),
                Fault.garble(),
                Fault.huge(100_000),
                Fault.drip(Duration.ofMillis(1)),
                Fault.redirectLoop(),
                Fault.hang());
    }

    /** A call that may fail as calls fail; anything else ends the soak. */
    static void attempt(Runnable call) {
        try {
            call.run();
        } catch (OpsException e) {
            // that is what faults are for
        }
    }

    /** Many at once, asynchronous ones of which some are cancelled, and callers that are interrupted. */
    static <C extends OpsClient<C>> void crowd(C client, Consumer<C> read) throws InterruptedException {
        client.each(IntStream.range(0, MANY).boxed().toList(), (c, i) -> {
            read.accept(c);
            return i;
        });
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            futures.add(client.async().run(read));
        }
        for (int i = 0; i < MANY; i += 3) {
            futures.get(i).cancel(true);
        }
        futures.forEach(Rough::ended);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread caller = new Thread(() -> attempt(() -> read.accept(client)), "soak-caller");
            caller.start();
            callers.add(caller);
        }
        for (int i = 0; i < AT_ONCE; i += 2) {
            callers.get(i).interrupt();
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static void ended(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CancellationException e) {
            // we did that
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof OpsException)) {
                throw e;
            }
        }
    }
}
