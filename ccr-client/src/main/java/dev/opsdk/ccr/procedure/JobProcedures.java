package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.CcrClient;
import dev.opsdk.ccr.Job;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.core.procedure.Plan;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Multi-step work on one job. Planning only reads; running is up to you. */
public final class JobProcedures {
    private final JobContext context;

    /**
     * For {@link Job#procedures()}.
     *
     * @param client the client
     * @param job the job
     */
    public JobProcedures(CcrClient client, Job job) {
        this.context = new JobContext(client, job);
    }

    /**
     * Pauses the job and proves it by job_detail, because job_status goes on saying {@code running}.
     *
     * @return the plan
     */
    public Plan pauseAndConfirm() {
        return new SwitchState(context, JobState.Known.PAUSED).plan();
    }

    /**
     * Resumes the job and proves it by job_detail.
     *
     * @return the plan
     */
    public Plan resumeAndConfirm() {
        return new SwitchState(context, JobState.Known.RUNNING).plan();
    }

    /**
     * Deletes the job and makes it again: the only way to change its credentials. Does a full sync. The same name is used again only after
     * a pause that keeps the old routine from deleting the new job; another name needs none.
     *
     * @param change changes the definition that was read, such as {@code r -> r.changing(job -> job.name("orders_2"))}
     * @return the plan; destructive
     */
    public Plan recreate(UnaryOperator<RecreateOptions> change) {
        return Recreate.plan(context, change.apply(RecreateOptions.DEFAULT));
    }

    /**
     * Looks at the job until a stall can be told, and proposes ways out. Nothing is skipped by this call, nor by anything but running one
     * of the plans.
     *
     * @return the proposals, the least harmful first; none when the job is not stalled
     */
    public Recovery recoverStalled() {
        return new RecoverStalled(context).propose();
    }

    /**
     * Makes the destination the side that is written to: waits until everything is applied, pauses, proves it, desyncs. Stop the writers at
     * the source first; no API can prove that you did. There is no incremental way back: a job in the other direction begins with a full
     * sync.
     *
     * @param limit how long to wait for the position at most
     * @return the plan; needs a confirmation
     */
    public Plan failover(Duration limit) {
        return Failover.plan(context, limit);
    }

    @Override
    public String toString() {
        return "procedures on job '" + context.name()
                + "': pauseAndConfirm, resumeAndConfirm, recreate, recoverStalled, failover";
    }
}
