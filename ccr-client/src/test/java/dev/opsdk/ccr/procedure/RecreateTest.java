package dev.opsdk.ccr.procedure;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static dev.opsdk.ccr.CcrWorld.ofTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.CcrWorld;
import dev.opsdk.ccr.Job;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.ProcedureListener;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.ccr.CcrGeneration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RecreateTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theSameNameBeforeG6WaitsForTheOldRoutineAndWatchesTheNewJob() {
        try (CcrWorld world =
                CcrWorld.of(CcrGeneration.G4, sim -> sim.deletionTakes(Duration.ofSeconds(90)), client -> {})) {
            Job job = world.incremental(ofDatabase("orders"));
            Report report = job.procedures()
                    .recreate(r -> r.settling(Duration.ofMinutes(2)))
                    .confirm("orders")
                    .run();
            assertThat(report.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.DONE);
            assertThat(report.steps()).hasSize(4);
            world.sim().advance(Duration.ofMinutes(10));
            assertThat(world.sim().job("orders").exists()).isTrue();
            assertThat(world.executed()).containsExactly("/delete", "/create_ccr");
        }
    }

    @Test
    void aRoutineThatOutlivesTheSettlingIsSeenAndTheReportSaysWhatHelps() {
        try (CcrWorld world =
                CcrWorld.of(CcrGeneration.G4, sim -> sim.deletionTakes(Duration.ofSeconds(90)), client -> {})) {
            Job job = world.incremental(ofDatabase("orders"));
            Report report = failing(job.procedures().recreate(r -> r.settling(MINUTE)));
            assertThat(report.steps())
                    .extracting(StepResult::outcome)
                    .containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.FAILED);
            assertThat(world.sim().job("orders").exists()).isFalse();
            assertThat(report.now()).containsExactly("there is no job 'orders'");
            assertThat(report.next().toString()).contains("makes it again").contains("restart that syncer");
            // its syncer still has the job in memory, as foretold
            Report again = failing(report.resume());
            assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
            assertThat(again.steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(again.next().toString()).contains("settle the cause");
            world.sim().node(0).kill();
            world.sim().node(0).restart();
            assertThat(again.resume().confirm("orders").run().complete()).isTrue();
            assertThat(world.sim().job("orders").exists()).isTrue();
        }
    }

    @Test
    void g6IsAskedAgainAsLongAsItIsBeingDeleted() {
        try (CcrWorld world =
                CcrWorld.of(CcrGeneration.G6, sim -> sim.deletionTakes(Duration.ofSeconds(30)), client -> {})) {
            Job job = world.incremental(ofDatabase("orders"));
            Plan plan = job.procedures().recreate(r -> r);
            assertThat(plan.steps()).hasSize(2);
            assertThat(plan.confirm("orders").run().complete()).isTrue();
            assertThat(world.sim().journal().requests("/create_ccr"))
                    .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                    .hasSizeGreaterThan(5);
            assertThat(world.executed()).containsExactly("/delete", "/create_ccr");
            world.sim().advance(Duration.ofMinutes(10));
            assertThat(world.sim().job("orders").exists()).isTrue();
        }
    }

    @Test
    void aTableJobMayFindItsTableAndADatabaseJobDoesNotAsk() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job table = world.incremental(ofTable("one", "t1"));
            table.procedures().recreate(r -> r.settling(MINUTE)).confirm("one").run();
            assertThat(world.sim()
                            .journal()
                            .last("/create_ccr")
                            .orElseThrow()
                            .request()
                            .body())
                    .contains("\"allow_table_exists\":true");
            Job database = world.incremental(ofDatabase("all"));
            database.procedures()
                    .recreate(r -> r.settling(MINUTE))
                    .confirm("all")
                    .run();
            assertThat(world.sim()
                            .journal()
                            .last("/create_ccr")
                            .orElseThrow()
                            .request()
                            .body())
                    .doesNotContain("allow_table_exists");
        }
    }

    @Test
    void anotherNameNeedsNoSettlingAndBothAreTold() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job job = world.incremental(ofDatabase("orders"));
            Report report = job.procedures()
                    .recreate(r -> r.changing(change -> change.name("orders_2")))
                    .confirm("orders")
                    .run();
            assertThat(report.steps()).hasSize(2);
            assertThat(report.now())
                    .hasSize(2)
                    .contains("there is no job 'orders'")
                    .anyMatch(line -> line.startsWith("orders_2: RUNNING"));
            assertThat(report.next().toString()).contains("orders_2");
        }
    }

    @Test
    void aNewNameThatIsTakenIsBlockedBeforeAnythingIsDeleted() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            world.create(ofDatabase("orders_2"));
            Job job = world.incremental(ofDatabase("orders"));
            Report report = failing(job.procedures().recreate(r -> r.changing(change -> change.name("orders_2"))));
            assertThat(report.next())
                    .singleElement()
                    .asString()
                    .contains("settle this first")
                    .contains("orders_2");
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void aDefinitionThatCannotBeBuiltIsBlockedAndNotComplete() throws Exception {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            String side = "\"host\":\"127.0.0.1\",\"port\":\"1%s\",\"thrift_port\":\"9020\",\"user\":\"root\","
                    + "\"password\":\"\",\"database\":\"%s\",\"table\":\"\"";
            String body = "{\"name\":\"or'ders\",\"src\":{" + side.formatted("9030", "demo") + "},\"dest\":{"
                    + side.formatted("9031", "demo2") + "}}";
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(world.sim().url() + "/create_ccr"))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(world.sim().job("or'ders").exists()).isTrue();
            world.sim().journal().clear();
            Plan plan = world.ccr().job("or'ders").procedures().recreate(r -> r);
            assertThat(plan.blocked()).isTrue();
            ProcedureException thrown = catchThrowableOfType(ProcedureException.class, plan::run);
            assertThat(thrown.report().complete()).isFalse();
            assertThat(thrown.report().next()).singleElement().asString().contains("definition");
            assertThat(world.mutations()).isEmpty();
            Plan renamed =
                    world.ccr().job("or'ders").procedures().recreate(r -> r.changing(change -> change.name("orders")));
            assertThat(renamed.confirm("or'ders").run().complete()).isTrue();
        }
    }

    @Test
    void noTimeToSettleBeforeG6IsAWarningAndNotSafe() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job job = world.incremental(ofDatabase("orders"));
            assertThat(job.procedures().recreate(r -> r.settling(Duration.ZERO)).checks())
                    .filteredOn(check -> check.name().equals("same name"))
                    .singleElement()
                    .extracting(PreCheck::result)
                    .isEqualTo(CheckResult.WARN);
        }
    }

    @Test
    void aJobOfThatNameThatSomebodyElseMadeMeanwhileIsNeitherDeletedNorTakenForIt() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4);
                CcrClient other = world.client(client -> {})) {
            Job job = world.incremental(ofDatabase("orders"));
            Plan plan = job.procedures()
                    .recreate(r -> r.settling(MINUTE)
                            .changing(change -> change.dest(dest -> dest.host("127.0.0.1")
                                    .port(19031)
                                    .thriftPort(19020)
                                    .user("root")
                                    .password("the new one")
                                    .database("demo2"))));
            ProcedureException thrown = catchThrowableOfType(
                    ProcedureException.class,
                    () -> plan.confirm("orders").run(new ProcedureListener() {
                        @Override
                        public void onStep(int number, Step step) {
                            if (number == 3) {
                                other.jobs().create(ofDatabase("orders"));
                            }
                        }
                    }));
            assertThat(thrown.report().steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(thrown.report().steps().get(2).detail()).contains("another definition");
            Report again = failing(thrown.report().resume());
            assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
            assertThat(world.executed()).containsExactly("/delete", "/create_ccr");
            assertThat(thrown.getMessage()).doesNotContain("the new one").doesNotContain(CcrWorld.PASSWORD);
        }
    }

    @Test
    void aJobThatSomebodyMadeAnewAfterThePlanIsNotDeleted() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4);
                CcrClient other = world.client(client -> {})) {
            Job job = world.incremental(ofDatabase("orders"));
            Plan plan = job.procedures().recreate(r -> r.settling(MINUTE));
            other.job("orders").delete();
            world.sim().advance(Duration.ofMinutes(10));
            other.jobs().create(ofDatabase("orders"));
            world.sim().advance(Duration.ofSeconds(30));
            world.sim().journal().clear();
            Report report = plan.confirm("orders").run();
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
            assertThat(report.steps().get(0).detail()).contains("a newer one, made at");
            assertThat(world.mutations()).isEmpty();
        }
    }

    @Test
    void anOrderThatNobodyAnsweredForIsLookedAfterBeforeItIsRepeated() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job job = world.incremental(ofDatabase("orders"));
            world.sim().node(0).fail(Fault.resetBefore().on("/delete"));
            Report deleting = failing(job.procedures().recreate(r -> r.settling(MINUTE)));
            assertThat(deleting.steps().get(0).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            assertThat(deleting.next().get(0)).contains("look whether list_jobs still names it");
            world.sim().node(0).fail(Fault.resetBefore().on("/create_ccr"));
            Report creating = failing(deleting.resume());
            assertThat(creating.steps().get(2).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            assertThat(creating.next().get(0)).contains("perhaps not made again");
            Report done = creating.resume().confirm("orders").run();
            assertThat(done.next()).containsExactly("follow the full sync with job('orders').awaitCaughtUp(...)");
            assertThat(world.executed()).containsExactly("/delete", "/create_ccr");
        }
    }

    @Test
    void theSameNameIsNoDangerWhereTheSyncerWaitsItself() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G6)) {
            Job job = world.incremental(ofDatabase("orders"));
            assertThat(job.procedures().recreate(r -> r).checks())
                    .filteredOn(check -> check.name().equals("same name"))
                    .singleElement()
                    .extracting(PreCheck::result)
                    .isEqualTo(CheckResult.PASS);
        }
    }

    @Test
    void aMetadataStoreThatTakesNoWritesStopsTheJobAndThatIsSaid() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job job = world.incremental(ofDatabase("orders"));
            world.sim().refuseMetadataWrites(true);
            Report report = failing(job.procedures().recreate(r -> r));
            assertThat(report.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(report.steps().get(0).detail()).contains("job is stopped");
            assertThat(report.next()).singleElement().asString().contains("may be stopped although it is still stored");
        }
    }

    private static Report failing(Plan plan) {
        ProcedureException thrown = catchThrowableOfType(
                ProcedureException.class, () -> plan.confirm(plan.target()).run());
        assertThat(thrown).isNotNull();
        return thrown.report();
    }
}
