package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.SECOND_HOST;
import static dev.opsdk.oms.procedure.WorkerWorld.before;
import static dev.opsdk.oms.procedure.WorkerWorld.confirmed;
import static dev.opsdk.oms.procedure.WorkerWorld.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.ComponentState;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The procedures of writers, broken at every step that changes something. Whatever happened, the report must not claim what is not,
 * nothing may be done twice, and going on must end at the goal, except after a migration whose result nobody told.
 */
class WriterFaultTest {
    private record Procedure(
            String name,
            Consumer<WorkerWorld> before,
            BiFunction<WorkerWorld, OmsClient, Plan> plan,
            List<Mutation> mutations,
            Predicate<WorkerWorld> goal) {}

    /** A step that changes something, how its being done can be seen in the truth, and whether it can be read. */
    private record Mutation(int step, String route, Predicate<WorkerWorld> done) {
        boolean migrates() {
            return route.equals("/applier/migrate");
        }
    }

    private record Break(String name, boolean happens, Consumer<WorkerWorld> fault) {
        static Break line(String name, boolean happens, Fault fault, String route) {
            return new Break(name, happens, w -> w.sim().fail(fault.on(route)));
        }

        static Break answer(String name, boolean happens, OmsAnswer answer, String route) {
            return new Break(name, happens, w -> w.sim().answer(answer.on(route)));
        }
    }

    private static List<Break> breaks(String route) {
        return List.of(
                Break.line("connection reset before it was done", false, Fault.resetBefore(), route),
                Break.line("a proxy's page instead of the call", false, Fault.html(502), route),
                Break.line("connection reset after it was done", true, Fault.resetAfter(), route),
                Break.line("answer cut in the middle", true, Fault.cutBody(), route),
                Break.line("answer garbled", true, Fault.garble(), route),
                Break.line("a proxy's page instead of the answer", true, Fault.htmlAfter(504), route),
                Break.answer("an answer without isSuccess", true, OmsAnswer.withoutFlag(), route),
                Break.answer(
                        "the supervisor silent, done half a minute later",
                        true,
                        OmsAnswer.supervisorSilent(Duration.ofSeconds(30)),
                        route));
    }

    private static boolean stopped(WorkerWorld w) {
        return w.sim().writer(w.writerNow()).state() == ComponentState.STOPPED;
    }

    private static boolean running(WorkerWorld w) {
        return w.sim().writing(w.truth().subTopic()).equals(List.of(w.writerNow()));
    }

    private static boolean updated(WorkerWorld w) {
        return w.truth().config("worker_num").equals(Optional.of("32"))
                && w.truth().config("ignore_ddl").equals(Optional.of("a&b+c"));
    }

    private static boolean moved(WorkerWorld w) {
        return w.sim().writer(w.writerNow()).ip().equals(SECOND_HOST);
    }

    private static boolean movedAndRunning(WorkerWorld w) {
        return moved(w) && running(w);
    }

    private static List<Procedure> procedures() {
        return List.of(
                new Procedure(
                        "restart",
                        w -> {},
                        (w, c) -> c.writer(w.writer()).procedures().restart(o -> o.readingFrom(w.store())),
                        List.of(
                                new Mutation(1, "/applier/stop", WriterFaultTest::stopped),
                                new Mutation(2, "/applier/start", WriterFaultTest::running)),
                        WriterFaultTest::running),
                new Procedure(
                        "update",
                        w -> {},
                        (w, c) -> c.writer(w.writer())
                                .procedures()
                                .update(u -> u.set("worker_num", "32").set("ignore_ddl", "a&b+c"), o -> o)
                                .plan(),
                        List.of(
                                new Mutation(1, "/applier/stop", WriterFaultTest::stopped),
                                new Mutation(2, "/applier/update", WriterFaultTest::updated),
                                new Mutation(3, "/applier/start", WriterFaultTest::running)),
                        w -> running(w) && updated(w)),
                new Procedure(
                        "clean",
                        w -> {
                            w.oms().writer(w.writer()).stop();
                            w.sim().journal().clear();
                        },
                        (w, c) -> c.writer(w.writer()).procedures().clean(true),
                        List.of(new Mutation(
                                1, "/applier/clean", w -> !w.truth().exists())),
                        w -> !w.truth().exists()),
                new Procedure(
                        "migrate",
                        w -> {},
                        (w, c) -> c.writer(w.writer())
                                .procedures()
                                .migrate(SECOND_HOST, o -> o.working(x -> x.readingFrom(w.store()))),
                        List.of(
                                new Mutation(1, "/applier/stop", WriterFaultTest::stopped),
                                new Mutation(2, "/applier/migrate", WriterFaultTest::moved),
                                new Mutation(3, "/applier/start", WriterFaultTest::running)),
                        WriterFaultTest::movedAndRunning),
                new Procedure(
                        "migrate by force",
                        WorkerWorld::writersHostGoesDown,
                        (w, c) -> c.writer(w.writer()).procedures().migrate(SECOND_HOST, WriterMigration::withHostDown),
                        List.of(
                                new Mutation(1, "/applier/migrate", WriterFaultTest::moved),
                                new Mutation(2, "/applier/start", WriterFaultTest::running)),
                        WriterFaultTest::movedAndRunning));
    }

