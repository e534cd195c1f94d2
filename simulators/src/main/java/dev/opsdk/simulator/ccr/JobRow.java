package dev.opsdk.simulator.ccr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A job as the metadata database has it, shared by all nodes. Guarded by the world's lock. */
final class JobRow {

    final String name;
    final Spec src;
    final Spec dest;
    final boolean reuseBinlogLabel;
    final Progress progress = new Progress();
    /** What the job can never apply, and what it left out because it was told to. */
    final Set<Long> poison = new TreeSet<>();

    final Set<Long> lost = new TreeSet<>();
    boolean skipError;
    boolean paused;
    /** The job is there, its progress is not: seen between the two inserts. */
    boolean progressLost;

    /** The node it belongs to. */
    int owner;
    /** Kept in the row up to G4, in memory only later. */
    Optional<SkipRequest> skip = Optional.empty();

    JobRow(String name, Spec src, Spec dest, boolean skipError, boolean reuseBinlogLabel) {
        this.name = name;
        this.src = src;
        this.dest = dest;
        this.skipError = skipError;
        this.reuseBinlogLabel = reuseBinlogLabel;
    }

    boolean tableSync() {
        return src.tableSync();
    }

    String syncType() {
        return tableSync() ? "table_sync" : "db_sync";
    }

    Json detail(CcrGeneration generation) {
        Json json = Json.object();
        if (generation.since(CcrGeneration.G3)) {
            json.put("name", name);
        }
        if (generation.since(CcrGeneration.G5)) {
            json.put("id", md5(name + progress.createdAt));
        }
        json.put("sync_type", tableSync() ? 1 : 0);
        if (generation.before(CcrGeneration.G3)) {
            json.put("name", name);
        }
        json.put("src", src.json()).put("dest", dest.json());
        if (generation.before(CcrGeneration.G3)) {
            json.put("skip_error", skipError);
        }
        json.put("state", paused ? 1 : 0);
        if (generation == CcrGeneration.G3) {
            json.put("skip_error", skipError);
        }
        if (generation.since(CcrGeneration.G4)) {
            json.put("extra", extra(generation));
        }
        return json;
    }

    private Json extra(CcrGeneration generation) {
        Json extra = Json.object().putUnlessZero("reuse_binlog_label", reuseBinlogLabel);
        skip.ifPresent(pending -> extra.put("skip_binlog", true)
                .putUnlessZero("skip_commit_seq", pending.commitSeq())
                .putUnlessZero("skip_by", pending.by())
                .putUnlessZero("skip_table", pending.table())
                .putUnlessZero("skip_table_id", pending.tableId()));
        if (generation.since(CcrGeneration.G5)) {
            extra.put("DroppedIndexes", null);
        }
        return extra;
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
