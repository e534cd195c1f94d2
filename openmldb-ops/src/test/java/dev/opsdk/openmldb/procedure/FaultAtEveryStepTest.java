package dev.opsdk.openmldb.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.SimNode;
import dev.opsdk.simulator.openmldb.OpView;
import dev.opsdk.simulator.openmldb.SimCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every request that changes something, broken in every way a network and a server can break it. */
class FaultAtEveryStepTest {
    private record Break(String name, boolean happens, Fault fault) {}

    private static final List<Break> BREAKS = List.of(
            new Break("connection reset before it was done", false, Fault.resetBefore()),
            new Break("a proxy's page instead of the call", false, Fault.html(502)),
            new Break("connection reset after it was done", true, Fault.resetAfter()),
            new Break("answer cut in the middle", true, Fault.cutBody()),
            new Break("answer garbled", true, Fault.garble()),
            new Break("a proxy's page instead of the answer", true, Fault.htmlAfter(504)));

    private static final Set<String> CREATE_OPS =
            Set.of("ChangeLeader", "Migrate", "AddReplicaNS", "DelReplicaNS", "RecoverTable");

    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    Path dir;

    private Path stat() {
        return dir.resolve(FILES.incrementAndGet() + ".stat");
    }

    private Set<String> methods(Scenario scenario) {
        Scenario.Setting setting = scenario.inProcess(stat(), Duration.ZERO);
        try (OpenMldbWorld world = setting.world()) {
            int before = world.mutations().size();
            Scenario.run(scenario.plan(setting));
            return world.mutations().stream()
                    .skip(before)
                    .map(SimCall::method)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @TestFactory
    Stream<DynamicNode> nothingIsDoneTwiceNothingIsClaimedAndGoingOnEndsWell() {
        return Scenario.ALL.stream()
                .map(scenario -> dynamicContainer(
                        scenario.name(),
                        methods(scenario).stream()
                                .map(method -> dynamicContainer(
                                        method,
                                        Stream.concat(
                                                BREAKS.stream()
                                                        .map(broken -> dynamicTest(
                                                                broken.name, () -> broken(scenario, method, broken))),
                                                ops(scenario, method))))));
    }

    private Stream<DynamicNode> ops(Scenario scenario, String method) {
        return CREATE_OPS.contains(method)
                ? Stream.of(
                        dynamicTest("code 0 without an op", () -> withoutOp(scenario, method)),
                        dynamicTest("ops that fail, at each of their tasks", () -> failingOps(scenario, method)))
                : Stream.empty();
    }

    private static Report honest(Plan plan) {
        Report report = Scenario.run(plan);
        if (report.complete()) {
            return report;
        }
        assertThat(report.now()).as("%s", report).noneMatch(line -> line.contains("could not be read"));
        return report;
    }

    private void broken(Scenario scenario, String method, Break broken) {
        Scenario.Setting setting = scenario.overSockets(stat());
        try (OpenMldbWorld world = setting.world()) {
            Plan plan = scenario.plan(setting);
            String server = method.equals("LoadTable") ? "/TabletServer/" : "/NameServer/";
            if (method.equals("LoadTable")) {
                world.sim().tablets().forEach(tablet -> tablet.fail(broken.fault.on(server + method)));
            } else {
                world.sim().nameServer(0).fail(broken.fault.on(server + method));
            }
            Report report = honest(plan);
            world.sim().tablets().forEach(SimNode::clearFaults);
            if (!broken.happens && !method.equals("ConfSet")) {
                assertThat(report.steps()).anyMatch(step -> step.outcome() == StepOutcome.UNKNOWN);
            }
            if (broken.happens) {
                assertThat(report.complete()).as("reading shows it: %s", report).isTrue();
            }
            scenario.finish(setting, report);
            Scenario.onlyOnce(setting, Optional.empty());
        }
    }

    private void withoutOp(Scenario scenario, String method) {
        Scenario.Setting setting = scenario.inProcess(stat(), Duration.ZERO);
        try (OpenMldbWorld world = setting.world()) {
            Plan plan = scenario.plan(setting);
            world.sim().codeZeroWithoutOp(method, 1);
            Report report = honest(plan);
            assertThat(report.complete()).as("0 is no proof: %s", report).isFalse();
            assertThat(report.toString()).contains("lists no op for it");
            scenario.finish(setting, report);
            Scenario.onlyOnce(setting, Optional.of(method));
        }
    }

    private void failingOps(Scenario scenario, String method) {
        String type = "k" + method.replace("NS", "") + "OP";
        for (String task : List.of(
                "kPauseSnapshot",
                "kSelectLeader",
                "kChangeLeader",
                "kRecoverTable",
                "kDelReplica",
                "kSendSnapshot",
                "kRecoverSnapshot",
                "kLoadTable",
                "kAddReplica",
                "kAddTableInfo",
                "kCheckBinlogSyncProgress",
                "kUpdateTableInfo",
                "kUpdatePartitionStatus",
                "kUpdateLeaderInfo",
                "kDropTable")) {
            Scenario.Setting setting = scenario.inProcess(stat(), Duration.ZERO);
            try (OpenMldbWorld world = setting.world()) {
                Plan plan = scenario.plan(setting);
                world.sim().failOps(type, task, 1);
                Report report = honest(plan);
                boolean failed = world.sim().ops().stream()
                        .map(OpView::status)
                        .anyMatch(status -> status.toString().equals("FAILED"));
                if (failed && !scenario.name().equals("deleteOps")) {
                    assertThat(report.complete())
                            .as("a failed op is no success: %s", report)
                            .isFalse();
                    assertThat(report.toString()).contains(" FAILED at ");
                }
                assertThat(world.sim().isAutoFailover()).isTrue();
                if (!report.complete()) {
                    Report end = Scenario.run(Scenario.confirmed(report.resume()));
                    if (end.complete()) {
                        scenario.finish(setting, end);
                    }
                    assertThat(world.sim().isAutoFailover()).isTrue();
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(type + " failing at " + task + ": " + e.getMessage(), e);
            }
        }
    }
}
