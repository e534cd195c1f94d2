package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.assess.CheckFinding;
import dev.opsdk.bizconnector.assess.CheckReport;
import dev.opsdk.bizconnector.assess.OldItem;
import dev.opsdk.bizconnector.assess.OldKind;
import dev.opsdk.bizconnector.assess.Verdict;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import dev.opsdk.simulator.bizconnector.DatabaseSnapshot;
import dev.opsdk.simulator.bizconnector.SimConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Procedures on a connector that does what real ones do, also to a procedure in its middle. */
class ProceduresScenarioTest extends SimulatedConnectors {
    private static final Map<String, Supplier<Fault>> BREAKS = Map.of(
            "reset before", Fault::resetBefore,
            "reset after", Fault::resetAfter,
            "cut", Fault::cutBody,
            "garbled", Fault::garble,
            "proxy's page after", () -> Fault.htmlAfter(502));

    @TempDir
    private Path dir;

    private final BizConnectorSimulator sim = start();
    private final SimConnector connector = sim.connector(0);
    private final BizConnectorClient client = client(sim, 0);

    private List<String> expiredFiles(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(connector
                    .data()
                    .uploadFileExpiring("old" + i, sim.clock().now().minus(Duration.ofDays(3))));
        }
        return ids;
    }

    private static void talk(BizConnectorSimulator sim) {
        sim.connector(1).data().sendMail(sim.connector(0), "Subject", "Body");
        sim.connector(0).sync();
        sim.advance(Duration.ofMinutes(10));
    }

    @Test
    void aDryRunShowsEverythingAndDeletesNothing() {
        List<String> old = expiredFiles(3);
        connector.data().uploadFile("new.txt", "text/plain", new byte[1]);
        List<OldItem> items = client.checks().oldMaterial(Duration.ofDays(30));
        assertThat(items).extracting(OldItem::id).containsExactlyInAnyOrderElementsOf(old);
        assertThat(items).extracting(OldItem::kind).containsOnly(OldKind.EXPIRED_FILE);
        Plan plan = client.procedures().deleteOldMaterial(o -> {});
        assertThat(plan.toString()).contains(old);
        assertThat(plan.destructive()).isTrue();
        assertThat(connector.data().files()).hasSize(4);
        assertThat(connector.journal().entries())
                .noneMatch(entry -> entry.request().method().equals("DELETE"));
    }

    static Stream<Object[]> everyBreakAtEveryStep() {
        return BREAKS.keySet().stream()
                .sorted()
                .flatMap(fault -> Stream.of(0, 1, 2).map(step -> new Object[] {fault, step}));
    }

    @ParameterizedTest(name = "{0} at deletion {1}")
    @MethodSource("everyBreakAtEveryStep")
    void aDeletionThatBreaksIsReportedAsItIsAndEndsWell(String name, int step) {
        List<String> ids = expiredFiles(3);
        String path = api("/Files/" + ids.get(step));
        Plan plan = client.procedures().deleteOldMaterial(o -> {}).confirm(client.url());
        connector.fail(BREAKS.get(name).get().on(path).times(100));
        Report report = failed(plan);
        connector.clearFaults();
        assertThat(report.complete()).isFalse();
        StepResult broken = report.steps().get(step);
        assertThat(broken.outcome().good()).as("%s", report).isFalse();
        Report last = report;
        for (int i = 0; i < 3 && !last.complete(); i++) {
            last = resumed(last);
        }
        assertThat(last.complete()).as("%s", last).isTrue();
        assertThat(connector.data().files()).isEmpty();
        assertDeletedOnce(ids);
    }

    @ParameterizedTest(name = "{0} of the deletion's answer {1}")
    @MethodSource("everyBreakAtEveryStep")
    void anOrderWhoseAnswerIsLostIsNeverSentTwice(String name, int step) {
        List<String> ids = expiredFiles(3);
        String path = api("/Files/" + ids.get(step));
        Plan plan = client.procedures().deleteOldMaterial(o -> {}).confirm(client.url());
        BizConnectorClient other = client;
        // the step reads first, so the fault is planned for what comes after its look
        Report report = run(plan, () -> connector.fail(BREAKS.get(name).get().on(path)));
        connector.clearFaults();
        StepResult broken = report.steps().get(step);
        boolean gone = connector.data().files().stream().noneMatch(file -> file.contains(ids.get(step)));
        if (broken.outcome().good()) {
            assertThat(gone).as("%s", report).isTrue();
        } else {
            assertThat(report.complete()).isFalse();
        }
        if (broken.outcome() == StepOutcome.UNKNOWN) {
            assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        Report last = report;
        for (int i = 0; i < 3 && !last.complete(); i++) {
            last = resumed(last);
        }
        assertThat(deletions(ids.get(step))).isLessThanOrEqualTo(1);
        assertThat(other.files().list()).hasSize(last.complete() ? 0 : 1);
    }

    /** Runs with a break in the answer of each deletion's own request: looks are let through. */
    private Report run(Plan plan, Runnable arm) {
        arm.run();
        try {
            return plan.run();
        } catch (ProcedureException e) {
            return e.report();
        }
    }

    private Report resumed(Report report) {
        try {
            return report.resume().confirm(client.url()).run();
        } catch (ProcedureException e) {
            return e.report();
        }
    }

    private long deletions(String id) {
        return connector.journal().requests(api("/Files/" + id)).stream()
                .filter(entry -> entry.request().method().equals("DELETE"))
                .filter(entry -> entry.outcome() == dev.opsdk.simulator.Outcome.EXECUTED)
                .count();
    }

    private void assertDeletedOnce(List<String> ids) {
        assertThat(ids).allSatisfy(id -> assertThat(deletions(id)).as(id).isEqualTo(1));
    }

    @Test
    void theSameDatabaseAfterADowntimeIsInOrder() {
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        talk(sim);
        Report report = client.procedures()
                .downtime(
                        dir.resolve("f.json"),
                        o -> o.stopBy(connector::kill)
                                .startBy(() -> assertThat(connector.restart()).isTrue()))
                .run();
        assertThat(report.complete()).isTrue();
        assertThat(report.now()).anyMatch(line -> line.startsWith("fingerprint: PASS"));
    }

    @Test
    void anOutdatedDatabaseIsCaughtAfterTheDowntimeAndByTheVerification() {
        sim.establishRelationship(sim.connector(0), sim.connector(1));
        DatabaseSnapshot backup = connector.snapshot();
        sim.advance(Duration.ofDays(1));
        talk(sim);
        Path file = dir.resolve("f.json");
        Report report = failed(client.procedures()
                .downtime(
                        file,
                        o -> o.stopBy(connector::kill).startBy(() -> {
                            connector.restoreDatabaseFrom(backup);
                            connector.restart();
                        })));
        assertThat(report.toString()).contains("an outdated database was started");
        CheckReport verified = client.procedures().verifyRestore(file);
        assertThat(verified.with(Verdict.FAIL)).extracting(CheckFinding::check).contains("fingerprint");
        assertThat(verified.result("key material").orElseThrow().verdict())
                .as("it is the same identity")
                .isEqualTo(Verdict.PASS);
        assertThat(verified.result("health").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void anotherDatabaseIsCaughtAsAnotherIdentity() {
        Path file = dir.resolve("f.json");
        Report report = failed(client.procedures()
                .downtime(
                        file,
                        o -> o.stopBy(connector::kill).startBy(() -> {
                            connector.loseDatabase();
                            connector.restart();
                        })));
        assertThat(report.toString()).contains("another identity");
        assertThat(client.procedures().verifyRestore(file).with(Verdict.FAIL))
                .extracting(CheckFinding::check)
                .contains("fingerprint", "key material");
    }

    @Test
    void aConnectorThatDoesNotComeUpIsNotCalledStarted() {
        Report report = failed(client.procedures()
                .downtime(
                        dir.resolve("f.json"),
                        o -> o.stopBy(connector::kill)
                                .startBy(() -> {
                                    sim.backbone().down();
                                    assertThat(connector.restart()).isFalse();
                                })
                                .patience(Duration.ofMinutes(5))));
        assertThat(report.complete()).isFalse();
        assertThat(report.now()).contains("the connector does not answer");
        sim.backbone().up();
        assertThat(connector.restart()).isTrue();
        Report resumed = report.resume().run();
        assertThat(resumed.complete()).as("%s", resumed).isTrue();
        assertThat(connector.journal().entries().stream().map(Journal.Entry::path))
                .isNotEmpty();
    }
}
