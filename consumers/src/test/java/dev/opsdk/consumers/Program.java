package dev.opsdk.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process, its output and how it ended. */
record Program(int status, String output) {

    static Program run(Path folder, Path log, long seconds, Map<String, String> environment, List<String> line)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(line + " did not end in " + seconds + " s; see " + log);
        }
        return new Program(process.exitValue(), Files.readString(log));
    }
}
