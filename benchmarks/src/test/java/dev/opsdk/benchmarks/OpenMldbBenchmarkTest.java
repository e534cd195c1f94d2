package dev.opsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenMldbBenchmarkTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final OpenMldbBenchmark benchmark =
            new OpenMldbBenchmark(new PrintStream(printed, true, StandardCharsets.UTF_8));

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void planningIsMeasuredAndBalances() {
        benchmark.planning(List.of(10_000), 0, 1);
        assertThat(text())
                .containsPattern("\\| 10,000 \\| opsdk \\| \\d+ \\| [\\d,]+ \\| \\d+ -> [01] \\| \\d+ -> [01] \\|");
    }

    @Test
    void requestsAreCountedAndFullReadsDoNotGrowWithTheMoves() {
        ScaleOutRun run = ScaleOutRun.of(100);
        assertThat(run.complete()).isTrue();
        assertThat(run.spread()).isLessThanOrEqualTo(1);
        assertThat(run.fullReads()).isLessThan(run.moves());
        assertThat(run.requests()).containsKey("Migrate");
    }
}
