package dev.opsdk.examples.live;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.Syncer;
import dev.opsdk.ccr.assess.JobHealth;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A Doris CCR syncer. Reads that wait for other jobs' locks, such as the overview of all jobs, are left out. */
final class CcrScenario extends Scenario {
    /** Of how many jobs everything is read: each lag makes the syncer ask the source. */
    private static final int JOBS = 10;

    private static final String BY_HAND = "look at job_detail, and resume the job with POST /resume if it is paused";

    private final CcrClient ccr;

    CcrScenario(CcrClient ccr, Env env, Transcript transcript) {
        super(env, transcript);
        this.ccr = ccr;
    }

    @Override
    void contact() {
        transcript.found("version " + ccr.version());
    }

    @Override
    String whenNobodyAnswers() {
        return "is it a CCR syncer (port 9190 unless told -port), started with a -host that others can reach, and may this machine connect?";
    }

    @Override
    void read() {
        for (Syncer syncer : ccr.syncers()) {
            transcript.heading("Syncer " + syncer.url());
            look("generation", () -> "generation " + syncer.generation());
            look("features", syncer::features);
            look("metrics", () -> syncer.metrics().samples().size() + " samples");
        }
        transcript.heading("Jobs");
        List<String> names = look("list of jobs", () -> ccr.jobs().list()).orElse(List.of());
        names.stream().limit(JOBS).forEach(this::read);
        if (names.size() > JOBS) {
            transcript.skipped((names.size() - JOBS) + " more jobs", "the first " + JOBS + " are enough");
        }
    }

    private void read(String name) {
        transcript.heading("Job '" + name + "'");
        Job job = ccr.job(name);
        look("status", job::status);
        look("detail", job::detail);
        look("progress", job::progress);
        look("lag", job::lag);
        look("snapshot", job::snapshot).ifPresent(snapshot -> transcript.found(JobHealth.of(List.of(snapshot))));
    }

    @Override
    String wouldChange() {
        return "pausing and resuming "
                + env.get(Var.OPSDK_LIVE_CCR_JOB).map(name -> "'" + name + "'").orElse("a job");
    }

    @Override
    void change() {
        Optional<String> name = env.get(Var.OPSDK_LIVE_CCR_JOB);
        if (name.isEmpty()) {
            transcript.skipped(wouldChange(), "OPSDK_LIVE_CCR_JOB does not name one");
            return;
        }
        Job job = ccr.job(name.get());
        Optional<JobDetail> before = look("detail", job::detail);
        if (before.flatMap(JobDetail::state)
                .filter(state -> state.is(JobState.Known.RUNNING))
                .isEmpty()) {
            transcript.skipped(wouldChange(), "it does not run now, and stays as it is");
            return;
        }
        transcript.changing("pause job '" + job.name() + "' and resume it; nothing is replicated in between");
        Plan pausing = job.procedures().pauseAndConfirm();
        boolean paused = run("pausing", pausing);
        if (!pausing.blocked()) {
            resume(job, paused);
        }
    }

    /** Also when pausing failed: the order may have been carried out, or may be carried out yet. */
    private void resume(Job job, boolean paused) {
        try {
            if (!paused) {
                job.resume(); // waits behind a pause that is still on its way
            }
            Report report = job.procedures().resumeAndConfirm().run();
            transcript.found(report);
            job.awaitState(JobState.Known.RUNNING, Duration.ofMinutes(1));
            if (paused) {
                transcript.changed("job '" + job.name() + "' was paused and runs again, as before");
            }
            transcript.putBack("job '" + job.name() + "' runs");
        } catch (OpsException e) {
            transcript.failed("resuming", e);
            if (e instanceof ProcedureException procedure) {
                transcript.found(procedure.report());
            }
            transcript.notPutBack("job '" + job.name() + "' may be paused", BY_HAND);
        }
    }
}
