package dev.opsdk.examples.openmldb;

import dev.opsdk.openmldb.assess.Distribution;
import dev.opsdk.openmldb.assess.TabletLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A distribution as text bars: leaders dark, followers light. */
public final class Pictures {
    private static final int WIDTH = 40;
    private static final int MOST_LINES = 40;

    private Pictures() {}

    /**
     * Draws replicas and leaders, a line a tablet. Of many tablets, those with most and those with fewest.
     *
     * @param title the first line
     * @param distribution what lies where
     * @return lines
     */
    public static List<String> of(String title, Distribution distribution) {
        List<TabletLoad> loads = distribution.loads();
        int most = loads.stream().mapToInt(TabletLoad::replicas).max().orElse(0);
        int name =
                loads.stream().mapToInt(load -> load.endpoint().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(title + "  (# leader, = follower)");
        if (loads.size() <= MOST_LINES) {
            loads.forEach(load -> lines.add(line(load, name, most)));
            return lines;
        }
        List<TabletLoad> sorted = loads.stream()
                .sorted(Comparator.comparingInt(TabletLoad::replicas).reversed())
                .toList();
        int half = MOST_LINES / 2;
        sorted.subList(0, half).forEach(load -> lines.add(line(load, name, most)));
        lines.add("  ... " + (sorted.size() - MOST_LINES) + " tablets between them");
        sorted.subList(sorted.size() - half, sorted.size()).forEach(load -> lines.add(line(load, name, most)));
        return lines;
    }

    private static String line(TabletLoad load, int name, int most) {
        int all = cells(load.replicas(), most);
        int dark = Math.min(all, cells(load.leaders(), most));
        String bar = "#".repeat(dark) + "=".repeat(all - dark);
        return "  " + load.endpoint() + " ".repeat(name - load.endpoint().length()) + " |" + bar
                + " ".repeat(WIDTH - all) + "| "
                + load.replicas() + " replicas, " + load.leaders() + " leaders"
                + (load.healthy() ? "" : ", not healthy");
    }

    /** Small numbers stay countable; what is there is seen. */
    private static int cells(int count, int most) {
        if (most <= WIDTH) {
            return count;
        }
        return count == 0 ? 0 : Math.max(1, Math.round((float) count * WIDTH / most));
    }
}
