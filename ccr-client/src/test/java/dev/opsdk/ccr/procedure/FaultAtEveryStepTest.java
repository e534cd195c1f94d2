package dev.opsdk.ccr.procedure;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static dev.opsdk.ccr.CcrWorld.ofTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.CcrWorld;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.ccr.CcrGeneration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every procedure, broken at every step that changes something, in every way a network and a syncer can break. Whatever happened, the
 * report must not claim what is not, nothing may be done twice, and going on from the report must end at the goal.
 */
class FaultAtEveryStepTest {
    private static final String JOB = "orders";

    /** What a procedure is, for the purpose of breaking it. */
    private record Procedure(
            String name,
            CcrGeneration generation,
            Consumer<CcrWorld> before,
            Function<CcrClient, Plan> plan,
            List<Mutation> mutations,
            Predicate<CcrWorld> goal) {}

    /** A step that changes something, and how its being done can be seen in the truth. */
    private record Mutation(int step, String route, Predicate<CcrWorld> done) {}

    /** A way to break a step. */
    private record Break(String name, boolean happens, Fault fault) {}

    private static final List<Break> BREAKS = List.of(
            new Break("connection reset before it was done", false, Fault.resetBefore()),
            new Break("a proxy's page instead of the call", false, Fault.html(502)),
            new Break("connection reset after it was done", true, Fault.resetAfter()),
            new Break("answer cut in the middle", true, Fault.cutBody()),
            new Break("answer garbled", true, Fault.garble()),
            new Break("a proxy's page instead of the answer", true, Fault.htmlAfter(504)));

    private static List<Procedure> procedures() {
        Predicate<CcrWorld> paused = w -> w.sim().job(JOB).isPaused();
        Predicate<CcrWorld> gone = w -> !w.sim().job(JOB).exists();
        Predicate<CcrWorld> there = w -> w.sim().job(JOB).exists();
        Predicate<CcrWorld> renamed = w -> w.sim().job("orders_2").exists();
        Predicate<CcrWorld> open = w -> !w.sim().destination().isBeingSynced("demo2", "t1")
                && !w.sim().destination().isBeingSynced("demo2", "t2");
        Predicate<CcrWorld> copied = w -> w.sim().job(JOB).fullSyncReason().startsWith("force full sync");
        Predicate<CcrWorld> lost = w -> w.sim().job(JOB).lostSeqs().size() == 1;
        return List.of(
                new Procedure(
                        "pauseAndConfirm",
                        CcrGeneration.G4,
                        w -> w.incremental(ofDatabase(JOB)),
                        c -> c.job(JOB).procedures().pauseAndConfirm(),
                        List.of(new Mutation(1, "/pause", paused)),
                        paused),
                new Procedure(
                        "resumeAndConfirm",
                        CcrGeneration.G4,
                        w -> {
                            w.incremental(ofDatabase(JOB)).pause();
                            w.sim().journal().clear();
                        },
                        c -> c.job(JOB).procedures().resumeAndConfirm(),
                        List.of(new Mutation(1, "/resume", paused.negate())),
                        paused.negate()),
                new Procedure(
                        "recreate with the same name, G4",
                        CcrGeneration.G4,
                        w -> w.incremental(ofDatabase(JOB)),
                        c -> c.job(JOB).procedures().recreate(r -> r.settling(Duration.ofMinutes(1))),
                        List.of(new Mutation(1, "/delete", gone), new Mutation(3, "/create_ccr", there)),
                        there),
                new Procedure(
                        "recreate with the same name, G6",
                        CcrGeneration.G6,
                        w -> w.incremental(ofTable(JOB, "t1")),
                        c -> c.job(JOB).procedures().recreate(r -> r),
                        List.of(new Mutation(1, "/delete", gone), new Mutation(2, "/create_ccr", there)),
                        there),
                new Procedure(
                        "recreate with a new name",
                        CcrGeneration.G4,
                        w -> w.incremental(ofTable(JOB, "t1")),
                        c -> c.job(JOB).procedures().recreate(r -> r.changing(job -> job.name("orders_2"))),
                        List.of(new Mutation(1, "/delete", gone), new Mutation(2, "/create_ccr", renamed)),
                        gone.and(renamed)),
                skip("skip by fullsync", CcrGeneration.G4, ofDatabase(JOB), copied),
                skip("skip by fullsync", CcrGeneration.G5, ofDatabase(JOB), copied),
                skip("skip by silence", CcrGeneration.G4, ofDatabase(JOB), lost),
                skip("skip by silence", CcrGeneration.G5, ofDatabase(JOB), lost),
                skip(
                        "skip by partialsync",
                        CcrGeneration.G5,
                        ofTable(JOB, "t1"),
                        w -> w.sim().job(JOB).phase().equals("TablePartialSync")
                                || w.sim().job(JOB).lag() == 0),
                new Procedure(
                        "failover",
                        CcrGeneration.G4,
                        w -> {
                            w.incremental(ofDatabase(JOB));
                            w.sim().source().write("demo", 25);
                        },
                        c -> c.job(JOB).procedures().failover(Duration.ofMinutes(5)),
                        List.of(new Mutation(2, "/pause", paused), new Mutation(4, "/desync", open)),
                        paused.and(open)));
    }

