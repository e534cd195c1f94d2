package dev.opsdk.examples.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether something grew for good: the least of the last quarter is compared with the most of the first. What goes up and down does not
 * count, because a leak never goes down, and the quarters are far enough apart for one that loses a little a round.
 */
final class Trend {
    /** Helper threads that come and go: OkHttp's task runner, the watch for interrupts, the JDK's HTTP clients until they are collected. */
    static final long THREADS = 6;

    /** Two connections a helper thread of those, at most. */
    static final long FILES = 12;

    /** Compiled lambdas, caches of reflection and of character sets; a hundredth of what the simulators hold at work. */
    static final long HEAP = 4L << 20;

    private Trend() {}

    /** What grew, each as a sentence; none if all is well. */
    static List<String> growth(List<Sample> samples) {
        int quarter = samples.size() / 4;
        if (quarter == 0) {
            throw new IllegalArgumentException(samples.size() + " samples have no quarters");
        }
        List<Sample> first = samples.subList(0, quarter);
        List<Sample> last = samples.subList(samples.size() - quarter, samples.size());
        List<String> grown = new ArrayList<>();
        compare("threads", first, last, Sample::threadCount, THREADS, grown);
        compare("files", first, last, Sample::files, FILES, grown);
        compare("sockets", first, last, Sample::sockets, FILES, grown);
        compare("heap bytes", first, last, Sample::heapBytes, HEAP, grown);
        if (!grown.isEmpty()) {
            grown.add("threads at first " + first.get(0).threads());
            grown.add("threads at last  " + last.get(quarter - 1).threads());
        }
        return grown;
    }

    private static void compare(
            String what,
            List<Sample> first,
            List<Sample> last,
            ToLongFunction<Sample> value,
            long slack,
            List<String> grown) {
        long before = first.stream().mapToLong(value).max().orElseThrow();
        long after = last.stream().mapToLong(value).min().orElseThrow();
        if (after > before + slack) {
            grown.add(what + " grew from at most " + before + " in the first quarter to at least " + after
                    + " in the last; " + slack + " more would have been allowed");
        }
    }
}
