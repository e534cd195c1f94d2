package dev.opsdk.examples.openmldb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OnShutdownTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final Running running = new Running();
    private final Thread worker = new Thread(() -> {});
    private final OnShutdown hook = new OnShutdown(worker, err, running);

    @Test
    void readingEndsAtOnce() {
        hook.interrupt();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("interrupted: nothing was changed");
    }

    @Test
    void aFinishedRunIsNotWaitedForEither() {
        running.begins();
        running.ended();
        hook.interrupt();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("the run has ended");
    }

    @Test
    void aRunMayPutBackWhatItChanged() throws InterruptedException {
        running.begins();
        Thread ending = new Thread(hook::interrupt);
        ending.start();
        hook.ended();
        ending.join();
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("given up", "nothing was changed");
    }

    @Test
    void whoeverHasSaidEverythingSaysNoMore() {
        hook.ended();
        hook.interrupt();
        assertThat(said.size()).isZero();
    }
}
