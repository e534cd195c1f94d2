package dev.opsdk.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests that the Python tool sends for its moves (contract 1.2, 1.3, 1.5), which polls each op every two seconds. */
final class ToolRequests {
    private final Map<String, Long> counts = new TreeMap<>();

    private long ops;

    /** As many polls an op as somebody else needed for the same ops at the same interval. */
    static Map<String, Long> of(List<ToolScaleOut.Move> moves, int databases, double pollsAnOp) {
        ToolRequests requests = new ToolRequests();
        requests.add("ShowTablet", 2);
        requests.add("ConfGet", 1);
        requests.add("ConfSet", 2);
        requests.add("ShowDatabase", 1);
        requests.add("ShowTable (all of a database)", databases);
        moves.forEach(requests::move);
        requests.add("ShowOPStatus", Math.round(requests.ops * pollsAnOp));
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
        ops++;
    }

    private void add(String method, long times) {
        counts.merge(method, times, Long::sum);
    }
}
