package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.StorageMode;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A planner's working copy of who holds and who leads what. Planners change it with every move that they decide, because a move changes
 * roles: a plan from roles read once sends a migration for what became a leader in between.
 */
final class Layout {
    private final String[] endpoints;
    private final boolean[] healthy;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Shard> shards = new ArrayList<>();

    /** Replicas of the scope a tablet. */
    private final int[] replicas;

    /** Leaders of the scope a tablet. */
    private final int[] leaders;

    private final long[] bytes;

    Layout(ClusterSnapshot snapshot, Scope scope) {
        TreeSet<String> names = new TreeSet<>(snapshot.tablets().keySet());
        names.addAll(snapshot.missingTablets());
        endpoints = names.toArray(new String[0]);
        healthy = new boolean[endpoints.length];
        for (int i = 0; i < endpoints.length; i++) {
            index.put(endpoints[i], i);
            healthy[i] = snapshot.healthy(endpoints[i]);
        }
        replicas = new int[endpoints.length];
        leaders = new int[endpoints.length];
        bytes = new long[endpoints.length];
        for (TableInfo table : snapshot.tables()) {
            boolean inScope = scope.includes(table.db(), table.name());
            for (TablePartition partition : table.partitions()) {
                shards.add(shard(snapshot, table, partition, inScope));
            }
        }
        noteLeftovers(snapshot);
    }

    private void noteLeftovers(ClusterSnapshot snapshot) {
        Map<List<Long>, Shard> byNumber = new HashMap<>();
        for (int tablet = 0; tablet < endpoints.length; tablet++) {
            for (HeldPartition held :
                    healthy[tablet] ? snapshot.orphans(endpoints[tablet]) : List.<HeldPartition>of()) {
                if (byNumber.isEmpty()) {
                    shards.forEach(shard -> byNumber.put(List.of(shard.tid, shard.id.pid()), shard));
                }
                Shard shard = byNumber.get(List.of(held.tid(), held.pid()));
                if (shard != null) {
                    shard.leftovers.add(tablet);
                }
            }
        }
    }

    private Shard shard(ClusterSnapshot snapshot, TableInfo table, TablePartition partition, boolean inScope) {
        Shard shard = new Shard(
                new PartitionId(table.db(), table.name(), partition.pid()),
                table.tid().orElse(0),
                inScope);
        boolean memory = table.storageMode().is(StorageMode.Known.MEMORY);
        for (Replica replica : partition.replicas()) {
            int tablet = tablet(replica.endpoint());
            Seen seen = Seen.of(snapshot, table, partition.pid(), replica);
            long size = memory
                    ? replica.recordBytes().orElse(partition.recordBytes().orElse(0))
                    : Math.max(replica.diskBytes(), replica.diskBytes() == 0 ? partition.diskBytes() : 0);
            Copy copy = new Copy(shard, tablet, replica.markedLeader(), replica.alive(), seen.offset(), size);
            copy.flaw = Flaws.of(seen, snapshot.followers(shard.id));
            shard.copies.add(copy);
            count(copy, tablet, 1);
        }
        shard.trouble = Flaws.of(snapshot, shard);
        return shard;
    }

    private void count(Copy copy, int tablet, int by) {
        if (copy.shard.inScope) {
            replicas[tablet] += by;
            bytes[tablet] += by * copy.bytes;
            if (copy.leads()) {
                leaders[tablet] += by;
            }
        }
    }

    /** The tablet's place in all arrays. */
    int tablet(String endpoint) {
        return Objects.requireNonNull(index.get(endpoint), endpoint);
    }

    String name(int tablet) {
        return endpoints[tablet];
    }

    int size() {
        return endpoints.length;
    }

    boolean healthy(int tablet) {
        return healthy[tablet];
    }

    int replicas(int tablet) {
        return replicas[tablet];
    }

    int leaders(int tablet) {
        return leaders[tablet];
    }

    long bytes(int tablet) {
        return bytes[tablet];
    }

    List<Shard> shards() {
        return shards;
    }

    /**
     * Who can take over: the follower that is furthest, and of those the one whose tablet leads least.
     *
     * @param allowed tablets that may lead
     */
    @Nullable
    Copy successor(Shard shard, IntPredicate allowed) {
        Copy best = null;
        for (Copy copy : shard.copies) {
            if (copy.usableFollower()
                    && allowed.test(copy.tablet)
                    && (best == null
                            || copy.offset > best.offset
                            || (copy.offset == best.offset && leaders[copy.tablet] < leaders[best.tablet]))) {
                best = copy;
            }
        }
        return best;
    }

    /** Moves a replica, and its role with it. */
    void relocate(Copy copy, int to) {
        count(copy, copy.tablet, -1);
        copy.tablet = to;
        count(copy, to, 1);
    }

    /** Makes a follower the leader and recovers the old one. */
    void promote(Copy successor) {
        for (Copy old = successor.shard.leader(); old != null; old = successor.shard.leader()) {
            setRole(old, false, true);
        }
        count(successor, successor.tablet, -1);
        successor.marked = true;
        count(successor, successor.tablet, 1);
    }

    /** Changes what the nameserver says of a replica. */
    void setRole(Copy copy, boolean marked, boolean alive) {
        count(copy, copy.tablet, -1);
        copy.marked = marked;
        copy.alive = alive;
        count(copy, copy.tablet, 1);
    }

    /** Drops a replica. */
    void drop(Copy copy) {
        count(copy, copy.tablet, -1);
        copy.shard.copies.remove(copy);
    }

    /** Adds a follower that is as far as its leader. */
    Copy add(Shard shard, int to, Copy like) {
        Copy copy = new Copy(shard, to, false, true, like.offset, like.bytes);
        shard.copies.add(copy);
        count(copy, to, 1);
        return copy;
    }

    Distribution distribution() {
        return new Distribution(Arrays.stream(endpoints)
                .map(endpoint -> {
                    int i = tablet(endpoint);
                    return new TabletLoad(endpoint, healthy[i], replicas[i], leaders[i], bytes[i]);
                })
                .toList());
    }
}
