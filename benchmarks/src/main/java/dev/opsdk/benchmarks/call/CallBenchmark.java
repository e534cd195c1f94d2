package dev.opsdk.benchmarks.call;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call, again and again, against the server that {@code benchmark.server} names. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    /** The system property that says where the server is. */
    public static final String SERVER = "benchmark.server";

    /** What is called. */
    @Param
    public Operation operation = Operation.CCR_LAG;

    /** Who calls. */
    @Param
    public Variant variant = Variant.OPSDK;

    private Ready ready = new Ready(() -> "nothing", () -> {});

    /** Makes the client. */
    @Setup
    public void open() {
        ready = variant.ready(operation, System.getProperty(SERVER));
    }

    /** Frees it. */
    @TearDown
    public void close() {
        ready.close();
    }

    /**
     * One call.
     *
     * @return its value
     * @throws IOException if it failed
     * @throws InterruptedException never
     */
    @Benchmark
    public Object call() throws IOException, InterruptedException {
        return ready.call().make();
    }
}
