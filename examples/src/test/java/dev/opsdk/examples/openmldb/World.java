package dev.opsdk.examples.openmldb;

import dev.opsdk.core.Secret;
import dev.opsdk.core.TimeSource;
import dev.opsdk.simulator.openmldb.OpenMldbSimulator;
import dev.opsdk.simulator.openmldb.OpenMldbSimulatorBuilder;
import dev.opsdk.simulator.openmldb.SimCall;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A simulated cluster, and the command in its time: waiting moves it. */
final class World implements AutoCloseable {
    private static final Set<String> READS = Set.of(
            "ShowTablet", "ShowTable", "ShowDatabase", "ShowOPStatus", "ConfGet", "GetTableStatus", "GetTableFollower");

    final OpenMldbSimulator sim;
    final Map<String, String> env = new HashMap<>();
    Optional<Prompt> prompt = Optional.empty();
    private TimeSource time;

    private World(OpenMldbSimulator sim) {
        this.sim = sim;
        this.time = TimeSource.simulated(sim.clock()::now, sim::advance);
    }

    static World start(UnaryOperator<OpenMldbSimulatorBuilder> how) {
        return new World(how.apply(OpenMldbSimulator.builder()).start());
    }

    /** Two full tablets and two empty ones; which partition is where does not depend on the ports' order. */
    static World outOfBalance() {
        World world = start(sim -> sim.tablets(2));
        String a = world.tablet(0);
        String b = world.tablet(1);
        world.sim
                .table("demo_db", "t1")
                .partitions(4)
                .replicas(2)
                .rows(10)
                .partitionOn(0, a, b)
                .partitionOn(1, b, a)
                .partitionOn(2, a, b)
                .partitionOn(3, b, a)
                .create();
        world.sim
                .table("demo_db", "single")
                .partitions(2)
                .rows(5)
                .partitionOn(0, a)
                .partitionOn(1, b)
                .create();
        world.sim.addTablet();
        world.sim.addTablet();
        return world;
    }

    String tablet(int index) {
        return sim.tablet(index).endpoint();
    }

    String nameServers() {
        return "--nameservers=" + String.join(",", sim.nameServerEndpoints());
    }

    World answering(String line) {
        prompt = Optional.of(new Prompt() {
            @Override
            public String line(String question) {
                return line;
            }

            @Override
            public Secret secret(String question) {
                return Secret.of(line);
            }
        });
        return this;
    }

    /** Somebody presses Ctrl-C while it waits for the n-th time. */
    World interruptedInWait(int number) {
        TimeSource inner = time;
        int[] waits = {0};
        time = new TimeSource() {
            @Override
            public java.time.Instant now() {
                return inner.now();
            }

            @Override
            public long nanos() {
                return inner.nanos();
            }

            @Override
            public void sleep(java.time.Duration duration) throws InterruptedException {
                if (++waits[0] == number) {
                    Thread.currentThread().interrupt();
                }
                inner.sleep(duration);
            }
        };
        return this;
    }

    /** Runs it against this cluster's nameservers. */
    Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add(nameServers());
        return runBare(all.toArray(String[]::new));
    }

    Ran runBare(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                prompt);
        int code = new OpenMldbCommand(shell, builder -> builder.timeSource(time)).run(List.of(args));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> mutations() {
        return sim.calls().stream()
                .map(SimCall::method)
                .filter(method -> !READS.contains(method))
                .toList();
    }

    @Override
    public void close() {
        sim.close();
    }
}
