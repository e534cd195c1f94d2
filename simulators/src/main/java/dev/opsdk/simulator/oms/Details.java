package dev.opsdk.simulator.oms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What CM tells about stores and writers. */
final class Details {

    private Details() {}

    static Map<String, @Nullable Object> ofStore(World world, StoreRow store) {
        return store.frozen != null ? store.frozen : fresh(world, store, true);
    }

    static Map<String, @Nullable Object> fresh(World world, StoreRow store, boolean active) {
        OmsSource source = world.source(store.subTopic);
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < store.ranges; i++) {
            pairs.add(List.of(
                    Checkpoints.ofStore(store, source, store.begin), Checkpoints.ofStore(store, source, store.end)));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("active", active);
        fields.put("cfg", "");
        fields.put("checkpoints", pairs);
        fields.put("datasource", source.ip() + ":" + source.port());
        fields.put("errMsg", store.errMsg);
        fields.put("location", world.settings.location);
        fields.put("name", store.name);
        fields.put("port", store.port);
        fields.put("role", "master");
        fields.put("status", store.status());
        fields.put("userData", "");
        return fields;
    }

    static Map<String, @Nullable Object> ofWriter(World world, WriterRow writer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("active", writer.isActive());
        fields.put("cfg", writer.cfg.text());
        fields.put("checkpoint", Checkpoints.ofWriter(writer.sampledPosition, writer.sampledAt));
        fields.put("gmtCreated", writer.created.toEpochMilli());
        fields.put("gmtModified", writer.modified.toEpochMilli());
        fields.put("ip", writer.ip());
        fields.put("location", world.settings.location);
        fields.put("name", writer.name);
        fields.put("port", writer.port);
        fields.put("status", writer.status());
        return fields;
    }
}
