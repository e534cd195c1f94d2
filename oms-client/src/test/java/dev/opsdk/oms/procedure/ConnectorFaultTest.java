package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.SECOND_HOST;
import static dev.opsdk.oms.procedure.WorkerWorld.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.model.PullBack;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.ComponentState;
import dev.opsdk.simulator.oms.OmsAnswer;
import dev.opsdk.simulator.oms.OmsGeneration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The procedures of connectors, in both generations, seen through a console and blind, broken at every step. */
class ConnectorFaultTest {
    private static final String SUBTOPIC = "p_orders_source-000-0";

    private record Procedure(
            String name,
            BiFunction<WorkerWorld, UnaryOperator<ConnectorOptions>, Plan> plan,
            Predicate<WorkerWorld> goal) {
        boolean migrates() {
            return name.equals("migrate");
        }
    }

    private record Setting(OmsGeneration generation, boolean seeing) {
        List<String> routes(Procedure procedure) {
            String change = procedure.migrates() ? "migrate" : "update";
            return generation == OmsGeneration.GEN1
                    ? List.of(
                            "/connector/task/stopByName",
                            "/connector/task/" + (procedure.migrates() ? change : "updateByName"),
                            "/connector/task/startByName")
                    : List.of("/connector/task/v2/stop", "/connector/task/v2/" + change, "/connector/task/v2/resume");
        }

        WorkerWorld world() {
            return WorkerWorld.of(sim -> sim.generation(generation), client -> {});
        }

        UnaryOperator<ConnectorOptions> options(WorkerWorld world) {
            return o -> seeing ? o.probedBy(world.console()) : o;
        }
    }

    private record Break(String name, boolean happens, Fault fault) {}

    private static final List<Break> BREAKS = List.of(
            new Break("reset before", false, Fault.resetBefore()),
            new Break("proxy's page before", false, Fault.html(502)),
            new Break("reset after", true, Fault.resetAfter()),
            new Break("cut", true, Fault.cutBody()),
            new Break("proxy's page after", true, Fault.htmlAfter(504)));

    private static Instant target(WorkerWorld world) {
        return world.sim().clock().now().minus(Duration.ofHours(2));
    }

    private static List<Procedure> procedures() {
        return List.of(
                new Procedure(
                        "pullBack",
                        (w, how) -> w.oms()
                                .connector(w.connector())
                                .procedures()
                                .pullBack(PullBack.to(SUBTOPIC, target(w)), how),
                        w -> w.chain().connector().isRunning()
                                && w.chain().connector().starts() == 1),
                new Procedure(
                        "update",
                        (w, how) -> w.oms()
                                .connector(w.connector())
                                .procedures()
                                .update(u -> u.sink("workerNum", "32").coordinator("note", "a&b"), how),
                        w -> w.chain().connector().isRunning()
                                && w.chain()
                                        .connector()
                                        .config("sink", "workerNum")
                                        .equals(Optional.of("32"))),
                new Procedure(
                        "migrate",
                        (w, how) ->
                                w.oms().connector(w.connector()).procedures().migrate(SECOND_HOST, how),
                        w -> w.sim().connecting(SUBTOPIC).equals(List.of(w.connectorNow()))
                                && w.sim().connector(w.connectorNow()).ip().equals(SECOND_HOST)));
    }

    @TestFactory
    Stream<DynamicNode> nothingIsDoneTwiceNothingIsClaimedAndNothingForbiddenIsSent() {
        List<DynamicNode> nodes = new ArrayList<>();
        for (OmsGeneration generation : List.of(OmsGeneration.GEN1, OmsGeneration.GEN2)) {
            for (boolean seeing : List.of(true, false)) {
                Setting setting = new Setting(generation, seeing);
                procedures()
                        .forEach(procedure -> nodes.add(dynamicContainer(
                                procedure.name + " " + generation + (seeing ? " seeing" : " blind"),
                                cases(setting, procedure))));
            }
        }
        return nodes.stream();
    }

    private static Stream<DynamicNode> cases(Setting setting, Procedure procedure) {
        List<DynamicNode> cases = new ArrayList<>();
        cases.add(dynamicTest("nothing breaks", () -> nothingBreaks(setting, procedure)));
        for (int step = 1; step <= 3; step++) {
            int at = step;
            BREAKS.forEach(broken -> cases.add(
                    dynamicTest("step " + at + " " + broken.name, () -> broken(setting, procedure, at, broken))));
            cases.add(dynamicTest("step " + at + " refused", () -> refused(setting, procedure, at)));
        }
        return cases.stream();
    }

    private static void nothingBreaks(Setting setting, Procedure procedure) {
        try (WorkerWorld world = setting.world()) {
            Plan plan = procedure.plan.apply(world, setting.options(world));
            assertThat(world.mutations()).isEmpty();
            Report report = plan.run();
            assertThat(procedure.goal).accepts(world);
            assertThat(world.executed()).containsExactlyElementsOf(setting.routes(procedure));
            if (!setting.seeing) {
                assertThat(report.steps().get(2).detail()).contains("accepted, not verified");
            }
            honest(setting, world, report);
            report.resume().run();
            assertThat(world.executed()).hasSize(3);
        }
    }

