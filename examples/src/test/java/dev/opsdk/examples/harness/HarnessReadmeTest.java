package dev.opsdk.examples.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.examples.JavaBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests in the README of the simulators stand here word for word, and run. */
class HarnessReadmeTest {
    private static final Path README = Path.of("../simulators/README.md");
    private static final Path HERE = Path.of("src/test/java/dev/opsdk/examples/harness");

    static Stream<Class<?>> shown() {
        return Stream.of(
                FirstHarnessTest.class,
                CcrHarnessTest.class,
                OmsHarnessTest.class,
                OpenMldbHarnessTest.class,
                ConnectorHarnessTest.class);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void theReadmeShowsWhatRuns(Class<?> test) throws IOException {
        String source = Files.readString(HERE.resolve(test.getSimpleName() + ".java"));
        assertThat(JavaBlocks.of(README).stream()
                        .filter(block -> block.contains("class " + test.getSimpleName() + " {")))
                .singleElement()
                .satisfies(block -> assertThat(bare(source)).isEqualTo(bare(block)));
    }

    /** Without package, imports and layout. */
    private static String bare(String java) {
        return java.replaceAll("(?m)^(package|import) .*$", "").replaceAll("\\s+", "");
    }
}
