package dev.opsdk.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tour, for those who want what it does and not what it prints. */
public final class TourOnce {
    private TourOnce() {}

    /** Builds simulators and clients of all four systems, runs procedures, faults, watches and webhooks, and closes everything. */
    public static void run() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exit = Tour.run(List.of(), new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false));
        if (exit != 0) {
            throw new AssertionError(printed.toString(StandardCharsets.UTF_8));
        }
    }
}
