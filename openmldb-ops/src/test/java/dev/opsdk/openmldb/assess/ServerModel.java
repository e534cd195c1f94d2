package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.Follower;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.OpType;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TableMode;
import dev.opsdk.openmldb.model.TablePartition;
import dev.opsdk.openmldb.model.TableState;
import dev.opsdk.openmldb.model.Tablet;
import dev.opsdk.openmldb.model.TabletState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The nameserver's and the tablets' rules (contract 2.6), as far as planners meet them: what is refused, and what a call changes. */
final class ServerModel {
    /** A refusal; no plan may run into one. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(int code, Object why) {
            super(code + " " + why);
        }
    }

    /** A replica as the nameserver keeps it. */
    static final class Rep {
        final String endpoint;
        boolean marked;
        boolean alive;
        OptionalLong offset;
        final long bytes;

        Rep(String endpoint, boolean marked, boolean alive, OptionalLong offset, long bytes) {
            this.endpoint = endpoint;
            this.marked = marked;
            this.alive = alive;
            this.offset = offset;
            this.bytes = bytes;
        }

        boolean leads() {
            return marked && alive;
        }

        @Override
        public String toString() {
            return endpoint + (marked ? "*" : "") + (alive ? "" : "-") + "@" + offset.orElse(-1);
        }
    }

    /** A partition as a tablet keeps it. */
    static final class Own {
        boolean leader;
        String state;
        long offset;

        Own(boolean leader, String state, long offset) {
            this.leader = leader;
            this.state = state;
            this.offset = offset;
        }

        @Override
        public String toString() {
            return (leader ? "leader " : "follower ") + state + " " + offset;
        }
    }

    /** A table. */
    record Table(String db, String name, long tid, String storage) {}

    final Map<String, Boolean> tablets = new TreeMap<>();
    final Map<String, Table> tables = new TreeMap<>();
    final Map<PartitionId, List<Rep>> replicas = new TreeMap<>();
    final Map<String, Map<PartitionId, Own>> held = new TreeMap<>();
    final Map<String, Map<PartitionId, Long>> disks = new HashMap<>();
    final Map<PartitionId, List<String>> unconnected = new HashMap<>();

    /** Tablets that do not answer, and why. */
    final Map<String, String> silent = new HashMap<>();

    final List<Op> ops = new ArrayList<>();
    int actions;

    void tablet(String endpoint, boolean healthy) {
        tablets.put(endpoint, healthy);
        held.computeIfAbsent(endpoint, key -> new TreeMap<>());
    }

    Table table(String db, String name, long tid, String storage) {
        Table table = new Table(db, name, tid, storage);
        tables.put(db + "." + name, table);
        return table;
    }

    /** The first endpoint leads. */
    PartitionId partition(Table table, long pid, long offset, long bytes, String... endpoints) {
        PartitionId id = new PartitionId(table.db(), table.name(), pid);
        List<Rep> reps = new ArrayList<>();
        for (String endpoint : endpoints) {
            boolean leader = reps.isEmpty();
            reps.add(new Rep(endpoint, leader, true, OptionalLong.of(offset), bytes));
            hold(endpoint, id, new Own(leader, "kTableNormal", offset));
        }
        replicas.put(id, reps);
        return id;
    }

    void hold(String endpoint, PartitionId id, Own own) {
        held.computeIfAbsent(endpoint, key -> new TreeMap<>()).put(id, own);
    }

    Optional<Own> held(String endpoint, PartitionId id) {
        return Optional.ofNullable(held.getOrDefault(endpoint, Map.of()).get(id));
    }

    Rep rep(PartitionId id, String endpoint) {
        return replicas.get(id).stream()
                .filter(rep -> rep.endpoint.equals(endpoint))
                .findFirst()
                .orElseThrow(() -> new Refused(308, endpoint + " has not " + id));
    }

    Optional<Rep> leader(PartitionId id) {
        return replicas.get(id).stream().filter(Rep::leads).findFirst();
    }

    boolean healthy(String endpoint) {
        return tablets.getOrDefault(endpoint, false);
    }

    void run(List<? extends Move> moves) {
        moves.forEach(move -> move.actions().forEach(this::apply));
    }

