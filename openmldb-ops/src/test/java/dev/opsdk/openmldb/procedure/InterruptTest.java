package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.simulator.openmldb.OpStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Somebody presses Ctrl-C: at each sleep of a run, and before each of its requests. */
class InterruptTest {
    @TempDir
    Path dir;

    @TestFactory
    Stream<DynamicTest> itEndsAtOnceAndGoesOnWithWhatStillRuns() {
        return Scenario.ALL.stream()
                .flatMap(scenario -> Stream.of(
                        DynamicTest.dynamicTest(scenario.name() + " at each sleep", () -> atEachSleep(scenario)),
                        DynamicTest.dynamicTest(scenario.name() + " at each request", () -> atEachRequest(scenario))));
    }

    private void atEachSleep(Scenario scenario) {
        int sleeps = 0;
        for (int k = 0; k <= sleeps; k++) {
            Scenario.Setting setting = scenario.inProcess(dir.resolve(scenario.name() + k + ".stat"), Duration.ZERO);
            OpenMldbWorld world = setting.world();
            try (world) {
                Plan plan = scenario.plan(setting);
                int begun = world.time().sleeps();
                if (k > 0) {
                    world.time().interruptAt(begun + k);
                }
                Report report = Scenario.run(plan);
                boolean interrupted = Thread.interrupted();
                if (k == 0) {
                    sleeps = world.time().sleeps() - begun;
                } else if (world.time().sleeps() >= begun + k) { // polls are not all equally far apart
                    assertThat(interrupted).as("the thread still knows").isTrue();
                    assertThat(world.time().sleeps()).as("at once").isEqualTo(begun + k);
                    saysWhatRuns(world, report);
                }
                scenario.finish(setting, report);
                Scenario.onlyOnce(setting, Optional.empty());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("interrupted at sleep " + k + " of " + sleeps + ": " + e.getMessage(), e);
            }
        }
    }

    private void atEachRequest(Scenario scenario) {
        int requests = 0;
        for (int k = 0; k <= requests; k++) {
            Scenario.Setting setting = scenario.inProcess(dir.resolve(scenario.name() + k + "r.stat"), Duration.ZERO);
            OpenMldbWorld world = setting.world();
            try (world) {
                Plan plan = scenario.plan(setting);
                int at = k;
                Thread runner = Thread.currentThread();
                world.wire().before(number -> {
                    if (number == at) {
                        runner.interrupt();
                    }
                });
                Report report = Scenario.run(plan);
                Thread.interrupted();
                if (k == 0) {
                    requests = world.wire().count();
                } else {
                    saysWhatRuns(world, report);
                }
                world.wire().before(number -> {});
                scenario.finish(setting, report);
                Scenario.onlyOnce(setting, Optional.empty());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("interrupted at request " + k + " of " + requests + ": " + e.getMessage(), e);
            }
        }
    }

    private static void saysWhatRuns(OpenMldbWorld world, Report report) {
        world.sim().ops().stream()
                .filter(op -> op.status() == OpStatus.DOING || op.status() == OpStatus.INITED)
                .forEach(op -> assertThat(report.now())
                        .as("%s", report)
                        .anyMatch(line -> line.startsWith("op " + op.id() + " ") && line.endsWith("still runs")));
    }
}
