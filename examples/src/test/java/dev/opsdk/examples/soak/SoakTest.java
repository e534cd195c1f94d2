package dev.opsdk.examples.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.examples.TourOnce;
import dev.opsdk.simulator.ccr.CcrSimulator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whether threads, sockets or memory grow. In every build a few rounds; with {@code -Psoak} half an hour, or as long as {@code -Dsoak=PT2H} says.
 */
class SoakTest {
    private static final String LENGTH = System.getProperty("opsdk.soak", "");
    private static final int SAMPLES = 30;
    private static final int ROUNDS_FROM_TOUR_TO_TOUR = 10;

    private final List<AutoCloseable> leaked = new ArrayList<>();

    @Test
    void nothingGrows() throws InterruptedException {
        boolean whole = !LENGTH.isBlank();
        List<Work> works =
                new ArrayList<>(List.of(new CcrWork(), new OmsWork(), new OpenMldbWork(), new ConnectorWork()));
        if (whole) {
            works.add(number -> {
                if (number % ROUNDS_FROM_TOUR_TO_TOUR == 0) {
                    TourOnce.run();
                }
            });
        }
        Soak soak = whole
                ? new Soak(works, Duration.parse(LENGTH), Duration.parse(LENGTH).dividedBy(SAMPLES), 30, System.out)
                : new Soak(works, Duration.ZERO, Duration.ZERO, 6, quiet());
        assertThat(Trend.growth(soak.run())).isEmpty();
    }

    @Test
    void aClientThatIsNotClosedIsSeen() throws Exception {
        try (CcrSimulator syncer = CcrSimulator.start()) {
            assertThat(growth(number -> {
                        for (int i = 0; i < 5; i++) {
                            CcrClient forgotten = CcrClient.connect(syncer.url());
                            leaked.add(forgotten);
                            forgotten.version();
                        }
                    }))
                    .anyMatch(sentence -> sentence.startsWith("sockets grew") || sentence.startsWith("files grew"));
        } finally {
            free();
        }
    }

    @Test
    void aServerThatIsNotClosedIsSeen() throws Exception {
        try {
            assertThat(growth(number -> {
                        leaked.add(CcrSimulator.start());
                        leaked.add(CcrSimulator.start());
                    }))
                    .anyMatch(sentence -> sentence.startsWith("threads grew"));
        } finally {
            free();
        }
    }

    @Test
    void aListenerThatKeepsWhatItHearsIsSeen() throws Exception {
        List<byte[]> kept = new ArrayList<>();
        try (CcrSimulator syncer = CcrSimulator.start();
                CcrClient ccr = CcrClient.builder()
                        .syncers(syncer.url())
                        .listener(exchange -> kept.add(new byte[2 << 20]))
                        .build()) {
            assertThat(growth(number -> ccr.version())).anyMatch(sentence -> sentence.startsWith("heap bytes grew"));
        }
        assertThat(kept).isNotEmpty();
    }

    private static List<String> growth(Work work) throws InterruptedException {
        return Trend.growth(new Soak(List.of(work), Duration.ZERO, Duration.ZERO, 2, quiet()).run());
    }

    private static PrintStream quiet() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private void free() throws Exception {
        for (AutoCloseable each : leaked) {
            each.close();
        }
    }
}
