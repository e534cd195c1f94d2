package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    static List<String> simulators() {
        return Transcript.NAMES;
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void eachSimulatorIsAProcessThatSaysWhereItIs(String name) {
        try (Simulator sim = Main.start(out, name, "20")) {
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains(sim.urls())
                    .contains("(running at 20.0)")
                    .contains("curl ");
        }
    }

    @Test
    void whatIsAskedForWronglyIsRefused() {
        assertThatThrownBy(() -> Main.start(out)).hasMessage("one simulator, please");
        assertThatThrownBy(() -> Main.start(out, "mysql")).hasMessage("no simulator mysql");
        assertThatThrownBy(() -> Main.start(out, "ccr", "fast")).isInstanceOf(IllegalArgumentException.class);
    }
}
