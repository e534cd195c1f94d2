package dev.opsdk.examples.live;

import dev.opsdk.core.TimeSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios against the servers that the environment names; only in the profile {@code live}. */
@Tag("live")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveTest {
    private final Live live =
            new Live(new Env(System.getenv()), System.out, Path.of("target", "live"), TimeSource.system());

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void scenarioRuns(LiveSystem system) {
        Assumptions.assumeTrue(live.named(system), () -> Live.notNamed(system));
        live.run(system);
    }

    @Test
    @Order(2)
    void aSystemWasTried() {
        live.end();
    }
}
