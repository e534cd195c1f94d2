package dev.opsdk.simulator.ccr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** One step of a job, three seconds after the one before. Runs under the world's lock. */
final class JobStep {

    private final World world;

    JobStep(World world) {
        this.world = world;
    }

    /** What a hanging step has done before it hung: it has picked up its binlog. */
    void begin(LiveJob job) {
        Progress progress = job.row.progress;
        if (isIncremental(progress.state)) {
            next(job).ifPresent(binlog -> {
                progress.commitSeq = binlog.seq();
                progress.lastCommitSeq = binlog.seq();
                progress.subState = Progress.INGEST_BINLOG;
                progress.binlogType = 0;
            });
        }
    }

    void run(LiveJob job, Instant now) {
        Progress progress = job.row.progress;
        if (job.row.paused) {
            return;
        }
        switch (progress.state) {
            case DB_FULL_SYNC, TABLE_FULL_SYNC -> fullSync(job, now);
            case DB_PARTIAL_SYNC, TABLE_PARTIAL_SYNC -> partialSync(job, now);
            case DB_TABLES_INCREMENTAL_SYNC -> {
                progress.tableCommitSeqs.clear();
                progress.state = SyncState.DB_INCREMENTAL_SYNC;
            }
            case DB_INCREMENTAL_SYNC, TABLE_INCREMENTAL_SYNC -> incremental(job, now);
        }
        job.reportedState = "running";
        job.reportedPhase = progress.state.text;
    }

    void startFullSync(JobRow row, Instant now, String reason) {
        SyncState full = row.tableSync() ? SyncState.TABLE_FULL_SYNC : SyncState.DB_FULL_SYNC;
        long snapshot = world.source.lastSeq(row.src.database, row.src.table);
        row.progress.startFullSync(full, snapshot, now.getEpochSecond(), reason);
    }

    private void fullSync(LiveJob job, Instant now) {
        Progress progress = job.row.progress;
        // a wish for a full sync that comes while one runs is taken as granted
        job.forceFullSync = false;
        if (wants(job, "fullsync").isPresent()) {
            world.skip(job, Optional.empty());
        }
        if (unusable(job.row)) {
            job.failures++;
            return;
        }
        Duration spent = Duration.between(Instant.ofEpochSecond(progress.fullSyncStartAt), now);
        if (spent.compareTo(world.settings.fullSync) < 0) {
            // the waits for backup and restore are not persisted: the state before them stays in sight
            double part = (double) spent.toMillis() / world.settings.fullSync.toMillis();
            progress.subState = part < 0.4
                    ? Progress.BEGIN_CREATE_SNAPSHOT
                    : part < 0.6 ? Progress.GET_SNAPSHOT_INFO : Progress.RESTORE_SNAPSHOT;
            return;
        }
        restored(job.row, now);
    }

    private void restored(JobRow row, Instant now) {
        Progress progress = row.progress;
        progress.tableMapping.clear();
        progress.tableNames.clear();
        for (SimTable table : world.source.database(row.src.database).all()) {
            if (row.tableSync() && !table.name().equals(row.src.table)) {
                continue;
            }
            String target = row.tableSync() ? row.dest.table : table.name();
            SimTable copy = world.destination.database(row.dest.database).table(target);
            copy.restored();
            progress.tableMapping.put(table.id(), copy.id());
            progress.tableNames.put(table.id(), table.name());
            if (row.tableSync()) {
                row.dest.tableId = copy.id();
            } else {
                progress.tableCommitSeqs.put(table.id(), progress.snapshotSeq);
            }
        }
        row.poison.removeIf(seq -> seq <= progress.snapshotSeq);
        progress.prevCommitSeq = Math.max(progress.prevCommitSeq, progress.snapshotSeq);
        progress.commitSeq = progress.prevCommitSeq;
        progress.incrementalSyncStartAt = now.getEpochSecond();
        progress.state = row.tableSync() ? SyncState.TABLE_INCREMENTAL_SYNC : SyncState.DB_TABLES_INCREMENTAL_SYNC;
        idle(progress);
    }

    private void partialSync(LiveJob job, Instant now) {
        Progress progress = job.row.progress;
        Duration spent = Duration.between(Instant.ofEpochSecond(progress.partialSyncStartAt), now);
        if (spent.compareTo(world.settings.partialSync) >= 0) {
            job.row.poison.removeIf(seq -> seq <= progress.snapshotSeq);
            progress.partialTable = "";
            progress.partialTableId = 0;
            progress.incrementalSyncStartAt = now.getEpochSecond();
            progress.state = job.row.tableSync() ? SyncState.TABLE_INCREMENTAL_SYNC : SyncState.DB_INCREMENTAL_SYNC;
            idle(progress);
        }
    }