    @TestFactory
    Stream<DynamicNode> nothingIsDoneTwiceNothingIsClaimedAndGoingOnEndsWell() {
        return procedures().stream()
                .map(procedure -> dynamicContainer(
                        procedure.name,
                        Stream.concat(
                                Stream.of(
                                        dynamicTest("nothing breaks", () -> nothingBreaks(procedure)),
                                        dynamicTest("a read-only client", () -> readOnly(procedure))),
                                procedure.mutations.stream().map(mutation -> atStep(procedure, mutation)))));
    }

    private static DynamicNode atStep(Procedure procedure, Mutation mutation) {
        return dynamicContainer(
                "step " + mutation.step + " (" + mutation.route + ")",
                Stream.concat(
                        breaks(mutation.route).stream()
                                .map(broken -> dynamicTest(broken.name, () -> broken(procedure, mutation, broken))),
                        Stream.of(
                                dynamicTest("refused", () -> refused(procedure, mutation)),
                                dynamicTest("a success that is none", () -> falseSuccess(procedure, mutation)),
                                dynamicTest(
                                        "the server is down before it is looked at", () -> down(procedure, mutation)),
                                dynamicTest(
                                        "the state cannot be read before it", () -> unreadable(procedure, mutation)))));
    }

    private static void nothingBreaks(Procedure procedure) {
        try (WorkerWorld world = world(procedure)) {
            Plan plan = procedure.plan.apply(world, world.oms());
            assertThat(world.mutations()).as("planning only reads").isEmpty();
            Report report = confirmed(plan).run();
            assertThat(procedure.goal).accepts(world);
            assertThat(world.executed())
                    .containsExactlyElementsOf(
                            procedure.mutations.stream().map(Mutation::route).toList());
            honest(world, report);
            assertThat(confirmed(report.resume()).run().complete()).isTrue();
            assertThat(world.executed()).as("the same again does nothing").hasSize(procedure.mutations.size());
        }
    }

    private static void readOnly(Procedure procedure) {
        try (WorkerWorld world = world(procedure);
                OmsClient reader = world.client(client -> client.readOnly(true))) {
            Report report = failing(procedure.plan.apply(world, reader));
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(world.mutations()).as("nothing was even sent").isEmpty();
            honest(world, report);
        }
    }

    private static void broken(Procedure procedure, Mutation mutation, Break broken) {
        try (WorkerWorld world = world(procedure)) {
            Plan plan = procedure.plan.apply(world, world.oms());
            broken.fault.accept(world);
            if (broken.happens && !mutation.migrates()) {
                Report report = confirmed(plan).run();
                assertThat(result(report, mutation).detail()).contains("the answer was lost, reading shows it");
                assertThat(procedure.goal).accepts(world);
                honest(world, report);
            } else {
                Report report = failing(plan);
                stopsAt(report, mutation, StepOutcome.UNKNOWN);
                if (mutation.migrates()) {
                    lostMigration(procedure, world, report, broken.happens);
                } else {
                    assertThat(mutation.done).rejects(world);
                    honest(world, report);
                    goesOn(procedure, world, report);
                }
            }
            onlyOnce(procedure, world);
        }
    }

    /** Nobody knows what came of it: the old one is left alone, and only a person can say how to go on. */
    private static void lostMigration(Procedure procedure, WorkerWorld world, Report report, boolean happens) {
        world.sim().advance(Duration.ofSeconds(30));
        assertThat(world.truth().exists()).isEqualTo(!happens);
        assertThat(world.asked("/applier/start", world.writer())).isEmpty();
        assertThat(report.next().get(0)).contains("do NOT start '" + world.writer() + "'");
        Plan again = report.resume();
        assertThat(again.checks())
                .anyMatch(check ->
                        check.result() == CheckResult.BLOCK && check.name().equals("earlier migration"));
        assertThat(failing(again).steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_RUN);
        boolean forced = procedure.name.contains("force");
        Plan told = world.oms().writer(world.writer()).procedures().migrate(SECOND_HOST, o -> {
            WriterMigration how = forced ? o.withHostDown() : o;
            return happens ? how.madeAs(world.writerNow()) : how;
        });
        Report end = told.run();
        assertThat(procedure.goal).accepts(world);
        honest(world, end);
    }

