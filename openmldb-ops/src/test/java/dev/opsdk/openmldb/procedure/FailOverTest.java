package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The leader of the nameservers goes before each single request: what ended well is forgotten, what runs goes on. */
class FailOverTest {
    @TempDir
    Path dir;

    @TestFactory
    Stream<DynamicTest> theGoalIsReachedAndNothingIsDoneTwice() {
        return Scenario.ALL.stream()
                .flatMap(scenario -> Stream.of(Duration.ZERO, Duration.ofSeconds(7))
                        .map(takeOver -> DynamicTest.dynamicTest(
                                scenario.name() + ", taking over takes " + takeOver, () -> all(scenario, takeOver))));
    }

    private void all(Scenario scenario, Duration takeOver) {
        int requests = 1;
        for (int k = 0; k <= requests; k++) {
            Scenario.Setting setting =
                    scenario.inProcess(dir.resolve(scenario.name() + takeOver + k + ".stat"), takeOver);
            OpenMldbWorld world = setting.world();
            try (world) {
                Plan plan = scenario.plan(setting);
                int at = k;
                world.wire().before(number -> {
                    if (number == at) {
                        world.sim().failOver();
                    }
                });
                Report report = Scenario.run(plan);
                if (k == 0) {
                    requests = world.wire().count();
                }
                world.wire().before(number -> {});
                scenario.finish(setting, report);
                Scenario.onlyOnce(setting, Optional.empty());
                assertThat(report.complete())
                        .as("a fail-over alone stops nothing: %s", report)
                        .isTrue();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "fail-over before request " + k + " of " + requests + ": " + e.getMessage(), e);
            }
        }
    }
}
