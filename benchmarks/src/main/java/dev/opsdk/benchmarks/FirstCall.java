package dev.opsdk.benchmarks;

import dev.opsdk.benchmarks.call.Operation;
import dev.opsdk.benchmarks.call.Ready;
import dev.opsdk.benchmarks.call.Variant;

/** Builds a client in a new JVM, makes one call, and prints how many milliseconds that took. */
final class FirstCall {
    private FirstCall() {}

    public static void main(String... args) throws Exception {
        long start = System.nanoTime();
        try (Ready client = Variant.valueOf(args[0]).ready(Operation.valueOf(args[1]), args[2])) {
            client.call().make();
            System.out.println((System.nanoTime() - start) / 1e6);
        }
    }
}