    private static Procedure skip(
            String option, CcrGeneration generation, Consumer<CreateJob.Builder> job, Predicate<CcrWorld> done) {
        return new Procedure(
                option + ", " + generation,
                generation,
                w -> {
                    w.stuck(job);
                    w.sim().journal().clear();
                },
                c -> c.job(JOB).procedures().recoverStalled().option(option),
                List.of(new Mutation(1, "/job_skip_binlog", done)),
                done);
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
                                                                        "the syncer is down before it is looked at",
                                                                        () -> down(procedure, mutation)),
                                                                dynamicTest(
                                                                        "the syncer dies between look and call",
                                                                        () -> dies(procedure, mutation)),
                                                                dynamicTest(
                                                                        "the state cannot be read before it",
                                                                        () -> unreadable(procedure, mutation)))))))));
    }

    private static void nothingBreaks(Procedure procedure) {
        try (CcrWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.ccr());
            assertThat(world.mutations()).as("planning only reads").isEmpty();
            Report report = plan.confirm(JOB).run();
            assertThat(report.complete()).isTrue();
            assertThat(procedure.goal).accepts(world);
            assertThat(world.executed())
                    .containsExactlyElementsOf(
                            procedure.mutations.stream().map(Mutation::route).toList());
            honest(world, report);
            // the same from a fresh look: there, or nothing to do, or refused; never done again
            Report again = anyEnd(report.resume());
            assertThat(again.steps())
                    .extracting(StepResult::outcome)
                    .doesNotContain(StepOutcome.UNKNOWN, StepOutcome.FAILED);
            assertThat(world.executed()).hasSize(procedure.mutations.size());
        }
    }

    private static void readOnly(Procedure procedure) {
        try (CcrWorld world = world(procedure, client -> {});
                CcrClient reader = world.client(client -> client.readOnly(true))) {
            Report report = failing(procedure.plan.apply(reader), ProcedureListener.NONE);
            Mutation first = procedure.mutations.get(0);
            assertThat(result(report, first).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(world.mutations()).as("nothing was even sent").isEmpty();
            honest(world, report);
        }
    }

    private static void broken(Procedure procedure, Mutation mutation, Break broken) {
        try (CcrWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.ccr());
            world.sim().node(0).fail(broken.fault.on(mutation.route));
            boolean visible = broken.happens && !mutation.route.equals("/desync");
            if (visible) {
                Report report = plan.confirm(JOB).run(later(world, mutation));
                assertThat(result(report, mutation).outcome()).isEqualTo(StepOutcome.DONE);
                assertThat(result(report, mutation).detail()).contains("the answer was lost, reading shows it");
                honest(world, report);
            } else {
                Report report = failing(plan, later(world, mutation));
                stopsAt(procedure, report, mutation, StepOutcome.UNKNOWN);
                assertThat(mutation.done.test(world)).isEqualTo(broken.happens);
                honest(world, report);
                goesOn(procedure, world, report);
            }
            onlyOnce(procedure, world, broken.happens && mutation.route.equals("/desync"));
        }
    }

    private static void hangs(Procedure procedure, Mutation mutation) throws InterruptedException {
        AtomicBoolean impatient = new AtomicBoolean();
        try (CcrWorld world = world(
                procedure,
                client -> client.interceptor(chain -> impatient.get()
                                && chain.request().url().encodedPath().equals(mutation.route)
                        ? chain.withReadTimeout(300, TimeUnit.MILLISECONDS).proceed(chain.request())
                        : chain.proceed(chain.request())))) {
            Plan plan = procedure.plan.apply(world.ccr());
            world.sim().node(0).fail(Fault.hang().on(mutation.route));
            impatient.set(true);
            Report report = failing(plan, later(world, mutation));
            impatient.set(false);
            stopsAt(procedure, report, mutation, StepOutcome.UNKNOWN);
            assertThat(mutation.done).rejects(world);
            honest(world, report);
            world.sim().node(0).clearFaults();
            assertThat(world.sim()
                            .journal()
                            .await(
                                    e -> e.path().equals(mutation.route) && e.outcome() == Outcome.EXECUTED,
                                    Duration.ofSeconds(5)))
                    .isPresent();
            goesOn(procedure, world, report);
            onlyOnce(procedure, world, invisible(procedure, mutation));
        }
    }

    private static void down(Procedure procedure, Mutation mutation) {
        try (CcrWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.ccr());
            Report report =
                    failing(plan, before(mutation, () -> world.sim().node(0).kill()));
            stopsAt(procedure, report, mutation, StepOutcome.REJECTED);
            assertThat(result(report, mutation).detail()).containsAnyOf("not begun", "not sent");
            assertThat(report.now()).singleElement().asString().contains("could not be read");
            world.sim().node(0).restart();
            goesOn(procedure, world, report);
            onlyOnce(procedure, world, false);
        }
    }

    private static void dies(Procedure procedure, Mutation mutation) {
        CcrWorld[] self = new CcrWorld[1];
        try (CcrWorld world = world(
                procedure,
                client -> client.keepAlive(Duration.ofNanos(1)).interceptor(chain -> {
                    if (chain.request().url().encodedPath().equals(mutation.route)
                            && self[0] != null
                            && self[0].sim().node(0).isUp()) {
                        self[0].sim().node(0).kill();
                    }
                    return chain.proceed(chain.request());
                }))) {
            Plan plan = procedure.plan.apply(world.ccr());
            self[0] = world;
            Report report = failing(plan, ProcedureListener.NONE);
            self[0] = null;
            assertThat(result(report, mutation).outcome()).isIn(StepOutcome.REJECTED, StepOutcome.UNKNOWN);
            stopsAt(procedure, report, mutation, result(report, mutation).outcome());
            assertThat(mutation.done).rejects(world);
            world.sim().node(0).restart();
            goesOn(procedure, world, report);
            onlyOnce(procedure, world, false);
        }
    }

    private static void unreadable(Procedure procedure, Mutation mutation) {
        try (CcrWorld world = world(procedure, client -> {})) {
            Plan plan = procedure.plan.apply(world.ccr());
            ProcedureListener blinding = before(mutation, () -> {
                for (String read : List.of("/job_detail", "/job_progress", "/get_lag", "/list_jobs")) {
                    world.sim().node(0).fail(Fault.html(502).on(read).always());
                }
            });
            if (mutation.route.equals("/desync")) {
                Report report = plan.confirm(JOB).run(blinding);
                assertThat(result(report, mutation).detail()).contains("it cannot show the tables");
                return;
            }
            Report report = failing(plan, blinding);
            stopsAt(procedure, report, mutation, StepOutcome.REJECTED);
            assertThat(report.now()).singleElement().asString().contains("could not be read");
            world.sim().node(0).clearFaults();
            goesOn(procedure, world, report);
            onlyOnce(procedure, world, false);
        }
    }

    private static ProcedureListener before(Mutation mutation, Runnable event) {
        return new ProcedureListener() {
            @Override
            public void onStep(int number, Step step) {
                if (number == mutation.step) {
                    event.run();
                }
            }
        };
    }

    /** Lets the old routine of a deleted job end, so that a create is not refused before it can break. */
    private static ProcedureListener later(CcrWorld world, Mutation mutation) {
        return before(mutation, () -> world.sim().advance(Duration.ofSeconds(4)));
    }

    private static CcrWorld world(Procedure procedure, Consumer<CcrClient.Builder> client) {
        CcrWorld world = CcrWorld.of(procedure.generation, sim -> {}, client);
        procedure.before.accept(world);
        return world;
    }

    private static Report failing(Plan plan, ProcedureListener listener) {
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class, () -> plan.confirm(JOB).run(listener));
        assertThat(thrown).as("a run that did not get there throws").isNotNull();
        assertThat(thrown.report().complete()).isFalse();
        return thrown.report();
    }

    private static Report anyEnd(Plan plan) {
        try {
            return plan.confirm(JOB).run();
        } catch (ProcedureException e) {
            return e.report();
        }
    }

    private static StepResult result(Report report, Mutation mutation) {
        return report.steps().get(mutation.step - 1);
    }

    private static void stopsAt(Procedure procedure, Report report, Mutation mutation, StepOutcome outcome) {
        for (StepResult step : report.steps()) {
            if (step.number() < mutation.step) {
                assertThat(step.outcome().good()).as("%s", step).isTrue();
            } else if (step.number() == mutation.step) {
                assertThat(step.outcome()).as("%s", step).isEqualTo(outcome);
            } else {
                assertThat(step.outcome()).as("%s", step).isEqualTo(StepOutcome.NOT_RUN);
            }
        }
        boolean earlier = procedure.mutations.indexOf(mutation) > 0;
        assertThat(report.outcome())
                .isEqualTo(
                        outcome == StepOutcome.UNKNOWN
                                ? dev.opsdk.core.error.Outcome.UNKNOWN
                                : earlier
                                        ? dev.opsdk.core.error.Outcome.PARTLY_DONE
                                        : dev.opsdk.core.error.Outcome.NOT_DONE);
        assertThat(report.next()).as("what to do next").isNotEmpty();
    }

    /** What it says is true now is true now. */
    private static void honest(CcrWorld world, Report report) {
        String now = String.join("\n", report.now());
        for (String name : List.of(JOB, "orders_2")) {
            if (world.sim().job(name).exists()) {
                assertThat(now).contains(name + ": " + (world.sim().job(name).isPaused() ? "PAUSED" : "RUNNING"));
            } else {
                assertThat(now).doesNotContain(name + ": ");
            }
        }
        assertThat(report.toString()).doesNotContain(CcrWorld.PASSWORD);
        if (report.complete()) {
            assertThat(report.steps()).allMatch(step -> step.outcome().good());
        }
    }

    private static void goesOn(Procedure procedure, CcrWorld world, Report report) {
        Report end;
        try {
            end = report.resume().confirm(JOB).run();
        } catch (OpsException e) {
            throw new AssertionError("going on did not end well: " + e.getMessage(), e);
        }
        assertThat(end.complete()).isTrue();
        assertThat(procedure.goal).accepts(world);
        honest(world, end);
    }

    /** What no answer shows: whether tables are desynced, and from generation 5 on whether a skip is asked for. */
    private static boolean invisible(Procedure procedure, Mutation mutation) {
        return mutation.route.equals("/desync")
                || (mutation.route.equals("/job_skip_binlog") && procedure.generation == CcrGeneration.G5);
    }

    /** Going on at once may repeat an order whose effect nobody can see (yet); both such orders may be repeated. All others never. */
    private static void onlyOnce(Procedure procedure, CcrWorld world, boolean mayRepeat) {
        for (Mutation mutation : procedure.mutations) {
            boolean twice = mayRepeat && invisible(procedure, mutation);
            assertThat(world.sim().journal().executed(mutation.route).size())
                    .as("%s was executed", mutation.route)
                    .isIn(twice ? Set.of(1, 2) : Set.of(1));
        }
    }
}
