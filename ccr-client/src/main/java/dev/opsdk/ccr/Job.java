package dev.opsdk.ccr;

import dev.opsdk.ccr.assess.CaughtUp;
import dev.opsdk.ccr.assess.JobEvent;
import dev.opsdk.ccr.assess.JobHealth;
import dev.opsdk.ccr.assess.Stall;
import dev.opsdk.ccr.internal.Wire.Order;
import dev.opsdk.ccr.model.HostMappingUpdate;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.ccr.model.JobLag;
import dev.opsdk.ccr.model.JobProgress;
import dev.opsdk.ccr.model.JobSnapshot;
import dev.opsdk.ccr.model.JobState;
import dev.opsdk.ccr.model.JobStatus;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.ccr.procedure.JobProcedures;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.error.UpstreamFailedException;
import dev.opsdk.core.error.WaitTimeoutException;
import dev.opsdk.core.waiting.Waiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One job. Every call finds the syncer that owns it. Mutations wait for the job's current step to end, which may take minutes; the
 * reads {@link #detail()}, {@link #progress()} and {@link #lag()} take no lock and answer also while a job hangs.
 */
public final class Job {
    private final CcrClient client;
    private final String name;

    Job(CcrClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /**
     * The job's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What {@code /job_status} says. It goes on saying running about a paused job, and waits for other jobs' locks:
     * {@link #snapshot()} does neither.
     *
     * @return the status
     * @throws dev.opsdk.core.error.NotFoundException if there is no such job
     */
    public JobStatus status() {
        return client.wire().status(name);
    }

    /**
     * What the job is and whether it runs. Holds both clusters' passwords, masked wherever it is printed.
     *
     * @return the detail
     * @throws dev.opsdk.core.error.NotFoundException if there is no such job
     */
    public JobDetail detail() {
        return client.wire().detail(name);
    }

    /**
     * How far the job is.
     *
     * @return the progress
     * @throws dev.opsdk.core.error.NotFoundException if there is no such job
     */
    public JobProgress progress() {
        return client.wire().progress(name);
    }

    /**
     * What the source still has for the job, as the syncer says it. A zero may be an error in disguise: judge it with
     * {@link dev.opsdk.ccr.assess.Lag#of(JobLag)}. Makes the syncer ask the source's frontends, up to a minute.
     *
     * @return the lag
     * @throws UpstreamFailedException if the source cannot be asked
     */
    public JobLag lag() {
        return client.wire().lag(name);
    }

    /**
     * One look at everything that can be trusted. A lag that cannot be had is no failure: the snapshot says why.
     *
     * @return the snapshot
     * @throws dev.opsdk.core.error.NotFoundException if there is no such job
     */
    public JobSnapshot snapshot() {
        JobDetail detail = detail();
        JobProgress progress = progress();
        Optional<JobLag> lag = Optional.empty();
        String failure = "";
        try {
            lag = Optional.of(lag());
        } catch (UpstreamFailedException e) {
            failure = e.remedy().orElseGet(e::serverMessage);
        } catch (UnreachableException | NoReplyException | UnreadableReplyException e) {
            failure = e.getMessage();
        }
        return new JobSnapshot(name, client.timeSource().now(), detail, progress, lag, failure);
    }

    /**
     * How the job is, from one look. A stall takes several: see {@link #watch}.
     *
     * @return the verdict
     */
    public JobHealth health() {
        return JobHealth.of(List.of(snapshot()));
    }

    /**
     * Pauses the job; success also if it is paused already. Waits for the current step. {@code procedures().pauseAndConfirm()} proves it.
     */
    public void pause() {
        client.wire().order(Order.PAUSE, name);
    }

    /** Resumes the job; success also if it runs already. */
    public void resume() {
        client.wire().order(Order.RESUME, name);
    }

    /**
     * Removes the job. Destination tables stay, and stay marked as being synced. Before generation 6 its routine may go on for minutes
     * and would delete a new job of the same name: {@code procedures().recreate} knows.
     */
    public void delete() {
        client.wire().order(Order.DELETE, name);
    }

    /**
     * Lets others write to the destination's tables: sets {@code is_being_synced} to false. Does not pause the job. Success is no
     * proof: the syncer also says so when a table failed and the last one did not, and offers no way to look.
     *
     * @throws dev.opsdk.core.error.PartialFailureException if it says which tables failed
     */
    public void desync() {
        client.wire().order(Order.DESYNC, name);
    }

    /**
     * The reverse of {@link #desync()}.
     *
     * @throws dev.opsdk.core.error.UnsupportedException before generation 5
     */
    public void sync() {
        client.wire().order(Order.SYNC, name);
    }

    /**
     * Starts over with a snapshot of everything, which may take hours. Up to generation 4 the wish is lost in a restart.
     *
     * @throws dev.opsdk.core.error.UnsupportedException in generation 1
     */
    public void forceFullSync() {
        client.wire().order(Order.FORCE_FULLSYNC, name);
    }

    /**
     * Asks to get past a binlog that fails. One wish a job: the last counts. From generation 5 on it is lost in a restart, and
     * job_detail does not show it.
     *
     * @param skip how; {@code silence} loses what the binlog held
     * @throws dev.opsdk.core.error.UnsupportedException if this generation does not know the way
     */
    public void skipBinlog(SkipBinlog skip) {
        client.wire().skip(name, Objects.requireNonNull(skip, "skip"));
    }

    /**
     * Changes the mapping of private to public addresses; merged with what is there. Once a side has any entry, every frontend and
     * backend of that cluster must be in it.
     *
     * @param update what to map and unmap
     * @throws dev.opsdk.core.error.UnsupportedException before generation 3
     */
    public void updateHostMapping(Consumer<HostMappingUpdate.Builder> update) {
        HostMappingUpdate.Builder builder = HostMappingUpdate.builder();
        update.accept(builder);
        client.wire().updateHostMapping(name, builder.build());
    }

    /**
     * Sets whether errors are skipped ({@code update_job}).
     *
     * @param skip true to skip
     * @throws dev.opsdk.core.error.UnsupportedException from generation 4 on, which has no such thing
     */
    public void updateSkipError(boolean skip) {
        client.wire().updateJob(name, skip);
    }

    /**
     * Waits until the job has applied everything there is, seen at two looks in a row. While the source is written to that may never
     * be; {@link #awaitPosition} is the wait that ends.
     *
     * @param limit how long at most
     * @return the last look
     * @throws dev.opsdk.core.error.WaitTimeoutException when time is over; carries the last {@link JobSnapshot}
     * @throws dev.opsdk.core.error.WaitFailedException if the job is paused
     */
    public JobSnapshot awaitCaughtUp(Duration limit) {
        return awaitCaughtUp(limit, look -> {});
    }

    /**
     * Waits until the job has applied everything there is.
     *
     * @param limit how long at most
     * @param progress sees every look
     * @return the last look
     * @see #awaitCaughtUp(Duration)
     */
    public JobSnapshot awaitCaughtUp(Duration limit, Consumer<JobSnapshot> progress) {
        Deque<JobSnapshot> looks = new ArrayDeque<>();
        try {
            return Waiter.on(client.timeSource(), "job '" + name + "' to catch up", this::snapshot)
                    .every(client.pollEvery())
                    .failIf(look -> look.paused() ? Optional.of("it is paused") : Optional.empty())
                    .until(look -> CaughtUp.of(look).yes())
                    .stableFor(client.pollEvery().multipliedBy(8).dividedBy(10))
                    .onPoll(look -> {
                        looks.addLast(look);
                        if (looks.size() > Stall.LOOKS) {
                            looks.removeFirst(); // a wait may last for hours, and a look may be large
                        }
                        progress.accept(look);
                    })
                    .await(limit);
        } catch (WaitTimeoutException e) {
            Stall stall = Stall.of(List.copyOf(looks));
            if (stall.verdict() != Stall.Verdict.STALLED) {
                throw e;
            }
            throw new WaitTimeoutException(
                    "job '" + name + "' to catch up, but it is " + stall
                            + " (procedures().recoverStalled() proposes ways out)",
                    limit,
                    looks.peekLast(),
                    null);
        }
    }

    /**
     * Waits until the job has applied everything up to a position: the wait for a switch-over. While it copies a snapshot it has not,
     * whatever position it came from. Take the position from
     * {@link JobLag#lastCommitSeq()} once nobody writes to the source any more.
     *
     * @param commitSeq a sequence number of the source
     * @param limit how long at most
     * @return the progress that has reached it
     * @throws dev.opsdk.core.error.WaitTimeoutException when time is over; carries the last {@link JobProgress}
     * @throws dev.opsdk.core.error.WaitFailedException if the job is paused before it gets there
     */
    public JobProgress awaitPosition(long commitSeq, Duration limit) {
        if (commitSeq <= 0) {
            throw new IllegalArgumentException(
                    "position " + commitSeq + " is none; a get_lag with last_commit_seq 0 or -1 tells nothing");
        }
        return Waiter.on(client.timeSource(), "job '" + name + "' to reach " + commitSeq, this::look)
                .every(client.pollEvery())
                .failIf(look ->
                        look.paused() && !look.reached(commitSeq) ? Optional.of("it is paused") : Optional.empty())
                .until(look -> look.reached(commitSeq))
                .await(limit)
                .progress();
    }

    /**
     * Waits until job_detail says that the job is paused.
     *
     * @param limit how long at most
     * @return the detail that says so
     */
    public JobDetail awaitPaused(Duration limit) {
        return awaitState(JobState.Known.PAUSED, limit);
    }

    /**
     * Waits until job_detail says that the job is in a state.
     *
     * @param state the state
     * @param limit how long at most
     * @return the detail that says so
     */
    public JobDetail awaitState(JobState.Known state, Duration limit) {
        Objects.requireNonNull(state, "state");
        return Waiter.on(client.timeSource(), "job '" + name + "' to be " + state, this::detail)
                .every(client.pollEvery())
                .until(detail -> detail.state().filter(now -> now.is(state)).isPresent())
                .await(limit);
    }

    /**
     * What happens to the job, as an endless stream that looks while it is consumed. It ends when the job is gone. An interrupt ends
     * it with {@link dev.opsdk.core.error.CancelledException}.
     *
     * <pre>{@code
     * ccr.job("orders").watch().peek(System.out::println).anyMatch(JobEvent.Stalled.class::isInstance);
     * }</pre>
     *
     * @return events, the first look first
     * @see #watch(Duration)
     */
    public Stream<JobEvent> watch() {
        return JobWatch.events(this, client.timeSource(), client.pollEvery(), Optional.empty());
    }

    /**
     * What happens to the job for some time.
     *
     * @param limit when the stream ends, counted from now
     * @return events, the first look first
     */
    public Stream<JobEvent> watch(Duration limit) {
        return JobWatch.events(this, client.timeSource(), client.pollEvery(), Optional.of(limit));
    }

    /**
     * Multi-step work on this job.
     *
     * @return plans, to be looked at and run
     */
    public JobProcedures procedures() {
        return new JobProcedures(client, this);
    }

    /** Without the lag, which makes the syncer ask the source: enough for a position. */
    private JobSnapshot look() {
        JobDetail detail = detail();
        return new JobSnapshot(name, client.timeSource().now(), detail, progress(), Optional.empty(), "not asked");
    }

    @Override
    public String toString() {
        return "job '" + name + "' at " + client;
    }
}
