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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the number of leaders even by handing leadership to followers, through others if need be: when A has no follower on C, but one on
 * B, and B one on C, then A hands to B and B to C. Without such a way the tablet keeps what it has, so the result is as even as it can be
 * without moving data. A partition that would change twice changes once, to where it ends.
 */
final class LeaderBalancer {
    private final Layout layout;
    private final NavigableSet<Integer> open;
    private final boolean[] closed;
    /** A tablet's leaderships that each other tablet could take; entries are checked when they are used. */
    private final List<Map<Integer, Deque<Shard>>> takers = new ArrayList<>();

    private final Map<Shard, Copy> original = new HashMap<>();
    private final List<Shard> changed = new ArrayList<>();

    LeaderBalancer(Layout layout) {
        this.layout = layout;
        open = new TreeSet<>(
                Comparator.<Integer>comparingInt(layout::leaders).thenComparing(Comparator.naturalOrder()));
        closed = new boolean[layout.size()];
        for (int tablet = 0; tablet < layout.size(); tablet++) {
            takers.add(new TreeMap<>());
            if (layout.healthy(tablet)) {
                open.add(tablet);
            }
        }
        for (Shard shard : layout.shards()) {
            if (shard.inScope && shard.trouble.isEmpty()) {
                offer(shard);
            }
        }
    }

    private void offer(Shard shard) {
        Copy leader = shard.leader();
        if (leader == null) {
            return;
        }
        for (Copy copy : shard.copies) {
            if (copy.usableFollower()) {
                takers.get(leader.tablet)
                        .computeIfAbsent(copy.tablet, tablet -> new ArrayDeque<>())
                        .add(shard);
            }
        }
    }

    List<Move> run() {
        while (!open.isEmpty()) {
            int from = open.last();
            int[] cameFrom = new int[layout.size()];
            int to = find(from, cameFrom);
            if (to < 0) {
                close(from, cameFrom);
            } else {
                for (int at = to; at != from; at = cameFrom[at]) {
                    hand(cameFrom[at], at);
                }
            }
        }
        List<Move> moves = new ArrayList<>();
        for (Shard shard : changed) {
            Copy before = original.get(shard);
            Copy after = shard.leader();
            if (before != null && after != null && before != after) {
                moves.add(new Move.TransferLeader(shard.id, layout.name(before.tablet), layout.name(after.tablet)));
            }
        }
        return moves;
    }

    /** The nearest tablet that leads at least two less; of those the one that leads least. Negative if there is none. */
    private int find(int from, int[] cameFrom) {
        Arrays.fill(cameFrom, -1);
        cameFrom[from] = from;
        List<Integer> level = List.of(from);
        while (!level.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            int best = -1;
            for (int tablet : level) {
                for (int taker : takers.get(tablet).keySet()) {
                    if (cameFrom[taker] >= 0 || closed[taker] || offered(tablet, taker) == null) {
                        continue;
                    }
                    cameFrom[taker] = tablet;
                    next.add(taker);
                    if (layout.leaders(taker) <= layout.leaders(from) - 2
                            && (best < 0 || layout.leaders(taker) < layout.leaders(best))) {
                        best = taker;
                    }
                }
            }
            if (best >= 0) {
                return best;
            }
            level = next;
        }
        return -1;
    }

    /** All that was reached leads at most one less than the fullest, and leads nowhere else: none of it can be improved. */
    private void close(int from, int[] cameFrom) {
        for (int tablet = 0; tablet < cameFrom.length; tablet++) {
            if (cameFrom[tablet] >= 0 && layout.leaders(tablet) <= layout.leaders(from)) {
                closed[tablet] = true;
                open.remove(tablet);
            }
        }
    }

    private @Nullable Shard offered(int from, int to) {
        Deque<Shard> queue = takers.get(from).get(to);
        while (queue != null && !queue.isEmpty()) {
            Shard shard = queue.peek();
            Copy leader = shard.leader();
            Copy follower = shard.on(to);
            if (leader != null && leader.tablet == from && follower != null && follower.usableFollower()) {
                return shard;
            }
            queue.remove();
        }
        return null;
    }

    private void hand(int from, int to) {
        Shard shard = offered(from, to);
        Copy follower = shard == null ? null : shard.on(to);
        Copy leader = shard == null ? null : shard.leader();
        if (shard == null || follower == null || leader == null) {
            return;
        }
        if (original.putIfAbsent(shard, leader) == null) {
            changed.add(shard);
        }
        open.remove(from);
        open.remove(to);
        layout.promote(follower);
        offer(shard);
        open.add(from);
        open.add(to);
    }
}