    void apply(Action action) {
        actions++;
        PartitionId id = action.partition();
        String endpoint = action.endpoint();
        if (action instanceof Action.AddReplica) {
            require(healthy(endpoint), 303, action);
            require(replicas.get(id).stream().noneMatch(rep -> rep.endpoint.equals(endpoint)), 317, action);
            Own leading = leading(id, 305, action);
            Rep leader = leader(id).orElseThrow();
            replicas.get(id).add(new Rep(endpoint, false, true, OptionalLong.of(leading.offset), leader.bytes));
            hold(endpoint, id, new Own(false, "kTableNormal", leading.offset));
        } else if (action instanceof Action.DelReplica) {
            require(healthy(endpoint), 303, action);
            Rep rep = rep(id, endpoint);
            require(!rep.marked, 102, action);
            require(leader(id).isPresent(), 305, action);
            replicas.get(id).remove(rep);
            held.get(endpoint).remove(id);
        } else if (action instanceof Action.ChangeLeader) {
            changeLeader(id, endpoint, action);
        } else if (action instanceof Action.RecoverTable) {
            recover(id, endpoint, action);
        } else if (action instanceof Action.Migrate migrate) {
            migrate(id, migrate);
        } else if (action instanceof Action.SetAlive alive) {
            require(tablets.containsKey(endpoint), 302, action);
            rep(id, endpoint).alive = alive.alive();
        } else if (action instanceof Action.LoadTable load) {
            require(healthy(endpoint), 1004, action);
            require(held(endpoint, id).isEmpty(), 101, action);
            Table table = tables.get(id.db() + "." + id.table());
            require(table.tid() == load.tid() && load.storage().wire().equals(table.storage()), 138, action);
            long onDisk = disks.getOrDefault(endpoint, Map.of()).getOrDefault(id, 0L);
            hold(endpoint, id, new Own(load.mode().is(TableMode.Known.LEADER), "kTableNormal", onDisk));
        }
    }

    private static void require(boolean holds, int code, Object why) {
        if (!holds) {
            throw new Refused(code, why);
        }
    }

    private Own leading(PartitionId id, int code, Object why) {
        return leader(id)
                .filter(leader -> healthy(leader.endpoint))
                .flatMap(leader -> held(leader.endpoint, id))
                .filter(own -> own.leader && !own.state.equals("kTableLoading"))
                .orElseThrow(() -> new Refused(code, "no leader: " + why));
    }

    private void changeLeader(PartitionId id, String endpoint, Action action) {
        require(replicas.get(id).size() > 1, 134, action);
        Rep candidate = rep(id, endpoint);
        require(healthy(endpoint) && candidate.alive && !candidate.marked, 305, action);
        Own own = held(endpoint, id).orElseThrow(() -> new Refused(305, "op fails: not held: " + action));
        for (Rep rep : replicas.get(id)) {
            if (rep.leads()) {
                rep.alive = false;
                if (healthy(rep.endpoint)) {
                    held(rep.endpoint, id).ifPresent(old -> old.leader = false);
                }
            }
        }
        candidate.marked = true;
        own.leader = true;
    }

    private void recover(PartitionId id, String endpoint, Action action) {
        require(tablets.containsKey(endpoint), 302, action);
        require(healthy(endpoint), 303, action);
        Rep rep = rep(id, endpoint);
        require(!rep.alive, 311, action);
        Own leading = leading(id, -1, "code 0 without an op: " + action);
        rep.marked = false;
        rep.alive = true;
        rep.offset = OptionalLong.of(leading.offset);
        hold(endpoint, id, new Own(false, "kTableNormal", leading.offset));
        unconnected.getOrDefault(id, new ArrayList<>()).remove(endpoint);
    }

    private void migrate(PartitionId id, Action.Migrate migrate) {
        require(healthy(migrate.from()), 318, migrate);
        require(healthy(migrate.endpoint()), 319, migrate);
        Own leading = leading(id, 320, migrate);
        Rep rep = rep(id, migrate.from());
        require(!rep.marked, 320, "cannot migrate leader: " + migrate);
        require(rep.alive, 320, "not alive: " + migrate);
        require(
                replicas.get(id).stream().noneMatch(there -> there.endpoint.equals(migrate.endpoint())),
                320,
                "already in des_endpoint: " + migrate);
        replicas.get(id).remove(rep);
        held.get(migrate.from()).remove(id);
        replicas.get(id).add(new Rep(migrate.endpoint(), false, true, OptionalLong.of(leading.offset), rep.bytes));
        hold(migrate.endpoint(), id, new Own(false, "kTableNormal", leading.offset));
    }

