package dev.opsdk.ccr.procedure;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static dev.opsdk.ccr.CcrWorld.ofTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.CcrWorld;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.assess.Stall;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.ccr.CcrGeneration;
import dev.opsdk.simulator.ccr.FrontendAnswer;
import java.time.Duration;
import java.util.List;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class RecoverStalledTest {
    @ParameterizedTest
    @CsvSource({"G3, ''", "G4, skip by fullsync|skip by silence", "G5, skip by fullsync|skip by silence"})
    void aDatabaseJobGetsWhatItsGenerationCanAndNothingIsSent(CcrGeneration generation, String options) {
        try (CcrWorld world = CcrWorld.of(generation)) {
            Job job = world.stuck(ofDatabase("orders"));
            Recovery recovery = job.procedures().recoverStalled();
            assertThat(recovery.stall().verdict()).isEqualTo(Stall.Verdict.STALLED);
            assertThat(String.join(
                            "|",
                            recovery.options().stream().map(Plan::procedure).toList()))
                    .isEqualTo(options);
            world.sim().advance(Duration.ofMinutes(5));
            assertThat(recovery.toString()).isNotEmpty();
            assertThat(world.mutations()).as("proposing sends nothing").isEmpty();
            assertThat(world.sim().job("orders").pendingSkip()).isEmpty();
            assertThat(world.sim().job("orders").lostSeqs()).isEmpty();
        }
    }

    @Test
    void aTableJobOfG5IsOfferedToCopyItsTableFirst() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G5)) {
            Recovery recovery =
                    world.stuck(ofTable("orders", "t1")).procedures().recoverStalled();
            assertThat(recovery.options())
                    .extracting(Plan::procedure)
                    .containsExactly("skip by partialsync", "skip by fullsync", "skip by silence");
            assertThat(recovery.notes().toString()).contains("forgets the wish in a restart");
        }
    }

    @Test
    void whereTheTableIsNotKnownOrNothingCanBeSkippedANoteSaysWhatToDo() {
        try (CcrWorld g5 = CcrWorld.of(CcrGeneration.G5);
                CcrWorld g3 = CcrWorld.of(CcrGeneration.G3)) {
            assertThat(g5.stuck(ofDatabase("orders"))
                            .procedures()
                            .recoverStalled()
                            .notes()
                            .toString())
                    .contains("SkipBinlog.partialSync(name, id)");
            assertThat(g3.stuck(ofDatabase("orders"))
                            .procedures()
                            .recoverStalled()
                            .notes()
                            .toString())
                    .contains("cannot skip")
                    .contains("forceFullSync");
        }
    }

    @Test
    void onlySilenceDestroysAndOnlyItNeedsAConfirmation() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Recovery recovery = world.stuck(ofDatabase("orders")).procedures().recoverStalled();
            Plan silence = recovery.option("skip by silence");
            assertThat(silence.destructive()).isTrue();
            assertThat(recovery.option("skip by fullsync").destructive()).isFalse();
            assertThatThrownBy(silence::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("confirm(\"orders\")");
            assertThat(world.mutations()).isEmpty();
            long bad = recovery.stall().stuckAt().orElseThrow();
            Report report = silence.confirm("orders").run();
            assertThat(world.sim().job("orders").lostSeqs()).containsExactly(bad);
            assertThat(report.next().toString()).contains("compare the data");
        }
    }

    @Test
    void silenceNamesTheBinlogAndSaysThatItIsLost() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Recovery recovery = world.stuck(ofDatabase("orders")).procedures().recoverStalled();
            long bad = world.sim().job("orders").lastCommitSeq();
            assertThat(recovery.option("skip by silence").curl())
                    .last()
                    .asString()
                    .contains("-L --post303")
                    .contains("\"skip_by\":\"silence\"")
                    .contains("\"skip_commit_seq\":" + bad)
                    .endsWith("/job_skip_binlog");
            assertThat(recovery.option("skip by silence")).asString().contains("is lost");
            assertThat(recovery).asString().contains("curl").contains("nothing verifies it");
            assertThatThrownBy(() -> recovery.option("skip by luck"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("skip by silence");
        }
    }

    @Test
    void aJobThatMovedOnMeanwhileIsNotSkipped() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4);
                CcrClient other = world.client(client -> {})) {
            Recovery recovery = world.stuck(ofDatabase("orders")).procedures().recoverStalled();
            other.job("orders")
                    .skipBinlog(SkipBinlog.silence(recovery.stall().stuckAt().orElseThrow()));
            world.sim().advance(Duration.ofSeconds(6));
            world.sim().journal().clear();
            Plan fullSync = recovery.option("skip by fullsync");
            ProcedureException thrown = catchThrowableOfType(ProcedureException.class, fullSync::run);
            assertThat(thrown.report().steps().get(0).outcome()).isEqualTo(StepOutcome.REJECTED);
            assertThat(thrown.report().next().toString())
                    .contains("nothing was asked")
                    .contains("recoverStalled");
            Report silence =
                    recovery.option("skip by silence").confirm("orders").run();
            assertThat(silence.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
            assertThat(silence.next().toString()).contains("moved before this run asked");
            assertThat(world.mutations()).isEmpty();
            assertThat(world.sim().job("orders").isIncremental()).isTrue();
        }
    }

    @Test
    void aWishThatDoesNotShowInTimeIsNotCalledDone() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Recovery recovery = world.stuck(ofDatabase("orders")).procedures().recoverStalled();
            Plan silence = recovery.option("skip by silence");
            world.sim().source().answerLag(FrontendAnswer.ERROR); // nothing is served, so nothing is skipped
            ProcedureException thrown = catchThrowableOfType(
                    ProcedureException.class, () -> silence.confirm("orders").run());
            assertThat(thrown.report().steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(thrown.report().next().toString()).contains("may still be taken up");
            world.sim().source().answerLag(FrontendAnswer.OK);
            assertThat(thrown.report().resume().confirm("orders").run().complete())
                    .isTrue();
            assertThat(world.executed()).containsExactly("/job_skip_binlog");
        }
    }

    @Test
    void aWishWhoseEffectCannotBeReadIsUnknownAndNotFailed() {
        CcrWorld[] self = new CcrWorld[1];
        try (CcrWorld world = CcrWorld.of(
                CcrGeneration.G4,
                sim -> {},
                client -> client.interceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    if (chain.request().url().encodedPath().equals("/job_skip_binlog")) {
                        self[0].sim()
                                .node(0)
                                .fail(Fault.html(502).on("/job_progress").always());
                    }
                    return response;
                }))) {
            self[0] = world;
            Plan silence = world.stuck(ofDatabase("orders"))
                    .procedures()
                    .recoverStalled()
                    .option("skip by silence");
            ProcedureException thrown = catchThrowableOfType(
                    ProcedureException.class, () -> silence.confirm("orders").run());
            assertThat(thrown.report().steps().get(0).outcome()).isEqualTo(StepOutcome.UNKNOWN);
            assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(world.sim().job("orders").lostSeqs()).hasSize(1);
            world.sim().node(0).clearFaults();
            Report again = thrown.report().resume().confirm("orders").run();
            assertThat(again.steps().get(0).outcome()).isEqualTo(StepOutcome.ALREADY);
            assertThat(world.executed()).containsExactly("/job_skip_binlog");
        }
    }

    @Test
    void aJobThatIsNotStalledIsOfferedNothing() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job job = world.incremental(ofDatabase("orders"));
            Recovery idle = job.procedures().recoverStalled();
            assertThat(idle.options()).isEmpty();
            assertThat(idle.notes()).isEqualTo(List.of("it is not stalled; there is nothing to recover"));
            job.pause();
            assertThat(job.procedures().recoverStalled().stall().verdict()).isEqualTo(Stall.Verdict.PAUSED);
        }
    }

    @Test
    void whatCannotBeToldIsNotCalledWell() {
        try (CcrWorld world = CcrWorld.of(CcrGeneration.G4)) {
            Job job = world.incremental(ofDatabase("orders"));
            world.sim().source().answerLag(FrontendAnswer.ERROR);
            Recovery recovery = job.procedures().recoverStalled();
            assertThat(recovery.options()).isEmpty();
            assertThat(recovery.notes()).singleElement().asString().contains("cannot be told");
        }
    }
}
