package dev.opsdk.oms.procedure;

import static dev.opsdk.oms.procedure.WorkerWorld.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.opsdk.core.Secret;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.oms.OmsAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WriterChangeTest {
    private final WorkerWorld world = WorkerWorld.start();

    @AfterEach
    void close() {
        world.close();
    }

    private WriterProcedures procedures() {
        return world.oms().writer(world.writer()).procedures();
    }

    @Test
    void onlyWhatDiffersIsSentAndTheWayBackIsKept() {
        WriterChange change = procedures()
                .update(
                        u -> u.set("worker_num", "32").set("retry_time", "3").set("sync_password", "brandNew1"),
                        o -> o);
        assertThat(change.toString())
                .contains("16 -> 32")
                .contains("is 3 already")
                .doesNotContain("brandNew1");
        assertThat(WorkerWorld.requests(change.plan()).get(1))
                .contains("worker_num=32")
                .doesNotContain("retry_time");
        Report report = change.run();
        assertThat(world.truth().config("sync_password")).contains("brandNew1");
        assertThat(report.next().toString()).contains("rollback().run()");
        Plan back = change.rollback();
        assertThat(back.toString() + back.curl()).doesNotContain("Secret1").doesNotContain("brandNew1");
        assertThat(back.run().complete()).isTrue();
        assertThat(world.truth().config("worker_num")).contains("16");
        assertThat(world.truth().config("sync_password")).contains("Sync=Secret1");
        assertThat(world.truth().isRunning()).isTrue();
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        Report report =
                procedures().update(u -> u.set("worker_num", "16"), o -> o).run();
        assertThat(report.steps()).singleElement().extracting(s -> s.outcome()).isEqualTo(StepOutcome.ALREADY);
        assertThat(world.mutations()).isEmpty();
        assertThat(report.next()).isEmpty();
    }

    @Test
    void whatWasToldToBeASecretStaysOneOnTheWayBack() {
        WriterChange change = procedures().update(u -> u.set("worker_num", Secret.of("32")), o -> o);
        change.run();
        Plan back = change.rollback();
        assertThat(WorkerWorld.requests(back).get(1)).contains("worker_num=***");
        assertThat(back.run().complete()).isTrue();
        assertThat(world.truth().config("worker_num")).contains("16");
    }

    @Test
    void aStopThatIsRefusedChangesNothing() {
        world.sim().answer(OmsAnswer.rejected("CM-RESOAT000013", "no").on("/applier/stop"));
        Report report = failing(
                procedures().update(u -> u.set("worker_num", "32"), o -> o).plan());
        assertThat(report.next()).containsExactly("nothing was changed; settle the cause, then report.resume().run()");
    }

    @Test
    void aChangeThatNobodyAnsweredForMayBeMadeWhileTheWriterIsStopped() {
        world.sim().fail(Fault.resetBefore().on("/applier/update"));
        Report report = failing(
                procedures().update(u -> u.set("worker_num", "32"), o -> o).plan());
        assertThat(report.steps().get(1).outcome()).isEqualTo(StepOutcome.UNKNOWN);
        assertThat(world.truth().isRunning()).isFalse();
        assertThat(report.next().get(0))
                .contains("the writer is stopped, and it is not known whether the change is made");
        assertThat(report.next().get(1)).contains("rollback().run()");
    }

    @Test
    void aStoppedWriterIsChangedAndStaysStopped() {
        world.oms().writer(world.writer()).stop();
        Report report =
                procedures().update(u -> u.set("worker_num", "32"), o -> o).run();
        assertThat(report.next().get(0)).contains("left stopped");
        assertThat(world.truth().isRunning()).isFalse();
        assertThat(world.sim().journal().requests("/applier/start")).isEmpty();
    }

    @Test
    void aMaskAnIdentityAndTwoKeysOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedures().update(u -> u.set("sync_password", "******"), o -> o))
                .withMessageContaining("mask");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedures().update(u -> u.set("a", "1").set("a", "2"), o -> o));
        for (String key : new String[] {"subTopic", "topic", "subId", "src_subTopic", "daemon.ip"}) {
            assertThat(procedures().update(u -> u.set(key, "x"), o -> o).plan().blocked())
                    .isTrue();
        }
        assertThat(procedures()
                        .update(u -> u.set("config_url", "jdbc:x"), o -> o)
                        .toString())
                .contains("WARN key config_url");
        assertThat(procedures().update(u -> u.set("nobody_knows", "x"), o -> o).toString())
                .contains("WARN key nobody_knows");
    }

    @Test
    void aStartThatFailsAfterTheChangeOffersTheOldValuesAndDoesNotApplyThem() {
        world.truth().failsToStart(1);
        WriterChange change = procedures().update(u -> u.set("worker_num", "32"), o -> o);
        Report report = failing(change.plan());
        assertThat(report.steps().get(2).outcome()).isEqualTo(StepOutcome.REJECTED);
        assertThat(world.truth().config("worker_num")).contains("32");
        assertThat(report.next().get(0)).contains("is changed, and is not seen to run");
        assertThat(report.next().get(1)).contains("rollback().run()");
        assertThat(report.next().get(2)).contains("/applier/start");
        assertThat(change.rollback().run().complete()).isTrue();
        assertThat(world.truth().config("worker_num")).contains("16");
        assertThat(world.truth().isRunning()).isTrue();
    }

    @Test
    void aRefusedChangeStartsTheWriterAsItWas() {
        world.sim().answer(OmsAnswer.rejected("CM-RESOAT000013", "no").on("/applier/update"));
        Report report = failing(
                procedures().update(u -> u.set("worker_num", "32"), o -> o).plan());
        assertThat(report.next().get(0)).contains("was started again as it was");
        assertThat(world.truth().isRunning()).isTrue();
        assertThat(world.truth().config("worker_num")).contains("16");
    }

    @Test
    void cleaningNeedsAStoppedWriterAStoppedProjectAndTheTypedName() {
        assertThat(procedures().clean(true).blocked()).isTrue();
        world.oms().writer(world.writer()).stop();
        assertThat(procedures().clean(false).blocked()).isTrue();
        Plan plan = procedures().clean(true);
        assertThatIllegalStateException().isThrownBy(plan::run);
        assertThatIllegalArgumentException().isThrownBy(() -> plan.confirm("delete"));
        assertThat(world.sim().journal().requests("/applier/clean")).isEmpty();
        assertThat(plan.confirm(world.writer()).run().now().get(0)).contains("there is no writer");
        assertThat(world.truth().exists()).isFalse();
    }
}