    private static void refused(Procedure procedure, Mutation mutation) {
        try (WorkerWorld world = world(procedure)) {
            Plan plan = procedure.plan.apply(world, world.oms());
            world.sim()
                    .answer(OmsAnswer.rejected("CM-RESONF000003", "No enough machine resource")
                            .on(mutation.route));
            boolean ran = world.truth().isRunning();
            Report report = failing(plan);
            stopsAt(report, mutation, StepOutcome.REJECTED);
            honest(world, report);
            if (mutation.migrates()) {
                assertThat(world.truth().isRunning()).as("as it was before").isEqualTo(ran);
                assertThat(report.next().toString()).contains(ran ? "was started again as it was" : "not migrated");
            } else {
                assertThat(mutation.done).rejects(world);
            }
            assertThat(report.next()).isNotEmpty();
            goesOn(procedure, world, report);
            assertThat(world.sim().journal().executed("/applier/migrate"))
                    .hasSize(procedure.name.startsWith("migrate") ? 1 : 0);
        }
    }

    private static void falseSuccess(Procedure procedure, Mutation mutation) {
        try (WorkerWorld world = world(procedure)) {
            Plan plan = procedure.plan.apply(world, world.oms());
            world.sim().answer(OmsAnswer.successWithNothing().on(mutation.route));
            Report report = failing(plan);
            stopsAt(report, mutation, StepOutcome.FAILED);
            honest(world, report);
            if (mutation.migrates()) {
                lostMigration(procedure, world, report, false);
            } else {
                goesOn(procedure, world, report);
            }
            onlyOnce(procedure, world);
        }
    }

    private static void down(Procedure procedure, Mutation mutation) {
        try (WorkerWorld world = world(procedure)) {
            Plan plan = procedure.plan.apply(world, world.oms());
            Report report = failing(plan, before(mutation.step, world.sim()::kill));
            stopsAt(report, mutation, StepOutcome.REJECTED);
            assertThat(result(report, mutation).detail()).contains("not begun");
            assertThat(report.now()).isNotEmpty().allMatch(line -> line.contains("could not be read"));
            world.sim().restart();
            goesOn(procedure, world, report);
            onlyOnce(procedure, world);
        }
    }

    private static void unreadable(Procedure procedure, Mutation mutation) {
        try (WorkerWorld world = world(procedure)) {
            Plan plan = procedure.plan.apply(world, world.oms());
            ProcedureListener blinding = before(
                    mutation.step,
                    () -> world.sim()
                            .fail(Fault.html(502).on("/JDBCWriter/detail").always()));
            Report report = failing(plan, blinding);
            stopsAt(report, mutation, StepOutcome.REJECTED);
            assertThat(report.now()).isNotEmpty().allMatch(line -> line.contains("could not be read"));
            world.sim().clearFaults();
            goesOn(procedure, world, report);
            onlyOnce(procedure, world);
        }
    }

    private static WorkerWorld world(Procedure procedure) {
        WorkerWorld world = WorkerWorld.start();
        procedure.before.accept(world);
        return world;
    }

    private static StepResult result(Report report, Mutation mutation) {
        return report.steps().get(mutation.step - 1);
    }

    private static void stopsAt(Report report, Mutation mutation, StepOutcome outcome) {
        for (StepResult step : report.steps()) {
            if (step.number() < mutation.step) {
                assertThat(step.outcome().good()).as("%s", step).isTrue();
            } else {
                assertThat(step.outcome())
                        .as("%s", step)
                        .isEqualTo(step.number() == mutation.step ? outcome : StepOutcome.NOT_RUN);
            }
        }
        assertThat(report.next()).as("what to do next").isNotEmpty();
    }

    /** What it says is true now is true now. */
    private static void honest(WorkerWorld world, Report report) {
        String now = String.join("\n", report.now());
        for (String name : List.of(world.writer(), world.writerNow())) {
            switch (world.sim().writer(name).state()) {
                case RUNNING -> assertThat(now).contains("writer " + name + " healthy");
                case GONE -> assertThat(now).contains("there is no writer '" + name + "'");
                default -> assertThat(now).contains("writer " + name + " abnormal");
            }
        }
        assertThat(report.toString()).doesNotContain("Secret");
    }

    private static void goesOn(Procedure procedure, WorkerWorld world, Report report) {
        Report end = confirmed(report.resume()).run();
        assertThat(end.complete()).isTrue();
        assertThat(procedure.goal).accepts(world);
        honest(world, end);
    }

    private static void onlyOnce(Procedure procedure, WorkerWorld world) {
        for (Mutation mutation : procedure.mutations) {
            assertThat(world.sim().journal().executed(mutation.route))
                    .as("%s was executed", mutation.route)
                    .hasSize(1);
        }
        if (procedure.name.startsWith("migrate")) {
            assertThat(world.asked("/applier/start", world.writer()))
                    .as("the old writer is never started")
                    .isEmpty();
        }
    }
}
