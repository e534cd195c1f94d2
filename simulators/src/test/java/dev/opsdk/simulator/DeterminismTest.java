package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeterminismTest {

    static List<String> simulators() {
        return Transcript.NAMES;
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void theSameDayTwiceIsTheSameToTheLetter(String name) throws Exception {
        String once = Transcript.of(name);
        assertThat(once).contains("\n#1 2026-01-15T");
        same(once, Transcript.of(name));
    }

    /** Another process: other seeds of hash codes, another locale, another time zone. */
    @Test
    void theSameDayInAnotherProcessIsTheSameToTheLetter() throws Exception {
        StringBuilder here = new StringBuilder();
        for (String name : Transcript.NAMES) {
            here.append(Transcript.of(name)).append('\n');
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = List.of(SimServer.class, Transcript.class).stream()
                .map(each -> Path.of(location(each)).toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Process other = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=ar",
                        "-Duser.timezone=America/St_Johns",
                        "-cp",
                        classes,
                        Transcript.class.getName())
                .redirectErrorStream(true)
                .start();
        String there = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        same(here.toString(), there);
    }

    /** Line by line, because both together are longer than anybody reads. */
    private static void same(String one, String other) {
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
            assertThat(others.get(i)).isEqualTo(lines.get(i));
        }
        assertThat(others).hasSameSizeAs(lines);
    }

    private static URI location(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
