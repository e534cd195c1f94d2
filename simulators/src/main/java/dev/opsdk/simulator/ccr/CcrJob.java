package dev.opsdk.simulator.ccr;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * The truth about a job, whatever the HTTP interface says, and the means to give it trouble. Every call looks anew; a
 * job that does not exist (any more) has zero values.
 */
public final class CcrJob {

    private final World world;
    private final String name;

    CcrJob(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /**
     * Whether the metadata database has it.
     *
     * @return whether it exists
     */
    public boolean exists() {
        synchronized (world) {
            return world.row(name).isPresent();
        }
    }

    /**
     * Whether it is paused.
     *
     * @return the persistent state
     */
    public boolean isPaused() {
        return of(row -> row.paused, false);
    }

    /**
     * Whether some node has it in memory and works on it (or holds it paused).
     *
     * @return whether it is loaded
     */
    public boolean isLoaded() {
        synchronized (world) {
            return world.live(name).isPresent();
        }
    }

    /**
     * Whether a step of it hangs now.
     *
     * @return whether it does
     */
    public boolean isHanging() {
        synchronized (world) {
            return world.live(name).filter(job -> job.hanging).isPresent();
        }
    }

    /**
     * Its phase by the name job_status would use, for example {@code DBIncrementalSync}.
     *
     * @return the name, empty when there is no such job
     */
    public String phase() {
        return of(row -> row.progress.state.text, "");
    }

    /**
     * Whether it follows the source's log, binlog by binlog.
     *
     * @return false in a full or partial sync and on the way out of one
     */
    public boolean isIncremental() {
        return of(
                row -> row.progress.state == SyncState.DB_INCREMENTAL_SYNC
                        || row.progress.state == SyncState.TABLE_INCREMENTAL_SYNC,
                false);
    }

    /**
     * The node it belongs to.
     *
     * @return its index, empty when there is no such job
     */
    public OptionalInt owner() {
        int index = of(row -> row.owner, -1);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The last binlog that is fully applied.
     *
     * @return its sequence number
     */
    public long prevCommitSeq() {
        return of(row -> row.progress.prevCommitSeq, 0L);
    }

    /**
     * The binlog that is being worked on, or was last.
     *
     * @return its sequence number
     */
    public long commitSeq() {
        return of(row -> row.progress.commitSeq, 0L);
    }

    /**
     * The last binlog that was tried, also in vain.
     *
     * @return its sequence number
     */
    public long lastCommitSeq() {
        return of(row -> row.progress.lastCommitSeq, 0L);
    }

    /**
     * How many retained binlogs lie before it.
     *
     * @return the lag
     */
    public long lag() {
        return of(row -> new LagRoute(world).count(row), 0L);
    }

    /**
     * The number of its current snapshot round; it changes with every full sync.
     *
     * @return the id
     */
    public long syncId() {
        return of(row -> row.progress.syncId, 0L);
    }

    /**
     * Why the last full sync was started.
     *
     * @return the reason
     */
    public String fullSyncReason() {
        return of(row -> row.progress.fullSyncInfo, "");
    }

    /**
     * The binlogs that were left out on request: their data is missing at the destination.
     *
     * @return their sequence numbers
     */
    public Set<Long> lostSeqs() {
        return of(row -> Set.copyOf(row.lost), Set.of());
    }

    /**
     * What it was told to skip and has not yet.
     *
     * @return the request as stored
     */
    public Optional<SkipRequest> pendingSkip() {
        synchronized (world) {
            return world.live(name)
                    .flatMap(world::skip)
                    .or(() -> world.row(name).flatMap(row -> row.skip));
        }
    }

    /**
     * Makes it fail at a binlog, again and again, until that is skipped or a sync copies the data anew.
     *
     * @param seq the sequence number
     * @return this
     */
    public CcrJob failAt(long seq) {
        synchronized (world) {
            required().poison.add(seq);
        }
        return this;
    }

    /**
     * Makes it start over by itself, as it does on an error in its metadata.
     *
     * @param reason what {@code full_sync_info} will say
     */
    public void startUnplannedFullSync(String reason) {
        synchronized (world) {
            Instant now = world.now();
            new JobStep(world).startFullSync(required(), now, reason);
        }
    }

    /**
     * Loses the row of its progress, as a reader sees it between two inserts.
     *
     * @param lost whether it is missing
     */
    public void loseProgress(boolean lost) {
        synchronized (world) {
            required().progressLost = lost;
        }
    }

    @Override
    public String toString() {
        return of(
                row -> "job " + name + " of node " + row.owner + ": " + ReadRoutes.state(row) + ", "
                        + row.progress.state.text + ", applied " + row.progress.prevCommitSeq,
                "job " + name + " (does not exist)");
    }

    private JobRow required() {
        return world.row(name).orElseThrow(() -> new IllegalStateException("no job " + name));
    }

    private <T> T of(Function<JobRow, T> read, T otherwise) {
        synchronized (world) {
            return world.row(name).map(read).orElse(otherwise);
        }
    }
}
