package dev.opsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenMldbRowsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final OpenMldbRows rows =
            new OpenMldbRows(new Page(new PrintStream(printed, true, StandardCharsets.UTF_8)));

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void planningIsMeasuredAndBalances() {
        rows.planning(List.of(10_000), 0, 1);
        assertThat(text())
                .containsPattern("\\| 10,000 \\| opsdk \\| \\d+ \\| [\\d,]+ \\| \\d+ -> [01] \\| \\d+ -> [01] \\|");
    }

    @Test
    void requestsAreCountedAndFullReadsDoNotGrowWithTheMoves() {
        rows.requests(List.of(100));
        assertThat(text())
                .contains("| goal reached, and proved | yes |")
                .containsPattern("\\| Migrate \\| 0\\.\\d+ \\|")
                .contains("reads a move")
                .contains("**MET**");
    }
}