    private static void broken(Setting setting, Procedure procedure, int at, Break broken) {
        try (WorkerWorld world = setting.world()) {
            String route = setting.routes(procedure).get(at - 1);
            Plan plan = procedure.plan.apply(world, setting.options(world));
            world.sim().fail(broken.fault.on(route));
            if (broken.happens && setting.seeing && at != 2) {
                honest(setting, world, plan.run());
                assertThat(procedure.goal).accepts(world);
            } else {
                Report report = failing(plan);
                stopsAt(report, at, StepOutcome.UNKNOWN);
                honest(setting, world, report);
                goesOn(setting, procedure, world, report, at, broken.happens);
            }
            int again = ((at == 1 && !setting.seeing) || (at == 2 && !procedure.migrates())) && broken.happens ? 2 : 1;
            for (String each : setting.routes(procedure)) {
                assertThat(world.sim().journal().executed(each))
                        .as("%s; stopping or setting the same again is harmless, and else not known", each)
                        .hasSize(each.equals(route) ? again : 1);
            }
            nothingForbidden(setting, procedure, world);
        }
    }

    private static void goesOn(
            Setting setting, Procedure procedure, WorkerWorld world, Report report, int at, boolean happens) {
        boolean lostMigration = at == 2 && procedure.migrates();
        boolean lostStart = at == 3 && !setting.seeing;
        if (!lostMigration && !lostStart) {
            report.resume().run();
        } else {
            assertThat(report.resume().blocked()).as("only a person can tell").isTrue();
            if (lostMigration) {
                assertThat(report.next().get(0)).contains("do NOT start '" + world.connector() + "'");
                procedure
                        .plan
                        .apply(world, o -> {
                            ConnectorOptions told = setting.options(world).apply(o);
                            return happens ? told.madeAs(world.connectorNow()) : told.assumeStopped();
                        })
                        .run();
            } else if (!happens) {
                by(setting, world);
            }
        }
        assertThat(procedure.goal).accepts(world);
    }

    /** What the report advises after a start whose answer was lost and that did not happen. */
    private static void by(Setting setting, WorkerWorld world) {
        String name = world.connectorNow();
        boolean pulledBack = world.sim().journal().entries().stream()
                .anyMatch(entry -> WorkerWorld.text(entry).contains("source.checkpoint"));
        assertThat(setting.seeing).isFalse();
        world.oms().connector(name).start(s -> {
            if (pulledBack) {
                s.fromNewCheckpoint();
            }
        });
    }

    private static void refused(Setting setting, Procedure procedure, int at) {
        try (WorkerWorld world = setting.world()) {
            String route = setting.routes(procedure).get(at - 1);
            Plan plan = procedure.plan.apply(world, setting.options(world));
            world.sim()
                    .answer(OmsAnswer.rejected("CM-RESONF000003", "no resource").on(route));
            Report report = failing(plan);
            stopsAt(report, at, StepOutcome.REJECTED);
            honest(setting, world, report);
            if (at == 2) {
                assertThat(world.chain().connector().isRunning())
                        .as("as it was before")
                        .isTrue();
                assertThat(report.next().get(0)).contains("was started again as it was");
                assertThat(flagged(setting, world)).as("a rollback has no flag").isZero();
            }
            report.resume().run();
            assertThat(world.sim().journal().executed(setting.routes(procedure).get(1)))
                    .hasSize(1);
            assertThat(world.chain().connector().isRunning()).isEqualTo(!procedure.migrates());
            if (procedure.name.equals("pullBack")) {
                assertThat(flagged(setting, world))
                        .as("every try to begin anew has the flag")
                        .isEqualTo(at == 3 ? 2 : 1);
            }
            honest(setting, world, report.resume().run());
        }
    }

    private static long flagged(Setting setting, WorkerWorld world) {
        String flag = setting.generation == OmsGeneration.GEN1 ? "resume=false" : "pullBackFlag=true";
        return world.sim().journal().entries().stream()
                .filter(entry -> WorkerWorld.text(entry).contains(flag))
                .count();
    }

    private static void nothingForbidden(Setting setting, Procedure procedure, WorkerWorld world) {
        long starts = world.asked(setting.routes(procedure).get(2), "taskName=").size();
        if (procedure.migrates()) {
            assertThat(world.asked(setting.routes(procedure).get(2), world.connector()))
                    .as("the old one is never started")
                    .isEmpty();
        }
        assertThat(flagged(setting, world)).isEqualTo(procedure.name.equals("pullBack") ? starts : 0);
    }

    private static void stopsAt(Report report, int at, StepOutcome outcome) {
        for (StepResult step : report.steps()) {
            if (step.number() < at) {
                assertThat(step.outcome().good()).as("%s", step).isTrue();
            } else {
                assertThat(step.outcome())
                        .as("%s", step)
                        .isEqualTo(step.number() == at ? outcome : StepOutcome.NOT_RUN);
            }
        }
        assertThat(report.next()).isNotEmpty();
    }

    private static void honest(Setting setting, WorkerWorld world, Report report) {
        String now = String.join("\n", report.now());
        String name = now.contains(world.connectorNow()) ? world.connectorNow() : world.connector();
        ComponentState truth = world.sim().connector(name).state();
        if (setting.seeing && !now.contains("may have been migrated")) {
            assertThat(now).contains("connector " + name + ": " + truth);
        } else {
            assertThat(now).doesNotContain("RUNNING").doesNotContain("STOPPED");
        }
        assertThat(report.toString()).doesNotContain("Secret");
    }
}
