package dev.opsdk.oms.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Store;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The procedures of stores, broken at every step that changes something, in every way a network can break. */
class StoreFaultTest {
    /** A step that changes something; {@code shows}: whether reading tells that it was done. */
    private record Mutation(int step, String route, boolean shows) {}

    private record Procedure(
            String name,
            Consumer<StoreWorld> before,
            Function<Store, Plan> plan,
            List<Mutation> mutations,
            boolean repeatable,
            Predicate<StoreWorld> goal) {}

    private record Break(String name, boolean happens, Fault fault) {}

    private static final List<Break> BREAKS = List.of(
            new Break("connection reset before it was done", false, Fault.resetBefore()),
            new Break("a proxy's page instead of the call", false, Fault.html(502)),
            new Break("connection reset after it was done", true, Fault.resetAfter()),
            new Break("answer cut in the middle", true, Fault.cutBody()),
            new Break("answer garbled", true, Fault.garble()),
            new Break("a proxy's page instead of the answer", true, Fault.htmlAfter(504)));

    private static List<Procedure> procedures() {
        Predicate<StoreWorld> runs = w -> w.truth().isRunning();
        return List.of(
                new Procedure(
                        "restart of a dead store",
                        w -> w.truth().dies(),
                        store -> store.procedures().restart(),
                        List.of(new Mutation(1, "/crawler/clear", false), new Mutation(2, "/crawler/restore", true)),
                        true,
                        runs),
                new Procedure(
                        "forced restart",
                        w -> {},
                        store -> store.procedures().restart(r -> r.forced()),
                        List.of(new Mutation(1, "/crawler/clear", true), new Mutation(2, "/crawler/restore", true)),
                        true,
                        runs),
                new Procedure(
                        "stop",
                        w -> {},
                        store -> store.procedures().stop(o -> o),
                        List.of(new Mutation(1, "/crawler/clear", true)),
                        true,
                        w -> w.truth().exists() && !w.truth().isRunning()),
                new Procedure(
                        "destroy",
                        w -> {
                            w.store().clear();
                            w.sim().journal().clear();
                        },
                        store -> store.procedures().destroy(o -> o.allowingLast()),
                        List.of(new Mutation(1, "/crawler/destroy", true)),
                        false,
                        w -> !w.truth().exists()));
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
                                procedure.mutations.stream()
                                        .map(mutation -> dynamicContainer(
                                                "step " + mutation.step + " (" + mutation.route + ")",
                                                Stream.concat(
                                                        BREAKS.stream()
                                                                .map(broken -> dynamicTest(
                                                                        broken.name,
                                                                        () -> broken(procedure, mutation, broken))),
                                                        Stream.of(
                                                                dynamicTest(
                                                                        "hangs, and is done after the client gave up",
                                                                        () -> hangs(procedure, mutation)),
                                                                dynamicTest(
                                                                        "refused", () -> refused(procedure, mutation)),
                                                                dynamicTest(
                                                                        "the server is away before it is looked at",
                                                                        () -> away(procedure, mutation)))))))));
    }

    private static StoreWorld world(Procedure procedure, Consumer<OmsClient.Builder> client) {
        StoreWorld world = StoreWorld.start(sim -> {}, client);
        procedure.before.accept(world);
        return world;
    }

    private static void nothingBreaks(Procedure procedure) {
        try (StoreWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.store());
            assertThat(world.mutations()).as("planning only reads").isEmpty();
            Report report = plan.confirm(world.name()).run();
            assertThat(procedure.goal).accepts(world);
            assertThat(world.executed())
                    .containsExactlyElementsOf(
                            procedure.mutations.stream().map(Mutation::route).toList());
            honest(world, report);
            assertThat(report.resume().confirm(world.name()).run().complete()).isTrue();
            assertThat(world.executed()).as("never done again").hasSize(procedure.mutations.size());
        }
    }

    private static void readOnly(Procedure procedure) {
        try (StoreWorld world = world(procedure, client -> {});
                OmsClient reader = world.client(client -> client.readOnly(true))) {
            Report report = failing(world, procedure.plan.apply(reader.store(world.name())), ProcedureListener.NONE);
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(world.mutations()).isEmpty();
            honest(world, report);
        }
    }

    private static void broken(Procedure procedure, Mutation mutation, Break broken) {
        try (StoreWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.store());
            world.sim().fail(broken.fault.on(mutation.route));
            if (broken.happens && mutation.shows) {
                Report report = plan.confirm(world.name()).run();
                StepResult result = report.steps().get(mutation.step - 1);
                assertThat(result.outcome()).isEqualTo(StepOutcome.DONE);
                assertThat(result.detail()).contains("the answer was lost, reading shows it");
                assertThat(procedure.goal).accepts(world);
                honest(world, report);
            } else {
                Report report = failing(world, plan, ProcedureListener.NONE);
                stopsAt(report, mutation, StepOutcome.UNKNOWN);
                honest(world, report);
                goesOn(procedure, world, report, broken.happens);
            }
            onlyOnce(procedure, world);
        }
    }

    private static void hangs(Procedure procedure, Mutation mutation) throws InterruptedException {
        AtomicBoolean impatient = new AtomicBoolean();
        try (StoreWorld world = world(
                procedure,
                client -> client.interceptor(chain -> impatient.get()
                                && chain.request().url().encodedPath().equals(mutation.route)
                        ? chain.withReadTimeout(300, TimeUnit.MILLISECONDS).proceed(chain.request())
                        : chain.proceed(chain.request())))) {
            Plan plan = procedure.plan.apply(world.store());
            world.sim().fail(Fault.hang().on(mutation.route));
            impatient.set(true);
            Report report = failing(world, plan, ProcedureListener.NONE);
            impatient.set(false);
            stopsAt(report, mutation, StepOutcome.UNKNOWN);
            honest(world, report);
            world.sim().clearFaults();
            assertThat(world.sim()
                            .journal()
                            .await(
                                    e -> e.path().equals(mutation.route) && e.outcome() == Outcome.EXECUTED,
                                    Duration.ofSeconds(5)))
                    .isPresent();
            goesOn(procedure, world, report, true);
            onlyOnce(procedure, world);
        }
    }

    private static void refused(Procedure procedure, Mutation mutation) {
        try (StoreWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.store());
            world.sim().answer(OmsAnswer.rejected("CM-RESOAT000013", "no").on(mutation.route));
            Report report = failing(world, plan, ProcedureListener.NONE);
            stopsAt(report, mutation, StepOutcome.REJECTED);
            honest(world, report);
            goesOn(procedure, world, report, true);
            onlyOnce(procedure, world);
        }
    }

    private static void away(Procedure procedure, Mutation mutation) {
        try (StoreWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.store());
            Report report = failing(world, plan, new ProcedureListener() {
                @Override
                public void onStep(int number, Step step) {
                    if (number == mutation.step) {
                        world.sim().kill();
                    }
                }
            });
            stopsAt(report, mutation, StepOutcome.REJECTED);
            assertThat(report.now()).singleElement().asString().contains("could not be read");
            world.sim().restart();
            goesOn(procedure, world, report, true);
            onlyOnce(procedure, world);
        }
    }

    private static Report failing(StoreWorld world, Plan plan, ProcedureListener listener) {
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class, () -> plan.confirm(world.name()).run(listener));
        assertThat(thrown).as("a run that did not get there throws").isNotNull();
        assertThat(thrown.report().complete()).isFalse();
        assertThat(thrown.report().next()).as("what to do next").isNotEmpty();
        return thrown.report();
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
    }

    /** What it says is true now is true now. */
    private static void honest(StoreWorld world, Report report) {
        String now = report.now().get(0);
        if (!world.truth().exists()) {
            assertThat(now).contains("there is no store");
        } else if (world.truth().isRunning()) {
            assertThat(now).containsAnyOf("HEALTHY", "LAGGING");
        } else {
            assertThat(now).contains("ABNORMAL");
        }
    }

    private static void goesOn(Procedure procedure, StoreWorld world, Report report, boolean happened) {
        if (!procedure.repeatable && !happened) {
            int sent = world.mutations().size();
            failing(world, report.resume(), ProcedureListener.NONE);
            assertThat(world.mutations()).as("it only looks").hasSize(sent);
            procedure.plan.apply(world.store()).confirm(world.name()).run();
        } else {
            Report end = report.resume().confirm(world.name()).run();
            assertThat(end.complete()).isTrue();
            honest(world, end);
        }
        assertThat(procedure.goal).accepts(world);
    }

    private static void onlyOnce(Procedure procedure, StoreWorld world) {
        for (Mutation mutation : procedure.mutations) {
            assertThat(world.sim().journal().executed(mutation.route).size())
                    .as("%s was executed", mutation.route)
                    .isLessThanOrEqualTo(1);
        }
    }
}