    private void incremental(LiveJob job, Instant now) {
        JobRow row = job.row;
        Progress progress = row.progress;
        idle(progress);
        progress.commitSeq = progress.prevCommitSeq;
        if (unusable(row) || !world.source.serves(row.src.database, row.src.table)) {
            job.failures++;
            return;
        }
        if (job.forceFullSync || wants(job, "fullsync").isPresent()) {
            job.forceFullSync = false;
            world.skip(job, Optional.empty());
            startFullSync(row, now, "force full sync, job: " + row.name);
            return;
        }
        if (startedPartialSync(job, now)) {
            return;
        }
        OptionalLong gap = world.source.gapAfter(row.src.database, progress.commitSeq);
        if (gap.isPresent()) {
            String reason = "binlog of seq " + (progress.commitSeq + 1) + " is gone, first retained after seq "
                    + gap.getAsLong();
            startFullSync(row, now, reason);
            return;
        }
        boolean going = true;
        for (int i = 0; going && i < world.settings.binlogsPerStep; i++) {
            Optional<Binlog> binlog = next(job);
            going = binlog.isPresent() && apply(job, binlog.get(), now);
        }
    }

    private boolean apply(LiveJob job, Binlog binlog, Instant now) {
        Progress progress = job.row.progress;
        progress.lastCommitSeq = binlog.seq();
        Optional<SkipRequest> silence = wants(job, "silence");
        boolean skipped = silence.filter(s -> s.commitSeq() == binlog.seq()).isPresent();
        if (skipped) {
            job.row.lost.add(binlog.seq());
            job.row.poison.remove(binlog.seq());
        } else if (job.row.poison.contains(binlog.seq()) && ignoresErrors(job.row)) {
            job.row.lost.add(binlog.seq());
        } else if (job.row.poison.contains(binlog.seq())) {
            progress.unknownCommitSeq = binlog.seq();
            job.failures++;
            return false;
        }
        progress.prevCommitSeq = binlog.seq();
        progress.commitSeq = binlog.seq();
        progress.ingestBinlogAt = now.getEpochSecond();
        if (silence.filter(s -> s.commitSeq() <= binlog.seq()).isPresent()) {
            world.skip(job, Optional.empty());
        }
        return true;
    }

    private boolean startedPartialSync(LiveJob job, Instant now) {
        Optional<SkipRequest> wish = wants(job, "partialsync");
        if (wish.isEmpty()) {
            return false;
        }
        world.skip(job, Optional.empty());
        SkipRequest request = wish.get();
        JobRow row = job.row;
        boolean known = world.source
                .table(row.src.database, request.table())
                .filter(table -> table.id() == request.tableId())
                .isPresent();
        if (known) {
            Progress progress = row.progress;
            progress.state = row.tableSync() ? SyncState.TABLE_PARTIAL_SYNC : SyncState.DB_PARTIAL_SYNC;
            progress.subState = Progress.BEGIN_CREATE_SNAPSHOT;
            progress.partialTable = request.table();
            progress.partialTableId = request.tableId();
            progress.partialSyncStartAt = now.getEpochSecond();
            progress.incrementalSyncStartAt = 0;
            progress.snapshotSeq = world.source.lastSeq(row.src.database, request.table());
        }
        return known;
    }

    private boolean unusable(JobRow row) {
        return world.source.isDown()
                || world.destination.isDown()
                || world.source.unmappedHost(row.src).isPresent()
                || world.destination.unmappedHost(row.dest).isPresent();
    }

    private boolean ignoresErrors(JobRow row) {
        return row.skipError && world.settings.generation.before(CcrGeneration.G4);
    }

    /** Only the lower-case spelling is ever recognised, whatever was accepted. */
    private Optional<SkipRequest> wants(LiveJob job, String way) {
        return world.skip(job).filter(request -> request.by().equals(way));
    }

    private Optional<Binlog> next(LiveJob job) {
        JobRow row = job.row;
        return world.source.next(row.src.database, row.src.table, row.progress.prevCommitSeq);
    }

    private static boolean isIncremental(SyncState state) {
        return state == SyncState.DB_INCREMENTAL_SYNC || state == SyncState.TABLE_INCREMENTAL_SYNC;
    }

    private static void idle(Progress progress) {
        progress.subState = Progress.DONE;
        progress.binlogType = -1;
    }
}
