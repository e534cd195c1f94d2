package dev.opsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.benchmarks.call.Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Page page = new Page(new PrintStream(printed, true, StandardCharsets.UTF_8));

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void firstCallsAreMeasuredInJvmsThatHaveOnlyTheirOwnJars() {
        new FirstCallRow(page, 1).measure(List.of(Jdk.running()), List.of(Operation.CCR_LAG));
        assertThat(text()).contains("| opsdk |", "| OkHttp + Jackson |", "| Feign + OkHttp + Jackson |", "Budget: ");
    }

    @Test
    void everyWayToPollManyTargetsGetsAllAnswers() {
        new ManyRow(page, 20, 1).measure(List.of(Jdk.running()));
        assertThat(text())
                .contains("opsdk, `each`", "java.net.http `sendAsync`", "one by one", "Budget: ")
                .contains("Not judged with only 20 targets.")
                .doesNotContain("MET");
    }

    @Test
    void whatEachClientWeighsHasNoOtherClientInIt() {
        new SizeRow(page).measure();
        assertThat(text())
                .containsPattern("\\| opsdk CCR \\| \\d+ \\| \\d\\.\\d\\d \\|")
                .contains("with ZooKeeper");
    }

    @Test
    void quartersAndRatiosAreOfWhatWasMeasuredInTurns() {
        Samples base = Samples.of(List.of(100.0, 200.0, 400.0));
        Samples twice = Samples.of(List.of(200.0, 400.0, 900.0));
        assertThat(twice.times(base)).isEqualTo(2.0);
        assertThat(base.median()).isEqualTo(200.0);
        assertThat(base.spread("%.0f")).isEqualTo("150 to 300");
    }

    @Test
    void tablesGoIntoTheReadmeWhereTheirPlaceIs(@TempDir Path folder) throws Exception {
        Path readme = Files.writeString(
                folder.resolve("README.md"),
                "a\n<!-- size -->\nold\n<!-- end -->\nb\n<!-- call -->\nkept\n<!-- end -->\n");
        page.section("size");
        page.line("new");
        page.into(readme);
        assertThat(Files.readString(readme))
                .isEqualTo("a\n<!-- size -->\n\nnew\n\n<!-- end -->\nb\n<!-- call -->\nkept\n<!-- end -->\n");
    }
}
