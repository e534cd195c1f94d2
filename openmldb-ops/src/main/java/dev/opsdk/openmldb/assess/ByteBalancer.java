package dev.opsdk.openmldb.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Makes bytes even: from the tablet with most to the one with least, the largest replica that is at most half of the difference, else the
 * smallest one that still makes the difference smaller. Ends when the fullest tablet has none such, or the rest is not worth a move.
 */
final class ByteBalancer {
    /** A difference below this share of the mean is not worth copying data. */
    private static final double TOLERANCE = 0.02;

    /** How many replicas are tried a pair of tablets, so that a partition that lies everywhere does not make planning quadratic. */
    private static final int TRIES = 64;

    private final Layout layout;
    private final Relocation relocation;
    private final List<List<Copy>> offers = new ArrayList<>();
    private final NavigableSet<Integer> byBytes;

    ByteBalancer(Layout layout, Relocation relocation) {
        this.layout = layout;
        this.relocation = relocation;
        byBytes = new TreeSet<>(
                Comparator.<Integer>comparingLong(layout::bytes).thenComparing(Comparator.naturalOrder()));
        for (int tablet = 0; tablet < layout.size(); tablet++) {
            offers.add(new ArrayList<>());
            if (layout.healthy(tablet)) {
                byBytes.add(tablet);
            }
        }
        for (Shard shard : layout.shards()) {
            for (Copy copy : shard.copies) {
                if (shard.inScope && copy.bytes > 0 && shard.obstacle(copy).isEmpty()) {
                    offers.get(copy.tablet).add(copy);
                }
            }
        }
        // among equals followers come last, because the search goes downwards from the end
        Comparator<Copy> order =
                Comparator.<Copy>comparingLong(copy -> copy.bytes).thenComparing(copy -> !copy.leads());
        offers.forEach(list -> list.sort(order));
    }

    void run() {
        long total = byBytes.stream().mapToLong(layout::bytes).sum();
        long tolerance = (long) (TOLERANCE * total / byBytes.size());
        NavigableSet<Integer> givers = new TreeSet<>(byBytes.comparator());
        givers.addAll(byBytes);
        while (!givers.isEmpty()) {
            int from = givers.last();
            int to = byBytes.first();
            if (layout.bytes(from) - layout.bytes(to) <= tolerance) {
                return;
            }
            int choice = choose(from, to);
            if (choice < 0) {
                givers.remove(from);
                continue;
            }
            boolean giving = givers.remove(to);
            givers.remove(from);
            byBytes.remove(from);
            byBytes.remove(to);
            relocation.move(offers.get(from).remove(choice), to, tablet -> true);
            byBytes.add(from);
            byBytes.add(to);
            givers.add(from);
            if (giving) {
                givers.add(to);
            }
        }
    }

    /** The place of the replica that is to move, negative if there is none. */
    private int choose(int from, int to) {
        long difference = layout.bytes(from) - layout.bytes(to);
        List<Copy> offer = offers.get(from);
        int half = firstAbove(offer, difference / 2);
        for (int i = half - 1; i >= 0 && i >= half - TRIES; i--) {
            if (offer.get(i).shard.fits(to)) {
                return i;
            }
        }
        for (int i = half; i < offer.size() && i < half + TRIES && offer.get(i).bytes < difference; i++) {
            if (offer.get(i).shard.fits(to)) {
                return i;
            }
        }
        return -1;
    }

    private static int firstAbove(List<Copy> offer, long bytes) {
        int low = 0;
        int high = offer.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offer.get(middle).bytes > bytes) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
