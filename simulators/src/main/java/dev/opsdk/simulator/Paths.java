package dev.opsdk.simulator;

import java.util.Comparator;
import java.util.List;

/** Paths with parameters: {@code /Files/{id}} stands for every file. */
final class Paths {

    private static final int SHOWN = 3;

    private Paths() {}

    static boolean matches(String pattern, String path) {
        if (pattern.indexOf('{') < 0) {
            return pattern.equals(path);
        }
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean any = wanted[i].startsWith("{") && !given[i].isEmpty();
            if (!any && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    /** Those that somebody may have meant who wrote something else. */
    static List<String> nearest(String path, List<String> among) {
        return among.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(known -> distance(path, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** How many characters have to be put in, taken out or replaced. */
    private static int distance(String from, String to) {
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
            }
            last = row;
        }
        return last[to.length()];
    }
}
