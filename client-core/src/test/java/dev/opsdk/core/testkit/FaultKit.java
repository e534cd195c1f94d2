package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.call.Timeouts;
import dev.opsdk.core.error.OpsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every call of a client against every {@link Fault}: the exception's exact type and outcome, the time, the number of requests that
 * arrived, and what its messages must not say. A client's test extends it and names its calls:
 *
 * <pre>{@code
 * class CcrFaultTest extends FaultKit {
 *     @Override
 *     protected List<Probe> probes() {
 *         return List.of(
 *                 Probe.read("lag", url -> {
 *                     try (CcrClient ccr = FaultKit.quick(CcrClient.builder().syncer(url)).build()) {
 *                         ccr.job("orders").lag();
 *                     }
 *                 }),
 *                 Probe.mutation("pause", url -> pause(url)));
 *     }
 * }
 * }</pre>
 *
 * <p>Where a server has a rule of its own, such as a redirect that is followed, override {@link #expectation}.
 */
public abstract class FaultKit {
    /** How often a client made by {@link #quick} sends a read. */
    public static final int MAX_ATTEMPTS = 2;

    private static final Duration ATTEMPT = Duration.ofSeconds(1);

    /** For subclasses. */
    protected FaultKit() {}

    /** The calls under test. */
    protected abstract List<Probe> probes();

    /** The faults to try; all of them unless overridden. */
    protected Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    /** What a call has to come to; what the design promises unless overridden. */
    protected Expectation expectation(Probe probe, Fault fault) {
        return Expectation.byDesign(probe, fault, MAX_ATTEMPTS);
    }

    /** How long a call may take at most. */
    protected Duration bound() {
        return Duration.ofSeconds(5);
    }

    /**
     * Short time limits, two attempts with hardly a pause, and little room for answers.
     *
     * @param builder a client's builder
     * @return the same builder
     */
    public static <B extends ClientBuilder<B>> B quick(B builder) {
        return builder.timeouts(old -> new Timeouts(ATTEMPT, ATTEMPT, ATTEMPT, ATTEMPT, Duration.ofSeconds(4)))
                .retry(new RetryPolicy(
                        MAX_ATTEMPTS, Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(50)))
                .maxReplyBytes(64 * 1024);
    }

    /** One test a call and fault. */
    @TestFactory
    Stream<DynamicContainer> everyCallAgainstEveryFault() {
        List<Probe> probes = probes();
        warmUp(probes);
        ExecutorService waiting = Executors.newFixedThreadPool(12, FaultKit::daemon);
        List<DynamicContainer> containers = new ArrayList<>();
        for (Probe probe : probes) {
            List<DynamicTest> tests = new ArrayList<>();
            for (Fault fault : faults()) {
                // those that wait for the client's clock wait together
                Future<Seen> begun = fault.waits() ? waiting.submit(() -> see(probe, fault)) : null;
                tests.add(DynamicTest.dynamicTest(
                        fault.name(),
                        () -> check(probe, fault, begun == null ? apart(() -> see(probe, fault)) : begun)));
            }
            containers.add(DynamicContainer.dynamicContainer(probe.effect() + " " + probe.name(), tests));
        }
        waiting.shutdown();
        return containers.stream();
    }

    private record Seen(
            Optional<Throwable> thrown, Duration took, int connections, List<FaultServer.Arrival> arrivals) {}

    private static Seen see(Probe probe, Fault fault) {
        try (FaultServer server = FaultServer.start(fault)) {
            probe.preludes().forEach(server::prelude);
            if (!probe.properAnswer().isEmpty()) {
                server.properAnswer(probe.properAnswer());
            }
            Optional<Throwable> thrown = Optional.empty();
            long start = System.nanoTime();
            try {
                probe.call().at(server.url());
            } catch (Throwable e) {
                thrown = Optional.of(e);
            }
            return new Seen(
                    thrown, Duration.ofNanos(System.nanoTime() - start), server.connections(), server.arrivals());
        }
    }

    private void check(Probe probe, Fault fault, Future<Seen> future) throws Exception {
        Seen seen = await(future);
        Expectation expected = expectation(probe, fault);
        if (seen.thrown().isEmpty()) {
            assertThat(expected.mayReturn())
                    .as("it returned as if all were well; expected was %s", expected.type())
                    .isTrue();
        } else {
            Throwable thrown = seen.thrown().get();
            assertThat(expected.type())
                    .as("it failed, but had to succeed: %s", thrown)
                    .isPresent();
            assertThat(thrown).isExactlyInstanceOf(expected.type().get());
            assertThat(((OpsException) thrown).outcome()).as("outcome").isEqualTo(expected.outcome());
            saysNothingItMustNot(probe, seen, thrown);
        }
        assertThat(seen.took()).as("time").isLessThan(bound());
        assertThat(seen.arrivals().size())
                .as("requests that arrived: %s", seen.arrivals())
                .isBetween(expected.fewest(), expected.most());
        if (probe.effect() == Effect.MUTATION && probe.preludes().isEmpty() && fault != Fault.TLS_GARBAGE) {
            assertThat(seen.connections())
                    .as("connections opened by a mutation")
                    .isLessThanOrEqualTo(Math.max(1, expected.most()));
        }
    }

    private static void saysNothingItMustNot(Probe probe, Seen seen, Throwable thrown) {
        List<String> forbidden = new ArrayList<>(probe.secrets());
        forbidden.add(FaultServer.MARKER);
        // okio quotes what it does not understand in hexadecimal digits
        forbidden.add(HexFormat.of()
                .formatHex(FaultServer.MARKER.getBytes(StandardCharsets.UTF_8))
                .substring(0, 16));
        for (FaultServer.Arrival arrival : seen.arrivals()) {
            forbidden.add(arrival.body());
            Stream.of(arrival.query().split("&", -1))
                    .filter(pair -> pair.contains("="))
                    .forEach(forbidden::add);
        }
        forbidden.removeIf(String::isBlank);
        assertThat(PlantedSecrets.everythingSaidBy(thrown)).doesNotContain(forbidden);
    }

    private Seen await(Future<Seen> future) throws Exception {
        try {
            return future.get(bound().toMillis() * 4, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new AssertionError("the call did not end", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the probe cannot be run", e.getCause());
        }
    }

    /** The first call of a JVM loads classes for longer than a short time limit. */
    private static void warmUp(List<Probe> probes) {
        for (Probe probe : probes) {
            await(() -> see(probe, Fault.HTML));
        }
    }

    private static void await(Callable<Seen> call) {
        try {
            apart(call).get(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // its own test will tell
        }
    }

    private static <T> Future<T> apart(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        daemon(task).start();
        return task;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-kit");
        thread.setDaemon(true);
        return thread;
    }
}
