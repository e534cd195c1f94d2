package dev.opsdk.benchmarks;

import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The scale-out of the Python tool, written anew after its description (contract 1.5): each database on its own, from the fullest to the
 * emptiest tablet, a random replica, until they differ by one. Roles and places are those of the first look; that they change by its own
 * moves is not seen. This also keeps the truth, to know when the server would refuse.
 */
final class ToolScaleOut {
    private final ClusterSnapshot snapshot;
    private final Random random;
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, Integer> replicas = new TreeMap<>();
    private final Map<String, Integer> leaders = new TreeMap<>();
    private int refusedAt;

    private ToolScaleOut(ClusterSnapshot snapshot, long seed) {
        this.snapshot = snapshot;
        this.random = new Random(seed);
    }

    /** What the tool does for one replica. */
    record Move(boolean leader, boolean single) {}

    /**
     * What the tool comes to.
     *
     * @param moves in order, if nothing were refused
     * @param refusedAt the first move that the server refuses, from 1, because its replica leads by now; the tool ends there; 0 for none
     * @param spread most replicas minus fewest, if nothing were refused
     * @param leaderSpread the same of leaders
     */
    record Outcome(List<Move> moves, int refusedAt, int spread, int leaderSpread) {}

    private static final class Held {
        final Set<String> places;
        final List<Held> siblings;
        final boolean leaderAtFirst;
        String endpoint;
        boolean leads;

        Held(Replica replica, Set<String> places, List<Held> siblings) {
            this.endpoint = replica.endpoint();
            this.leaderAtFirst = replica.leads();
            this.leads = replica.leads();
            this.places = places;
            this.siblings = siblings;
        }
    }

    static Outcome plan(ClusterSnapshot snapshot, long seed) {
        return new ToolScaleOut(snapshot, seed).run();
    }

    private Outcome run() {
        snapshot.healthyTablets().forEach(endpoint -> {
            replicas.put(endpoint, 0);
            leaders.put(endpoint, 0);
        });
        Map<String, List<TableInfo>> databases = new LinkedHashMap<>();
        snapshot.tables()
                .forEach(table -> databases
                        .computeIfAbsent(table.db(), db -> new ArrayList<>())
                        .add(table));
        databases.values().forEach(this::balance);
        return new Outcome(List.copyOf(moves), refusedAt, spread(replicas), spread(leaders));
    }

    private void balance(List<TableInfo> tables) {
        Map<String, List<Held>> held = new HashMap<>();
        snapshot.healthyTablets().forEach(endpoint -> held.put(endpoint, new ArrayList<>()));
        tables.forEach(table -> table.partitions().forEach(partition -> hold(partition, held)));
        List<String> targets = snapshot.healthyTablets();
        List<List<Held>> rows = targets.stream()
                .map(target -> Objects.requireNonNull(held.get(target)))
                .toList();
        int[] counts = rows.stream().mapToInt(List::size).toArray();
        while (true) {
            int out = index(counts, Arrays.stream(counts).max().orElse(0));
            int in = index(counts, Arrays.stream(counts).min().orElse(0));
            if (counts[out] <= counts[in] + 1) {
                break;
            }
            move(rows.get(out), rows.get(in), targets.get(in));
            counts[out]--;
            counts[in]++;
        }
        held.forEach((endpoint, there) -> {
            replicas.merge(endpoint, there.size(), Integer::sum);
            leaders.merge(
                    endpoint, (int) there.stream().filter(row -> row.leads).count(), Integer::sum);
        });
    }

    private static void hold(TablePartition partition, Map<String, List<Held>> held) {
        Set<String> places = new HashSet<>();
        List<Held> siblings = new ArrayList<>();
        for (Replica replica : partition.replicas()) {
            List<Held> there = held.get(replica.endpoint());
            if (there != null) {
                Held row = new Held(replica, places, siblings);
                places.add(row.endpoint);
                siblings.add(row);
                there.add(row);
            }
        }
    }

    private void move(List<Held> from, List<Held> to, String endpoint) {
        int at;
        do {
            at = random.nextInt(from.size());
        } while (from.get(at).places.contains(endpoint));
        Held row = from.remove(at);
        boolean single = row.siblings.size() == 1;
        moves.add(new Move(row.leaderAtFirst, single));
        if (!row.leaderAtFirst && row.leads && refusedAt == 0) {
            refusedAt = moves.size(); // code 320: a leader cannot be migrated
        }
        if (row.leads && !single) {
            row.leads = false;
            row.siblings.stream().filter(other -> other != row).findFirst().ifPresent(other -> other.leads = true);
        }
        row.places.remove(row.endpoint);
        row.places.add(endpoint);
        row.endpoint = endpoint;
        to.add(row);
    }

    private static int index(int[] counts, int wanted) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == wanted) {
                return i;
            }
        }
        return 0;
    }

    private static int spread(Map<String, Integer> counts) {
        var statistics = counts.values().stream().mapToInt(count -> count).summaryStatistics();
        return statistics.getMax() - statistics.getMin();
    }
}
