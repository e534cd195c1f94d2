package dev.opsdk.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests that the Python tool sends for its moves (contract 1.2, 1.3, 1.5), with two polls an op, as in its recorded run. */
final class ToolRequests {
    private static final int POLLS = 2;

    private final Map<String, Long> counts = new TreeMap<>();

    static Map<String, Long> of(List<ToolScaleOut.Move> moves, int databases) {
        ToolRequests requests = new ToolRequests();
        requests.add("ShowTablet", 2);
        requests.add("ConfGet", 1);
        requests.add("ConfSet", 2);
        requests.add("ShowDatabase", 1);
        requests.add("ShowTable (all of a database)", databases);
        moves.forEach(requests::move);
        return requests.counts;
    }

    private void move(ToolScaleOut.Move move) {
        if (move.leader()) {
            if (move.single()) {
                op("AddReplicaNS");
            }
            op("ChangeLeader");
            op("RecoverTable");
            op(move.single() ? "DelReplicaNS" : "Migrate");
        } else {
            op("Migrate");
        }
    }

    private void op(String method) {
        add(method, 1);
        add("ShowOPStatus", POLLS);
    }

    private void add(String method, long times) {
        counts.merge(method, times, Long::sum);
    }
}
