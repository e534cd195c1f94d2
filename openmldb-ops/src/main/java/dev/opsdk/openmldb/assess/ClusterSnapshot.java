package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import dev.opsdk.openmldb.model.Tablet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A cluster as it was read: tablets and tables as the nameserver sees them, and, where they were asked, what tablets hold and whom
 * leaders feed. Never changes.
 */
public final class ClusterSnapshot {
    private static final int SHOWN = 10;

    private final NavigableMap<String, Tablet> tablets = new TreeMap<>();
    private final NavigableSet<String> missing = new TreeSet<>();
    private final List<TableInfo> listed;
    private final List<TableInfo> tables;
    private final Map<TableKey, TableInfo> byName = new HashMap<>();
    private final Map<Long, TableInfo> byTid = new HashMap<>();
    private final Map<PartitionId, TablePartition> partitions = new HashMap<>();
    private final Map<String, Holdings> holdings;
    private final Map<PartitionId, FollowersAnswer> followers;
    private final Map<PartitionId, Op> pending = new HashMap<>();
    private final Optional<Boolean> autoFailover;

    private record TableKey(String db, String name) {}

    private ClusterSnapshot(Builder builder) {
        builder.tablets.forEach(tablet -> tablets.put(tablet.endpoint(), tablet));
        listed = List.copyOf(builder.tables);
        List<TableInfo> ordered = new ArrayList<>(listed);
        ordered.sort(Scope.SYSTEM_FIRST);
        tables = List.copyOf(ordered);
        for (TableInfo table : tables) {
            byName.put(new TableKey(table.db(), table.name()), table);
            table.tid().ifPresent(tid -> byTid.put(tid, table));
            for (TablePartition partition : table.partitions()) {
                partitions.put(new PartitionId(table.db(), table.name(), partition.pid()), partition);
                for (Replica replica : partition.replicas()) {
                    if (!tablets.containsKey(replica.endpoint())) {
                        missing.add(replica.endpoint());
                    }
                }
            }
        }
        holdings = Map.copyOf(builder.holdings);
        followers = Map.copyOf(builder.followers);
        for (Op op : builder.ops) {
            OptionalLong pid = op.pid();
            if (op.pending() && op.table().isPresent() && pid.isPresent()) {
                pending.put(new PartitionId(op.db(), op.table().get(), pid.getAsLong()), op);
            }
        }
        autoFailover = builder.autoFailover;
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The tablets that the nameserver lists.
     *
     * @return by name, in order
     */
    public NavigableMap<String, Tablet> tablets() {
        return Collections.unmodifiableNavigableMap(tablets);
    }

    /**
     * Whether the nameserver can work with a tablet.
     *
     * @param endpoint the tablet
     * @return true if it is listed as healthy
     */
    public boolean healthy(String endpoint) {
        Tablet tablet = tablets.get(endpoint);
        return tablet != null && tablet.healthy();
    }

    /**
     * The healthy tablets, empty ones included.
     *
     * @return their names, in order
     */
    public List<String> healthyTablets() {
        return tablets.values().stream()
                .filter(Tablet::healthy)
                .map(Tablet::endpoint)
                .toList();
    }

    /** For a name that was misspelt: what it may have been meant to be. */
    String unknown() {
        return "no tablet has this name; there " + (tablets.size() == 1 ? "is " : "are ")
                + (tablets.isEmpty()
                        ? "none"
                        : tablets.keySet().stream().limit(SHOWN).collect(Collectors.joining(", ")))
                + (tablets.size() > SHOWN ? " and " + (tablets.size() - SHOWN) + " more" : "");
    }

    /**
     * Tablets that tables refer to and the nameserver does not list: it forgets tablets that are away when it is restarted itself.
     *
     * @return their names, in order
     */
    public NavigableSet<String> missingTablets() {
        return Collections.unmodifiableNavigableSet(missing);
    }

    /**
     * The tables in the order in which they are handled.
     *
     * @return system databases first, then by database and name
     */
    public List<TableInfo> tables() {
        return tables;
    }

    /**
     * The tables as the nameserver lists them.
     *
     * @return in its order
     */
    public List<TableInfo> listedTables() {
        return listed;
    }

    /**
     * A table.
     *
     * @param db its database
     * @param name its name
     * @return the table, or empty
     */
    public Optional<TableInfo> table(String db, String name) {
        return Optional.ofNullable(byName.get(new TableKey(db, name)));
    }

    /**
     * A table.
     *
     * @param tid its number
     * @return the table, empty for one that the nameserver does not know
     */
    public Optional<TableInfo> table(long tid) {
        return Optional.ofNullable(byTid.get(tid));
    }

    /**
     * A partition.
     *
     * @param id which
     * @return the partition, or empty
     */
    public Optional<TablePartition> partition(PartitionId id) {
        return Optional.ofNullable(partitions.get(id));
    }

    /**
     * What a tablet holds.
     *
     * @param endpoint the tablet
     * @return what it said; {@link Holdings#unknown} when nobody asked
     */
    public Holdings holdings(String endpoint) {
        Holdings known = holdings.get(endpoint);
        return known == null ? Holdings.unknown("not asked") : known;
    }

    /**
     * What a tablet holds and the nameserver knows nothing of on it.
     *
     * @param endpoint the tablet
     * @return partitions of unknown tables, and of known ones that have no replica there
     */
    public List<HeldPartition> orphans(String endpoint) {
        return holdings(endpoint).partitions().stream()
                .filter(held -> table(held.tid())
                        .flatMap(table -> partition(new PartitionId(table.db(), table.name(), held.pid())))
                        .flatMap(partition -> partition.on(endpoint))
                        .isEmpty())
                .toList();
    }

    /**
     * Whom a leader feeds.
     *
     * @param partition which
     * @return the leader's answer, empty when nobody asked
     */
    public Optional<FollowersAnswer> followers(PartitionId partition) {
        return Optional.ofNullable(followers.get(partition));
    }

    /**
     * An op that may still change a partition.
     *
     * @param partition which
     * @return the op, or empty
     */
    public Optional<Op> pending(PartitionId partition) {
        return Optional.ofNullable(pending.get(partition));
    }

    /**
     * Whether the nameserver acts on lost tablets by itself.
     *
     * @return {@code auto_failover}, empty when nobody asked
     */
    public Optional<Boolean> autoFailover() {
        return autoFailover;
    }

    @Override
    public String toString() {
        return tablets.size() + " tablets (" + healthyTablets().size() + " healthy, " + missing.size() + " missing), "
                + tables.size() + " tables";
    }

    /** Collects what was read. */
    public static final class Builder {
        private List<Tablet> tablets = List.of();
        private List<TableInfo> tables = List.of();
        private final Map<String, Holdings> holdings = new HashMap<>();
        private final Map<PartitionId, FollowersAnswer> followers = new HashMap<>();
        private List<Op> ops = List.of();
        private Optional<Boolean> autoFailover = Optional.empty();

        private Builder() {}

        /**
         * The answer to {@code ShowTablet}.
         *
         * @param all the tablets
         * @return this builder
         */
        public Builder tablets(List<Tablet> all) {
            tablets = List.copyOf(all);
            return this;
        }

        /**
         * The answer to {@code ShowTable} with {@code show_all}.
         *
         * @param all the tables
         * @return this builder
         */
        public Builder tables(List<TableInfo> all) {
            tables = List.copyOf(all);
            return this;
        }

        /**
         * What a tablet holds, or why it could not be asked.
         *
         * @param endpoint the tablet's name in this cluster
         * @param held what it said
         * @return this builder
         */
        public Builder holdings(String endpoint, Holdings held) {
            holdings.put(endpoint, held);
            return this;
        }

        /**
         * What a leader said about its followers.
         *
         * @param partition which
         * @param answer the answer
         * @return this builder
         */
        public Builder followers(PartitionId partition, FollowersAnswer answer) {
            followers.put(partition, answer);
            return this;
        }

        /**
         * Ops; only those that are pending count.
         *
         * @param all the ops
         * @return this builder
         */
        public Builder ops(List<Op> all) {
            ops = List.copyOf(all);
            return this;
        }

        /**
         * Whether the nameserver acts on lost tablets by itself.
         *
         * @param on {@code auto_failover}
         * @return this builder
         */
        public Builder autoFailover(boolean on) {
            autoFailover = Optional.of(on);
            return this;
        }

        /**
         * The snapshot.
         *
         * @return it
         */
        public ClusterSnapshot build() {
            return new ClusterSnapshot(this);
        }
    }
}
