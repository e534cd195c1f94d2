package dev.opsdk.examples.live;

import dev.opsdk.core.OpsClient;
import dev.opsdk.core.TimeSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the scenarios that the environment names, prints what they did, and keeps it in a file a system. */
final class Live {
    private final Env env;
    private final PrintStream out;
    private final Path directory;
    private final TimeSource time;
    private final List<String> tried = new ArrayList<>();

    Live(Env env, PrintStream out, Path directory, TimeSource time) {
        this.env = env;
        this.out = out;
        this.directory = directory;
        this.time = time;
    }

    boolean named(LiveSystem system) {
        return env.get(system.variable).isPresent();
    }

    /** What stands in a skipped test's report. */
    static String notNamed(LiveSystem system) {
        return system.title + " skipped: " + system.variable + " is not set, such as " + system.variable + "="
                + system.example;
    }

    /**
     * Runs one system's scenario.
     *
     * @throws AssertionError if anything of it failed, or is not as it was
     */
    Transcript run(LiveSystem system) {
        String where = env.get(system.variable).orElseThrow();
        Transcript transcript = new Transcript(out, env.secrets());
        transcript.title("opsdk live: " + system.title);
        try (OpsClient<?> client = connect(system, where, transcript)) {
            transcript.says(client + ", " + time.now().truncatedTo(ChronoUnit.SECONDS) + ". "
                    + (client.readOnly()
                            ? "Nothing can be changed: the client refuses every mutation, because " + Env.MUTATE
                                    + " is not true."
                            : "CHANGES ARE ALLOWED, because " + Env.MUTATE + " is true."));
            env.unknown()
                    .forEach(name ->
                            transcript.says("WARNING: the variable " + name + " is set and means nothing here."));
            system.scenario(client, env, transcript).run(env.mutate());
        } catch (IllegalArgumentException e) {
            transcript.failed("a variable", e);
        } catch (RuntimeException e) {
            transcript.failed("the scenario itself, please report it", e);
            throw e;
        } finally {
            transcript.sum();
            keep(system, transcript);
        }
        tried.add(system.title + ": " + Transcript.count(transcript.reads(), "read") + ", "
                + Transcript.count(transcript.mutations(), "mutation") + " sent, "
                + transcript.failures().size() + " failed");
        if (!transcript.owed().isEmpty()) {
            throw new AssertionError("NOT PUT BACK: " + String.join("; ", transcript.owed()));
        }
        if (!transcript.failures().isEmpty()) {
            throw new AssertionError(String.join("; ", transcript.failures()));
        }
        return transcript;
    }

    private OpsClient<?> connect(LiveSystem system, String where, Transcript transcript) {
        try {
            return system.connect(env, where, transcript, time);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(system.variable + ": " + e.getMessage(), e);
        }
    }

    private void keep(LiveSystem system, Transcript transcript) {
        try {
            Files.createDirectories(directory);
            Path file = Files.writeString(directory.resolve(system.file()), transcript.markdown());
            out.println("kept in " + file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("the transcript cannot be kept in " + directory, e);
        }
    }

    /**
     * What was tried. That nothing was is no success.
     *
     * @throws AssertionError if no system is named
     */
    void end() {
        if (Stream.of(LiveSystem.values()).noneMatch(this::named)) {
            throw new AssertionError("0 systems tried: set one of\n"
                    + Stream.of(LiveSystem.values())
                            .map(system -> "  " + system.variable + "=" + system.example)
                            .collect(Collectors.joining("\n"))
                    + "\n"
                    + env.unknown().stream()
                            .map(name -> "WARNING: the variable " + name + " is set and means nothing here.\n")
                            .collect(Collectors.joining())
                    + "CONTRIBUTING.md, \"Against real servers\", has them all. Nothing is changed unless " + Env.MUTATE
                    + "=true.");
        }
        out.println();
        out.println("Live: " + tried.size() + " of " + LiveSystem.values().length + " systems tried");
        tried.forEach(line -> out.println("  " + line));
        Stream.of(LiveSystem.values())
                .filter(system -> !named(system))
                .forEach(system -> out.println("  " + notNamed(system)));
    }
}
