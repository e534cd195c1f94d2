package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All there is. Its monitor guards every mutable part of the simulation; it is held for moments only, never while
 * something waits.
 */
final class World {

    static final List<String> SYSTEM_DATABASES = List.of("__INTERNAL_DB", "__PRE_AGG_DB", "INFORMATION_SCHEMA");

    final Settings settings;
    final SimClock clock;
    final Agenda agenda = new Agenda();
    final Map<String, TabletNode> tablets = new TreeMap<>();
    final List<NameServerNode> nameServers = new ArrayList<>();
    final TreeSet<String> databases = new TreeSet<>();
    /** By database, then by name, both in the order of bytes. */
    final Map<String, TreeMap<String, TableRow>> tables = new TreeMap<>();

    final OpQueue ops;
    final Map<String, Integer> silent = new HashMap<>();
    private final List<SimCall> calls = new ArrayList<>();
    boolean autoFailover;
    boolean statusPulled = true;
    int nextTid = 1;
    /** How many partitions have been dealt out so far. */
    int dealt;

    long term = 1;
    /** Counts changes of the metadata: the version of the catalog and what is written to notify clients. */
    long version = 1;

    private long nextLock;
    private Instant leadsFrom = Instant.MIN;

    World(Settings settings, SimClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.autoFailover = settings.autoFailover;
        this.ops = new OpQueue(this);
    }

    Instant now() {
        return clock.now();
    }

    /** Notes that metadata changed. */
    void changed() {
        version++;
    }

    long newLock() {
        return nextLock++;
    }

    /** The nameserver with the oldest lock, which need not have taken over yet. */
    Optional<NameServerNode> first() {
        return nameServers.stream()
                .filter(node -> node.up)
                .min(Comparator.comparingLong((NameServerNode node) -> node.lock));
    }

    Optional<NameServerNode> leader() {
        return now().isBefore(leadsFrom) ? Optional.empty() : first();
    }

    boolean leads(NameServerNode node) {
        return leader().filter(leader -> leader == node).isPresent();
    }

    /** A nameserver takes over: what was only in its predecessor's memory is lost. */
    void takeOver() {
        leadsFrom = now().plus(settings.takeOverTime);
        ops.forgetFinished();
        for (TabletNode tablet : tablets.values()) {
            tablet.known = tablet.up;
        }
        changed();
    }

    /** The tablet by the name the cluster uses for it, as far as the nameserver knows it. */
    @Nullable
    TabletNode known(String endpoint) {
        TabletNode tablet = tablets.get(endpoint);
        return tablet != null && tablet.known ? tablet : null;
    }

    boolean healthy(String endpoint) {
        TabletNode tablet = known(endpoint);
        return tablet != null && tablet.up;
    }

    /** What a running tablet serves of a partition. */
    @Nullable
    LoadedTable serving(String endpoint, Partition partition) {
        TabletNode tablet = tablets.get(endpoint);
        return tablet != null && tablet.up ? tablet.table(partition) : null;
    }

    Optional<TableRow> table(String db, String name) {
        return Optional.ofNullable(tables.get(db)).map(byName -> byName.get(name));
    }

    Stream<TableRow> allTables() {
        return tables.values().stream().flatMap(byName -> byName.values().stream());
    }

    /** Every partition of which the metadata has a replica there. */
    List<Partition> partitionsOn(String endpoint) {
        return allTables()
                .flatMap(table -> table.partitions.stream())
                .filter(partition -> partition.on(endpoint).isPresent())
                .toList();
    }

    TableRow addTable(String db, String name, int replicas, StorageMode storage) {
        TableRow table = new TableRow(db, name, nextTid++, replicas, storage);
        TreeMap<String, TableRow> byName = tables.computeIfAbsent(db, any -> new TreeMap<>());
        if (byName.putIfAbsent(name, table) != null) {
            throw new IllegalStateException("there is a table " + db + "." + name);
        }
        if (!db.isEmpty()) {
            databases.add(db);
        }
        changed();
        return table;
    }

    /** The nameserver collects what the tablets report; of a tablet that is gone it keeps the latest. */
    void pull(Partition partition) {
        for (Replica replica : partition.replicas) {
            TabletNode tablet = tablets.get(replica.endpoint);
            if (tablet != null && tablet.up) {
                LoadedTable table = tablet.table(partition);
                replica.present = table != null;
                if (table != null) {
                    replica.rows = table.rows;
                }
            }
        }
        partition.leader().ifPresent(leader -> partition.rows = leader.rows);
    }

    /** Sends a leader's log to those that are connected to it. */
    void replicate(Partition partition, LoadedTable leader) {
        for (String endpoint : leader.followers) {
            LoadedTable follower = serving(endpoint, partition);
            TabletNode tablet = tablets.get(endpoint);
            if (follower != null && tablet != null && !tablet.hung && follower.rows < leader.rows) {
                tablet.setRows(follower, leader.rows);
            }
        }
    }

    /** Keeps as many as a journal does. */
    void note(SimCall call) {
        if (calls.size() == Journal.KEPT + Journal.KEPT / 10) {
            calls.subList(0, Journal.KEPT / 10).clear();
        }
        calls.add(call);
    }

    List<SimCall> calls() {
        return List.copyOf(calls);
    }

    void forgetCalls() {
        calls.clear();
    }
}
