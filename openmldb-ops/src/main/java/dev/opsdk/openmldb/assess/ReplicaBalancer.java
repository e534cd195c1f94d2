package dev.opsdk.openmldb.assess;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the number of replicas even: always from the fullest tablet to the emptiest. Who once received never gives, so the number of
 * moves is the least possible as long as all replicas can be moved. A replica that a tablet could not take, because the partition is
 * there already, is not offered to it again; so the work stays near linear.
 */
final class ReplicaBalancer {
    private final Layout layout;
    private final Relocation relocation;
    private final List<List<Copy>> followers = new ArrayList<>();
    private final List<List<Copy>> leaders = new ArrayList<>();
    private final Map<Long, int[]> cursors = new HashMap<>();
    /** How many pairs of tablets are looked at for ways through others; only clusters with much that cannot be moved need them. */
    private int searches = 500_000;

    private final NavigableSet<Integer> byCount;
    private final NavigableSet<Integer> givers;

    ReplicaBalancer(Layout layout, Relocation relocation) {
        this.layout = layout;
        this.relocation = relocation;
        Comparator<Integer> order =
                Comparator.<Integer>comparingInt(layout::replicas).thenComparing(Comparator.naturalOrder());
        byCount = new TreeSet<>(order);
        givers = new TreeSet<>(order);
        for (int tablet = 0; tablet < layout.size(); tablet++) {
            followers.add(new ArrayList<>());
            leaders.add(new ArrayList<>());
            if (layout.healthy(tablet)) {
                byCount.add(tablet);
            }
        }
        for (Shard shard : layout.shards()) {
            for (Copy copy : shard.copies) {
                if (shard.inScope && shard.obstacle(copy).isEmpty()) {
                    (copy.leads() ? leaders : followers).get(copy.tablet).add(copy);
                }
            }
        }
        Comparator<Copy> cheapest = Comparator.comparingLong(copy -> copy.bytes);
        followers.forEach(list -> list.sort(cheapest));
        leaders.forEach(list -> list.sort(cheapest));
    }

    void run() {
        int before;
        do {
            before = relocation.moves().size();
            // a tablet that could not give may be able to after others have given
            cursors.clear();
            givers.clear();
            givers.addAll(byCount);
            pass();
        } while (relocation.moves().size() > before);
    }

    private void pass() {
        while (!givers.isEmpty() && layout.replicas(givers.last()) > layout.replicas(byCount.first()) + 1) {
            int from = givers.last();
            if (!give(from) && !giveThroughOthers(from)) {
                givers.remove(from);
            }
        }
    }

    private boolean give(int from) {
        int least = layout.replicas(byCount.first());
        for (int to : byCount) {
            if (layout.replicas(to) > least) {
                break;
            }
            Copy copy = next(from, to, followers, 0);
            if (copy != null) {
                return move(copy, from, to);
            }
        }
        for (int to : byCount) {
            if (layout.replicas(to) > layout.replicas(from) - 2) {
                break;
            }
            Copy copy = offered(from, to);
            if (copy != null) {
                return move(copy, from, to);
            }
        }
        return false;
    }

    /**
     * When all that could go from here is at every emptier tablet already, others can make room: this one gives to a tablet that gives
     * something else to an emptier one.
     */
    private boolean giveThroughOthers(int from) {
        int[] cameFrom = new int[layout.size()];
        Arrays.fill(cameFrom, -1);
        cameFrom[from] = from;
        Deque<Integer> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty()) {
            int via = reached.remove();
            for (int to : byCount) {
                if (cameFrom[to] >= 0 || searches-- < 0 || offered(via, to) == null) {
                    continue;
                }
                cameFrom[to] = via;
                if (layout.replicas(to) <= layout.replicas(from) - 2) {
                    for (int at = to; at != from; at = cameFrom[at]) {
                        Copy copy = offered(cameFrom[at], at);
                        if (copy != null) {
                            move(copy, cameFrom[at], at);
                        }
                    }
                    return true;
                }
                reached.add(to);
            }
        }
        return false;
    }

    private @Nullable Copy offered(int from, int to) {
        Copy copy = next(from, to, followers, 0);
        return copy == null ? next(from, to, leaders, 1) : copy;
    }

    private @Nullable Copy next(int from, int to, List<List<Copy>> offers, int kind) {
        List<Copy> offer = offers.get(from);
        if (offer.isEmpty()) {
            return null;
        }
        int[] cursor = cursors.computeIfAbsent((long) from * layout.size() + to, key -> new int[2]);
        for (; cursor[kind] < offer.size(); cursor[kind]++) {
            Copy copy = offer.get(cursor[kind]);
            if (copy.moved || !copy.shard.fits(to)) {
                continue;
            }
            if (kind == 0 && copy.leads()) {
                // it became leader when another replica moved; it costs more now, so it queues behind the followers
                if (!copy.deferred) {
                    copy.deferred = true;
                    leaders.get(from).add(copy);
                }
                continue;
            }
            return copy;
        }
        return null;
    }

    private boolean move(Copy copy, int from, int to) {
        boolean giving = givers.remove(to);
        givers.remove(from);
        byCount.remove(from);
        byCount.remove(to);
        relocation.move(copy, to, tablet -> true);
        byCount.add(from);
        byCount.add(to);
        givers.add(from);
        if (giving) {
            givers.add(to);
        }
        return true;
    }
}
