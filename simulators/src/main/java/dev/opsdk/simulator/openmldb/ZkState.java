package dev.opsdk.simulator.openmldb;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What ZooKeeper should hold about a cluster, paths below the root.
 *
 * @param version of the metadata it was made from
 * @param persistent nodes that stay, with their text
 * @param ephemeral nodes of processes that run, with their text
 * @param locks the nameservers that run, by the number of their lock, oldest first
 */
record ZkState(long version, Map<String, String> persistent, Map<String, String> ephemeral, Map<Long, String> locks) {

    /** Parents come before their children, and the locks' parent is there too. */
    static ZkState of(World world) {
        synchronized (world) {
            Map<String, String> persistent = new LinkedHashMap<>();
            Map<String, String> ephemeral = new LinkedHashMap<>();
            Map<Long, String> locks = new TreeMap<>();
            for (String parent : Set.of("/leader", "/nodes", "/map", "/config", "/db", "/table", "/op")) {
                persistent.put(parent, "");
            }
            Settings settings = world.settings;
            persistent.put("/map/names", "");
            persistent.put("/map/sdkendpoints", "");
            persistent.put("/config/auto_failover", String.valueOf(world.autoFailover));
            persistent.put("/table/notify", String.valueOf(world.version));
            persistent.put("/table/table_index", String.valueOf(world.nextTid - 1));
            persistent.put("/table/term", String.valueOf(world.term));
            persistent.put("/op/op_index", String.valueOf(world.ops.lastId()));
            world.databases.forEach(db -> persistent.put("/db/" + db, ""));
            for (NameServerNode server : world.nameServers) {
                named(settings, server.endpoint, server.address, persistent);
                if (server.up) {
                    locks.put(server.lock, server.endpoint);
                }
            }
            for (TabletNode tablet : world.tablets.values()) {
                named(settings, tablet.endpoint, tablet.address, persistent);
                if (tablet.up) {
                    ephemeral.put("/nodes/" + tablet.endpoint, "startup_" + tablet.endpoint);
                }
            }
            return new ZkState(world.version, persistent, ephemeral, locks);
        }
    }

    private static void named(Settings settings, String endpoint, String address, Map<String, String> nodes) {
        if (settings.useNames) {
            nodes.put("/map/names/" + endpoint, address);
        }
        if (settings.sdkEndpoints) {
            nodes.put("/map/sdkendpoints/" + endpoint, address);
        }
    }

    /** All paths but those of the locks, which are numbered by ZooKeeper. */
    Set<String> paths() {
        Set<String> all = new LinkedHashSet<>(persistent.keySet());
        all.addAll(ephemeral.keySet());
        return all;
    }
}
