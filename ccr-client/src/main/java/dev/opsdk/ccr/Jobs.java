package dev.opsdk.ccr;

import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.Refusal;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.procedure.Report;
import java.util.List;
import java.util.function.Consumer;

/** Calls about many jobs, and the one that makes a job. */
public final class Jobs {
    private final CcrClient client;

    Jobs(CcrClient client) {
        this.client = client;
    }

    /**
     * The names of all jobs, in the order of the metadata store. With several syncers all are asked, because old ones name only their
     * own jobs.
     *
     * @return names; a name with a comma is cut at it by the server
     */
    public List<String> list() {
        return client.wire().list();
    }

    /**
     * Makes a job: its syncer validates it against both clusters, stores it and starts it. The full sync has not begun then. May
     * leave an empty database at the destination when it is refused.
     *
     * @param job what to make
     * @return calls about the new job
     * @throws dev.opsdk.core.error.AlreadyExistsException if the name is taken
     * @throws dev.opsdk.core.error.PreconditionException if a cluster is not ready; says what to do
     * @throws UnsupportedException if this generation would silently ignore one of its options
     */
    public Job create(CreateJob job) {
        client.wire().create(job, node -> {
            if (job.replicationNum().isPresent()) {
                require(node, Generation.G6, "replication_num", job.name());
            }
            if (job.reuseBinlogLabel()) {
                require(node, Generation.G4, "reuse_binlog_label", job.name());
            }
        });
        return client.job(job.name());
    }

    /**
     * Makes a job.
     *
     * @param job says what to make
     * @return calls about the new job
     * @see #create(CreateJob)
     */
    public Job create(Consumer<CreateJob.Builder> job) {
        CreateJob.Builder builder = CreateJob.builder();
        job.accept(builder);
        return create(builder.build());
    }

    /**
     * Looks at all jobs at once.
     *
     * @return a snapshot or an error per job
     */
    public Results<String, JobSnapshot> snapshots() {
        return client.each(list(), (ccr, name) -> ccr.job(name).snapshot());
    }

    /**
     * Pauses all jobs, each proved by job_detail. At each syncer one after the other, because a second mutation there would queue
     * behind the first.
     *
     * @return a report or an error per job
     */
    public Results<String, Report> pauseAll() {
        return client.each(
                list(),
                (ccr, name) -> ccr.job(name).procedures().pauseAndConfirm().run());
    }

    /**
     * Resumes all jobs, each proved by job_detail.
     *
     * @return a report or an error per job
     */
    public Results<String, Report> resumeAll() {
        return client.each(
                list(),
                (ccr, name) -> ccr.job(name).procedures().resumeAndConfirm().run());
    }

    @Override
    public String toString() {
        return "jobs of " + client;
    }

    /** The server ignores fields that it does not know: what would be dropped in silence is refused here. */
    private void require(BaseUrl node, Generation needed, String option, String job) {
        if (client.wire().generations().of(node).atLeast(needed)) {
            return;
        }
        Generation generation = client.wire().generations().again(node); // it may have been upgraded
        if (!generation.atLeast(needed)) {
            throw new UnsupportedException(new Refusal(
                    new CallSite("ccr", "create_ccr", job, Effect.MUTATION, "POST", node + "/create_ccr"),
                    0,
                    "not sent: this syncer is of generation " + generation + " and would ignore " + option,
                    option + " came with generation " + needed));
        }
    }
}
