package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.SECOND_HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.oms.procedure.EvacuationReport.Ending;
import dev.opsdk.oms.procedure.EvacuationReport.Row;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.OmsAnswer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EvacuationTest {
    private static final String HOST = "10.10.10.1";
    private static final String SUBTOPIC = "p_orders_source-000-0";

    private final WorkerWorld world = WorkerWorld.start();
    private final String second;

    EvacuationTest() {
        world.sim().addStore("p_other_source-000-0");
        second = world.sim().addWriter("p_other_source-000-0").name();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Evacuation evacuation(UnaryOperator<EvacuationOptions> more) {
        return world.oms()
                .host(HOST)
                .evacuate(e -> more.apply(e.writers(world.writer(), second)
                        .connectors(world.connector())
                        .to(SECOND_HOST)
                        .movingConnectors(c -> c.probedBy(world.console()))
                        .haDisabled(true)));
    }

    private static List<Ending> endings(EvacuationReport report) {
        return report.rows().stream().map(Row::ending).toList();
    }

    private void everythingIsOnTheSecondHost() {
        String other = world.sim().writer(second).successor().orElseThrow();
        assertThat(world.sim().writing(SUBTOPIC)).containsExactly(world.writerNow());
        assertThat(world.sim().writing("p_other_source-000-0")).containsExactly(other);
        assertThat(world.sim().connecting(SUBTOPIC)).containsExactly(world.connectorNow());
        assertThat(List.of(world.writerNow(), other, world.connectorNow()))
                .allMatch(name -> name.startsWith(SECOND_HOST));
    }

    private void noOldWriterWasStarted() {
        assertThat(world.asked("/applier/start", world.writer())).isEmpty();
        assertThat(world.asked("/applier/start", second)).isEmpty();
    }

    @Test
    void oneAfterTheOtherAndTheTableHasTheNewNames() {
        Evacuation evacuation = evacuation(e -> e);
        assertThat(evacuation.plans()).hasSize(3);
        assertThat(evacuation.toString()).contains("CANNOT_CHECK capacity").contains("migrate the connector");
        assertThat(world.mutations()).as("a dry run").isEmpty();
        EvacuationReport report = evacuation.run();
        assertThat(report.complete()).isTrue();
        assertThat(report.toString()).contains("DONE " + world.writer() + " -> " + world.writerNow());
        everythingIsOnTheSecondHost();
        noOldWriterWasStarted();
        assertThat(report.next().toString()).doesNotContain("report.resume()");
        assertThat(report.resume().plans()).isEmpty();
        assertThat(world.executed()).hasSize(9);
        world.sim().journal().clear();
        assertThat(report.resume().run().complete()).isTrue();
        assertThat(world.sim().journal().entries())
                .as("what is done is left alone")
                .isEmpty();
    }

    @Test
    void anInterruptedEvacuationTouchesNothing() {
        Thread.currentThread().interrupt();
        EvacuationReport report = evacuation(e -> e).run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(endings(report)).containsOnly(Ending.UNTOUCHED);
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aNameThatSaysAnotherHostIsWarnedOf() {
        assertThat(evacuation(e -> e).checks().toString()).doesNotContain("its name does not say");
        assertThat(world.oms()
                        .host("10.10.10.9")
                        .evacuate(e -> e.writers(world.writer()).to(SECOND_HOST).haDisabled(true))
                        .checks())
                .extracting(PreCheck::toString)
                .contains("WARN host of " + world.writer() + ": its name does not say that it is on 10.10.10.9");
    }

    @Test
    void theFirstUnknownOutcomeEndsItAndAPersonSettlesIt() {
        world.sim().fail(Fault.resetAfter().on("/applier/migrate"));
        EvacuationReport report = evacuation(e -> e.toleratingFailures(9)).run();
        assertThat(endings(report)).containsExactly(Ending.UNKNOWN, Ending.UNTOUCHED, Ending.UNTOUCHED);
        assertThat(report.next().get(0)).contains("do NOT start '" + world.writer() + "'");
        assertThat(world.sim().writer(second).ip()).isEqualTo(HOST);
        EvacuationReport again = report.resume().run();
        assertThat(endings(again)).containsExactly(Ending.UNKNOWN, Ending.UNTOUCHED, Ending.UNTOUCHED);
        world.oms()
                .writer(world.writer())
                .procedures()
                .migrate(SECOND_HOST, o -> o.madeAs(world.writerNow()))
                .run();
        assertThat(again.resume().without(world.writer()).run().complete()).isTrue();
        everythingIsOnTheSecondHost();
        noOldWriterWasStarted();
    }

    @Test
    void aFailureEndsItUnlessSomeAreTolerated() {
        OmsAnswer no = OmsAnswer.rejected("CM-RESONF000003", "no room").on("/applier/migrate");
        world.sim().answer(no);
        EvacuationReport report = evacuation(e -> e).run();
        assertThat(endings(report)).containsExactly(Ending.FAILED, Ending.UNTOUCHED, Ending.UNTOUCHED);
        assertThat(world.truth().isRunning()).as("started again where it was").isTrue();
        world.sim().answer(no);
        EvacuationReport tolerant = evacuation(e -> e.toleratingFailures(1)).run();
        assertThat(endings(tolerant)).containsExactly(Ending.FAILED, Ending.DONE, Ending.DONE);
        assertThat(tolerant.next().get(0)).startsWith(world.writer() + ": ");
        assertThat(tolerant.next().get(tolerant.next().size() - 1)).startsWith("then report.resume().run()");
        assertThat(tolerant.resume().run().complete()).isTrue();
        everythingIsOnTheSecondHost();
    }

    @Test
    void aServerThatGoesAwayLeavesTheRestUntouched() {
        Evacuation evacuation = evacuation(e -> e);
        world.sim().kill();
        EvacuationReport report = evacuation.run();
        assertThat(endings(report)).containsExactly(Ending.FAILED, Ending.UNTOUCHED, Ending.UNTOUCHED);
        assertThat(report.next())
                .containsExactly(
                        world.writer() + ": it could not be read; nothing was asked of it",
                        "then report.resume().run() goes on with what is not done; what a person has settled is left out by"
                                + " report.resume().without(its name)");
        world.sim().restart();
        assertThat(report.resume().run().complete()).isTrue();
        everythingIsOnTheSecondHost();
        noOldWriterWasStarted();
    }

    @Test
    void aDeadHostIsLeftByForceAndNothingOnItIsAskedToStop() {
        world.writerOnHost("10.10.10.3");
        world.sim().host("10.10.10.3").goesDown();
        EvacuationReport report = world.oms()
                .host("10.10.10.3")
                .evacuate(e -> e.writers(world.writer())
                        .to(SECOND_HOST)
                        .haDisabled(true)
                        .withHostDown())
                .run();
        assertThat(report.complete()).isTrue();
        assertThat(world.sim().journal().requests("/applier/stop")).isEmpty();
        assertThat(WorkerWorld.text(
                        world.sim().journal().last("/applier/migrate").orElseThrow()))
                .contains("force=true");
    }

    @Test
    void aConnectorLeavesADeadHostWithoutBeingAskedToStop() {
        String third = "10.10.10.3";
        world.oms().connector(world.connector()).stop();
        world.oms().connector(world.connector()).migrate(third);
        String there = world.connectorNow();
        world.oms().connector(there).start();
        world.sim().host(third).goesDown();
        world.sim().journal().clear();
        EvacuationReport report = world.oms()
                .host(third)
                .evacuate(e ->
                        e.connectors(there).to(SECOND_HOST).haDisabled(true).withHostDown())
                .run();
        assertThat(report.complete()).as("%s", report).isTrue();
        assertThat(world.sim().journal().requests("/connector/task/v2/stop")).isEmpty();
        assertThat(world.sim().connecting(SUBTOPIC)).singleElement().asString().startsWith(SECOND_HOST);
    }

    @Test
    void theHaModuleHasToBeAcknowledgedAndTheHostLeft() {
        Evacuation untold =
                world.oms().host(HOST).evacuate(e -> e.writers(world.writer()).to(SECOND_HOST));
        assertThatIllegalStateException().isThrownBy(untold::run).withMessageContaining("haDisabled");
        assertThatIllegalStateException()
                .isThrownBy(() -> evacuation(e -> e.to(HOST)).run());
        assertThatIllegalStateException()
                .isThrownBy(() -> world.oms()
                        .host(HOST)
                        .evacuate(e -> e.to(SECOND_HOST).haDisabled(true))
                        .run());
        assertThat(world.mutations()).isEmpty();
    }
}
