package dev.opsdk.examples.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The launcher as its users start it, with the jshell of the JDK that runs the tests, and without a build. */
final class Jsh {
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private final Map<String, String> env = new HashMap<>();
    private Path launcher = HOME.resolve("jsh");

    /** What a process left. */
    record Ran(int status, String out, String err) {}

    static Jsh with(String name, String value) {
        return new Jsh().and(name, value);
    }

    Jsh and(String name, String value) {
        env.put(name, value);
        return this;
    }

    Jsh from(Path other) {
        launcher = other;
        return this;
    }

    static String script(String name) {
        return HOME.resolve("examples/jshell/" + name).toString();
    }

    Ran run(String... args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sh", launcher.toString()));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("OPSDK_"));
        builder.environment().put("OPSDK_JSH_CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(env);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new Ran(process.waitFor(), out, err.join());
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
