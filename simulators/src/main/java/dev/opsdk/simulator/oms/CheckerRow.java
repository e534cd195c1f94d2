package dev.opsdk.simulator.oms;

import java.util.LinkedHashMap;
import java.util.Map;

/** A checker. Guarded by the world's monitor. */
final class CheckerRow {

    static final String LIMIT = "limitator.table.diff.max";

    final String id;
    final String type;
    final Map<String, String> config = new LinkedHashMap<>();
    ComponentState state = ComponentState.STOPPED;
    long differences;
    int runs;
    int startsToFail;
    boolean tooMany;
    boolean resumed;

    CheckerRow(String id, String type) {
        this.id = id;
        this.type = type;
        config.put(LIMIT, "10000");
    }

    long limit() {
        try {
            return Long.parseLong(config.getOrDefault(LIMIT, "1000000"));
        } catch (NumberFormatException e) {
            return 1_000_000;
        }
    }

    void tick() {
        if (state == ComponentState.RUNNING && differences > limit()) {
            state = ComponentState.DEAD;
            tooMany = true;
        }
    }
}
