package dev.opsdk.simulator.oms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connector. Its configuration is a map of scopes; the saved position is what it resumes from by itself. */
final class ConnectorRow extends WorkerRow {

    final Map<String, Map<String, @Nullable Object>> config = new LinkedHashMap<>();
    int starts;

    ConnectorRow(ComponentName name, String subTopic, Instant created) {
        super(name, subTopic, created);
    }

    Map<String, @Nullable Object> scope(String name) {
        return config.computeIfAbsent(name, n -> new LinkedHashMap<>());
    }

    /** A Full-Import reads tables, not a store. */
    boolean isFullImport() {
        return name.contains("full_trans");
    }

    @Override
    ConnectorRow successor(ComponentName next, Instant now) {
        ConnectorRow moved = new ConnectorRow(next, subTopic, now);
        config.forEach((scope, values) -> moved.scope(scope).putAll(values));
        moved.inherit(this);
        return moved;
    }
}
