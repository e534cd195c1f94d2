package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes that only look: most of them into the metadata database, without a lock and whatever hangs. */
final class ReadRoutes {

    private final World world;
    private final Redirects redirects;

    ReadRoutes(World world, Redirects redirects) {
        this.world = world;
        this.redirects = redirects;
    }

    SimResponse version(SimRequest request) {
        return Replies.json(Json.object().put("version", world.settings.version), Outcome.EXECUTED);
    }

    SimResponse listJobs(SimRequest request) {
        List<String> names = new ArrayList<>();
        synchronized (world) {
            // the query joins the names with commas and the code splits them there again
            world.rows.keySet().forEach(name -> names.add(name.split(",", -1)[0]));
        }
        return Replies.json(Replies.success().putUnlessZero("jobs", names), Outcome.EXECUTED);
    }

    SimResponse features(SimRequest request) {
        List<Object> flags = new ArrayList<>();
        flag(flags, "feature_atomic_restore", true);
        flag(flags, "feature_clean_table_and_partitions", false);
        flag(flags, "feature_compressed_snapshot", true);
        flag(flags, "feature_create_view_drop_exists", true);
        flag(flags, "feature_filter_shadow_indexes_upsert", true);
        flag(flags, "feature_filter_storage_medium", true);
        flag(flags, "feature_replace_not_matched_with_alias", true);
        flag(flags, "feature_reuse_running_backup_restore_job", true);
        flag(flags, "feature_schema_change_partial_sync", true);
        flag(flags, "feature_skip_rollup_binlogs", false);
        flag(flags, "feature_txn_insert", false);
        return Replies.json(Replies.success().put("flags", flags), Outcome.EXECUTED);
    }

    private static void flag(List<Object> flags, String name, boolean value) {
        Json flag = Json.object().put("feature", name).put("value", value).put("default", String.valueOf(value));
        flags.add(flag.fields());
    }

    SimResponse jobDetail(SimRequest request) {
        Function<String, Json> refusal = message -> Replies.failure(message).put("job_detail", inString() ? "" : null);
        return ofRow(request, refusal, row -> {
            Json detail = row.detail(world.settings.generation);
            return Replies.success().put("job_detail", inString() ? detail.toString() : detail);
        });
    }

    SimResponse jobProgress(SimRequest request) {
        Function<String, Json> refusal = message -> {
            Progress zero = new Progress();
            return Replies.failure(message).put("job_progress", inString() ? "" : zero.json(world.settings.generation));
        };
        return ofRow(request, refusal, row -> {
            if (row.progressLost) {
                return refusal.apply(
                        world.settings.metadata + ": query progress failed: [db] sql: no rows in result set");
            }
            Json progress = row.progress.json(world.settings.generation);
            return Replies.success().put("job_progress", inString() ? progress.toString() : progress);
        });
    }

    /** Up to the second generation the objects come as text inside the text. */
    private boolean inString() {
        return world.settings.generation.before(CcrGeneration.G3);
    }

    private SimResponse ofRow(SimRequest request, Function<String, Json> refusal, Function<JobRow, Json> reply) {
        String name;
        try {
            GoStruct body = GoStruct.decode(request.body(), "CcrCommonRequest");
            name = body.string("name");
            body.check();
        } catch (JsonException e) {
            return Replies.json(refusal.apply(e.text()), Outcome.REFUSED);
        }
        if (name.isEmpty()) {
            return Replies.json(refusal.apply("name is empty"), Outcome.REFUSED);
        }
        Optional<SimResponse> elsewhere = redirects.check(request, name);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        synchronized (world) {
            return world.row(name)
                    .map(row -> Replies.json(reply.apply(row), Outcome.EXECUTED))
                    .orElseGet(() -> Replies.refused("job " + name + " not exist"));
        }
    }

    /** The action of {@code /job_status}: what the worker last noted, which need not be so any more. */
    SimResponse jobStatus(LiveJob job, GoStruct request) {
        boolean fresh = world.settings.generation.before(CcrGeneration.G3);
        Json status = Json.object()
                .put("name", job.row.name)
                .put("state", fresh ? state(job.row) : job.reportedState)
                .put("progress_state", fresh ? job.row.progress.state.text : job.reportedPhase);
        if (world.settings.since(CcrGeneration.G5)) {
            status.put("commit_seq", job.row.progress.prevCommitSeq);
        }
        return Replies.json(Replies.success().put("status", status), Outcome.EXECUTED);
    }

    static String state(JobRow row) {
        return row.paused ? "paused" : "running";
    }
}
