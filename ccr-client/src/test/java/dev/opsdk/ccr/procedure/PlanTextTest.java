package dev.opsdk.ccr.procedure;

import static dev.opsdk.ccr.CcrWorld.ofDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.CcrWorld;
import dev.opsdk.ccr.Job;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.simulator.ccr.CcrGeneration;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private final CcrWorld world = CcrWorld.of(CcrGeneration.G4);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPauseIsOneLineThatFollowsRedirectsAsPost() {
        Job job = world.incremental(ofDatabase("orders"));
        Plan plan = job.procedures().pauseAndConfirm();
        assertThat(plan.curl())
                .containsExactly(
                        "# 1. pause the job",
                        "curl -sS -L --post303 -X POST -H 'Content-Type: application/json' -d"
                                + " '{\"name\":\"orders\"}' " + world.sim().url() + "/pause");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aQuoteInANameDoesNotEndTheShellsQuote() {
        Answer paused = Answer.json("{\"success\":true,\"job_detail\":{\"name\":\"it's\",\"state\":1}}");
        try (FaultServer syncer = FaultServer.start(paused);
                CcrClient ccr = CcrClient.connect(syncer.url().toString())) {
            assertThat(ccr.job("it's").procedures().resumeAndConfirm().curl().get(1))
                    .contains("'{\"name\":\"it'\\''s\"}'");
        }
    }

    @Test
    void creatingDoesNotFollowRedirectsAndPasswordsAreMasked() {
        Job job = world.incremental(ofDatabase("orders"));
        Plan plan = job.procedures().recreate(r -> r.settling(Duration.ofMinutes(1)));
        List<String> curl = plan.curl();
        assertThat(curl.stream().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# 1. delete the job (cannot be undone)",
                        "# 2. wait 1 min, so that the old routine does not delete the new job",
                        "# 3. create job 'orders' -- fill in what is masked as *** first",
                        "# 4. watch for 1 min that the new job stays");
        assertThat(curl.get(1)).contains("-L --post303").endsWith("/delete");
        assertThat(curl.get(4))
                .doesNotContain("--post303")
                .doesNotContain("-L ")
                .contains("\"name\":\"orders\"")
                .contains("\"database\":\"demo2\"")
                .contains("\"password\":\"")
                .endsWith("/create_ccr");
        assertThat(plan.curl() + plan.toString()).doesNotContain("pl4nted").doesNotContain("secret");
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aPlanReadsAsWhatItWillDo() {
        Job job = world.incremental(ofDatabase("orders"));
        Plan plan = job.procedures().recreate(r -> r.settling(Duration.ofMinutes(1)));
        assertThat(plan.toString())
                .startsWith("Plan: recreate 'orders'")
                .contains("1. delete the job   [destructive: needs confirm(\"orders\")]")
                .contains("3. create job 'orders'")
                .contains("WARN cost: the new job begins with a full sync");
        assertThatThrownBy(() -> plan.confirm("order")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(plan::run).isInstanceOf(IllegalStateException.class);
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() {
        Job job = world.incremental(ofDatabase("orders"));
        Report report = job.procedures().resumeAndConfirm().run();
        assertThat(report.steps().get(0))
                .asString()
                .startsWith("1. ALREADY resume the job: job_detail.state is RUNNING");
        assertThat(report.next()).isEmpty();
        assertThat(world.mutations()).isEmpty();
    }

    @Test
    void aPauseThatIsProvedWarnsOfJobStatus() {
        Job job = world.incremental(ofDatabase("orders"));
        Report report = job.procedures().pauseAndConfirm().run();
        assertThat(report.steps().get(0)).asString().contains("job_detail.state is PAUSED (1)");
        assertThat(report.next()).singleElement().asString().contains("job_status");
    }
}