    ClusterSnapshot snapshot() {
        ClusterSnapshot.Builder builder = ClusterSnapshot.builder()
                .tablets(tablets.entrySet().stream()
                        .map(tablet -> Tablet.builder()
                                .endpoint(tablet.getKey())
                                .state(TabletState.of(tablet.getValue() ? "kHealthy" : "kOffline"))
                                .build())
                        .toList())
                .tables(tableInfos())
                .ops(ops);
        tablets.forEach((endpoint, healthy) -> {
            if (healthy) {
                builder.holdings(
                        endpoint,
                        silent.containsKey(endpoint)
                                ? Holdings.unknown(silent.get(endpoint))
                                : Holdings.of(heldOn(endpoint)));
            }
        });
        unconnected.forEach((id, ill) -> builder.followers(
                id,
                FollowersAnswer.of(Followers.builder()
                        .followers(replicas.get(id).stream()
                                .filter(rep -> !rep.marked && !ill.contains(rep.endpoint))
                                .map(rep -> Follower.builder()
                                        .endpoint(rep.endpoint)
                                        .build())
                                .toList())
                        .build())));
        return builder.build();
    }

    private List<HeldPartition> heldOn(String endpoint) {
        return held.get(endpoint).entrySet().stream()
                .map(entry -> {
                    PartitionId id = entry.getKey();
                    Table table = tables.get(id.db() + "." + id.table());
                    return HeldPartition.builder()
                            .tid(table == null ? 9999 : table.tid())
                            .pid(id.pid())
                            .name(id.table())
                            .offset(entry.getValue().offset)
                            .mode(TableMode.of(entry.getValue().leader ? "kTableLeader" : "kTableFollower"))
                            .state(TableState.of(entry.getValue().state))
                            .build();
                })
                .toList();
    }

    List<TableInfo> tableInfos() {
        return tables.values().stream()
                .map(table -> TableInfo.builder()
                        .db(table.db())
                        .name(table.name())
                        .tid(table.tid())
                        .storageMode(StorageMode.of(table.storage()))
                        .partitions(replicas.keySet().stream()
                                .filter(id ->
                                        id.db().equals(table.db()) && id.table().equals(table.name()))
                                .map(id -> partitionInfo(table, id))
                                .toList())
                        .build())
                .toList();
    }

    private TablePartition partitionInfo(Table table, PartitionId id) {
        boolean memory = table.storage().equals("kMemory");
        return TablePartition.builder()
                .pid(id.pid())
                .replicas(replicas.get(id).stream()
                        .map(rep -> Replica.builder()
                                .endpoint(rep.endpoint)
                                .markedLeader(rep.marked)
                                .alive(rep.alive)
                                .offset(rep.offset)
                                .recordBytes(memory ? rep.bytes : 0)
                                .diskBytes(memory ? 0 : rep.bytes)
                                .build())
                        .toList())
                .build();
    }

    /** Lets an op wait for its turn on a partition. */
    void pending(long op, PartitionId id) {
        ops.add(Op.builder()
                .id(op)
                .type(OpType.of("kAddReplicaOP"))
                .state(OpState.of("kInited"))
                .startSeconds(0)
                .endSeconds(0)
                .taskText("-")
                .table(id.table())
                .db(id.db())
                .pidNumber(id.pid())
                .build());
    }

    /** How many replicas of user databases are on a tablet. */
    long count(String endpoint) {
        return replicas.entrySet().stream()
                .filter(entry -> !Scope.system(entry.getKey().db()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(rep -> rep.endpoint.equals(endpoint))
                .count();
    }

    /** How many partitions of user databases a tablet leads. */
    long leads(String endpoint) {
        return replicas.entrySet().stream()
                .filter(entry -> !Scope.system(entry.getKey().db()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(rep -> rep.endpoint.equals(endpoint) && rep.leads())
                .count();
    }

    /** Who holds and who leads what, in a form that can be compared. */
    Map<PartitionId, String> picture() {
        return replicas.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(rep -> rep.endpoint + (rep.marked ? "*" : "") + (rep.alive ? "" : "-"))
                                .sorted()
                                .toList()
                                .toString()));
    }

    @Override
    public String toString() {
        return tablets + "\n" + replicas + "\n" + held;
    }
}
