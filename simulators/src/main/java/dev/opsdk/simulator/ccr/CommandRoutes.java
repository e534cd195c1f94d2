package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the calls that change a job do once they have got through. All run under the world's lock. */
final class CommandRoutes {

    private final World world;
    private final NodeMemory node;

    CommandRoutes(World world, NodeMemory node) {
        this.world = world;
        this.node = node;
    }

    SimResponse pause(LiveJob job, GoStruct request) {
        return paused(job, true);
    }

    SimResponse resume(LiveJob job, GoStruct request) {
        return paused(job, false);
    }

    private SimResponse paused(LiveJob job, boolean value) {
        job.row.paused = value;
        if (world.settings.since(CcrGeneration.G6)) {
            // earlier ones leave what job_status reports as it was: a paused job is still running there
            job.reportedState = ReadRoutes.state(job.row);
        }
        return Replies.ok();
    }

    SimResponse delete(LiveJob job, GoStruct request) {
        String name = job.row.name;
        node.jobs.remove(name);
        if (world.readOnly) {
            return Replies.refused("remove job [" + name
                    + "] in db failed, but job is stopped, if can resume/delete, please do it manually");
        }
        world.rows.remove(name);
        Instant noticed = world.now().plus(world.settings.deletion);
        world.stopping.add(new World.Stopping(name, noticed));
        return Replies.ok();
    }

    SimResponse desync(LiveJob job, GoStruct request) {
        return setBeingSynced(job.row, false);
    }

    SimResponse sync(LiveJob job, GoStruct request) {
        return setBeingSynced(job.row, true);
    }

    private SimResponse setBeingSynced(JobRow row, boolean value) {
        List<SimTable> tables = row.tableSync()
                ? world.destination.table(row.dest.database, row.dest.table).stream()
                        .toList()
                : world.destination
                        .find(row.dest.database)
                        .map(SimDatabase::all)
                        .orElse(List.of());
        List<String> failed = new ArrayList<>();
        Optional<String> error = Optional.empty();
        for (SimTable table : tables) {
            boolean done = table.alterBeingSynced(value);
            if (!done) {
                failed.add("`" + table.name() + "`");
            }
            // the variable of the real one is set again by each table, so that only the last one counts
            error = done ? Optional.empty() : Optional.of(alterError(row.dest.database, table.name(), value));
        }
        return error.map(text -> Replies.refused("failed tables: " + String.join(",", failed) + ": " + text))
                .orElseGet(Replies::ok);
    }

    private static String alterError(String database, String table, boolean value) {
        return "exec sql ALTER TABLE `" + database + "`.`" + table + "` SET (\"is_being_synced\"=\"" + value
                + "\") failed: [normal] Error 1105: errCode = 2, detailMessage = Access denied; you need (at least one "
                + "of) the (ALTER) privilege(s) for this operation";
    }

    SimResponse forceFullSync(LiveJob job, GoStruct request) {
        if (world.settings.since(CcrGeneration.G5)) {
            world.skip(job, Optional.of(new SkipRequest("fullsync", 0, "", 0)));
        } else {
            job.forceFullSync = true;
        }
        return Replies.ok();
    }

    SimResponse updateJob(LiveJob job, GoStruct request) {
        job.row.skipError = request.bool("skip_error");
        return Replies.ok();
    }

    static Optional<String> mappingRefusal(GoStruct request) {
        boolean src = request.strings("src_host_mapping").isEmpty();
        boolean dest = request.strings("dest_host_mapping").isEmpty();
        return src && dest ? Optional.of("host_mapping is empty") : Optional.empty();
    }

    SimResponse updateHostMapping(LiveJob job, GoStruct request) {
        merge(job.row.src.hostMapping, request.strings("src_host_mapping"));
        merge(job.row.dest.hostMapping, request.strings("dest_host_mapping"));
        return Replies.ok();
    }

    private static void merge(Map<String, String> mapping, Map<String, String> changes) {
        changes.forEach((host, address) -> {
            if (address.isEmpty()) {
                mapping.remove(host);
            } else {
                mapping.put(host, address);
            }
        });
    }

    /** The fourth generation lowers the case for this check, and for this check only. */
    static Optional<String> skipRefusalG4(GoStruct request) {
        String by = request.string("skip_by");
        long seq = request.number("skip_commit_seq");
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "fullsync" -> Optional.empty();
            case "silence" ->
                seq > 0 ? Optional.empty() : Optional.of("commit seq is not specified for silence, commit seq: " + seq);
            default -> Optional.of("unknown skip way: " + by);
        };
    }

    static Optional<String> skipRefusalG5(GoStruct request) {
        String by = request.string("skip_by");
        long seq = request.number("skip_commit_seq");
        String table = request.string("skip_table");
        long tableId = request.number("skip_table_id");
        return switch (by) {
            case "fullsync" -> Optional.empty();
            case "silence" -> seq > 0 ? Optional.empty() : Optional.of("[normal] invalid skip commit seq: " + seq);
            case "partialsync" ->
                !table.isEmpty() && tableId > 0
                        ? Optional.empty()
                        : Optional.of("[normal] invalid skip table: " + table + ", table id: " + tableId);
            default -> Optional.of("[normal] invalid skip method: " + by);
        };
    }

    SimResponse skipBinlog(LiveJob job, GoStruct request) {
        boolean partial = world.settings.since(CcrGeneration.G5);
        SkipRequest wish = new SkipRequest(
                request.string("skip_by"),
                request.number("skip_commit_seq"),
                partial ? request.string("skip_table") : "",
                partial ? request.number("skip_table_id") : 0);
        world.skip(job, Optional.of(wish));
        return Replies.ok();
    }

    /** A hook of the real one's tests: always happy, whatever the job. */
    SimResponse failpoint(SimRequest request) {
        try {
            GoStruct body = GoStruct.decode(request.body(), "");
            String name = body.string("name");
            body.string("failpoint");
            body.check();
            return name.isEmpty() ? Replies.refused("job name is empty") : Replies.ok();
        } catch (JsonException e) {
            return Replies.refused(e.text());
        }
    }
}
