package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /view}, from G5 on: a page for people, and from G6 on JSON that is glued together from strings. */
final class ViewRoute {

    private final World world;

    ViewRoute(World world) {
        this.world = world;
    }

    SimResponse serve(SimRequest request) {
        synchronized (world) {
            Optional<JobRow> silent = world.rows.values().stream()
                    .filter(row ->
                            world.source.answerFor(row.src.database, row.src.table) == FrontendAnswer.RPC_FAILURE)
                    .findFirst();
            if (silent.isPresent()) {
                return Replies.text("get job lag failed, job: " + silent.get().name
                        + ", err: [rpc] remote or network error: get connection error");
            }
            String query = request.query();
            boolean json = world.settings.since(CcrGeneration.G6);
            return switch (query) {
                case "", "type=html" -> html();
                case "type=table", "type=raw" -> Replies.text(table());
                default ->
                    json && query.equals("type=json")
                            ? Replies.text(json())
                            : Replies.text("show job state with unknow type: " + query);
            };
        }
    }

    private SimResponse html() {
        StringBuilder rows = new StringBuilder("<html><body><table>");
        for (JobRow row : world.rows.values()) {
            // nothing is escaped, here as there
            rows.append("<tr><td>").append(row.name).append("</td><td>").append(row.syncType());
            rows.append("</td><td>").append(row.progress.state.text).append("</td></tr>");
        }
        String page = rows.append("</table></body></html>").toString();
        return SimResponse.text(200, "text/html; charset=utf-8", page, Outcome.EXECUTED);
    }

    private String table() {
        StringBuilder text = new StringBuilder();
        world.rows
                .values()
                .forEach(row -> text.append(row.name)
                        .append('\t')
                        .append(row.syncType())
                        .append('\t')
                        .append(row.progress.state.text)
                        .append('\n'));
        return text.toString();
    }

    private String json() {
        List<String> jobs = new ArrayList<>();
        LagRoute lag = new LagRoute(world);
        for (JobRow row : world.rows.values()) {
            Progress progress = row.progress;
            jobs.add("{\"jobName\":\"" + row.name + "\",\"type\":\"" + row.syncType() + "\",\"lag\":\""
                    + lag.count(row) + "\",\"lagSec\":\"0\",\"syncState\":\"" + progress.state.text
                    + "\",\"subSyncState\":\"" + progress.subState + "\",\"lastFullSyncTime\":\""
                    + progress.fullSyncStartAt + "\",\"lastFullSyncReason\":\"" + progress.fullSyncInfo
                    + "\",\"isHostMapping\":\"" + !row.src.hostMapping.isEmpty() + "\",\"otherArgs\":\"\"}");
        }
        return "{\"success\":true,\"jobs\":[" + String.join(",", jobs) + "]}";
    }
}
