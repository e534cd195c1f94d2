package dev.opsdk.examples.soak;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All work at the same time, round after round; between rounds it is counted what is left. */
final class Soak {
    private final List<Work> works;
    private final Duration length;
    private final Duration every;
    private final int warmUp;
    private final PrintStream out;

    /**
     * Plans a soak.
     *
     * @param works all of it
     * @param length how long, after the warm-up
     * @param every how long from sample to sample
     * @param warmUp rounds before the first sample: classes are loaded and pools filled
     * @param out gets the table, line by line
     */
    Soak(List<Work> works, Duration length, Duration every, int warmUp, PrintStream out) {
        this.works = List.copyOf(works);
        this.length = length;
        this.every = every;
        this.warmUp = warmUp;
        this.out = out;
    }

    /** Works until the time is over and there are at least eight samples. */
    List<Sample> run() throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(works.size());
        try {
            int rounds = 0;
            while (rounds < warmUp) {
                round(executor, rounds++);
            }
            out.println(Sample.head());
            long start = System.nanoTime();
            Duration next = Duration.ZERO;
            Duration now = Duration.ZERO;
            while (now.compareTo(length) < 0 || samples.size() < 8) {
                round(executor, rounds++);
                now = Duration.ofNanos(System.nanoTime() - start);
                if (now.compareTo(next) >= 0) {
                    Sample sample = Sample.take(now, rounds);
                    samples.add(sample);
                    out.println(sample.row());
                    next = now.plus(every);
                }
            }
        } finally {
            executor.shutdownNow();
            works.forEach(Work::close);
        }
        out.println(samples.get(samples.size() - 1).threads());
        return samples;
    }

    private void round(ExecutorService executor, int number) throws InterruptedException {
        List<Future<?>> begun = new ArrayList<>();
        for (Work work : works) {
            begun.add(executor.submit(() -> {
                work.round(number);
                return null;
            }));
        }
        for (Future<?> future : begun) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new AssertionError("round " + number, e.getCause());
            }
        }
    }
}
