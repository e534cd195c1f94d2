package dev.opsdk.core.testkit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a property on many random cases. The normal build tries the same few each time; {@code -Pfuzz} tries many, and others each
 * time. A failure says which case it was: {@code -Dopsdk.fuzz.case=<number>} repeats that one alone.
 */
public final class Fuzz {
    private static final int TIMES = Integer.getInteger("opsdk.fuzz.times", 1);
    private static final long SEED = seed();
    private static final Long ONLY = Long.getLong("opsdk.fuzz.case");

    /** Against a parser that takes the square of its input; what is tried is below 256 KiB. */
    private static final long MOST_ALLOCATED = 128L << 20;

    /** Guards against what does not end; nothing is said about speed. */
    private static final long HANGS_AFTER_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Fuzz() {}

    /** One case. */
    @FunctionalInterface
    public interface Case {
        /**
         * Makes an input and looks what becomes of it.
         *
         * @param random the only source of chance
         * @throws Exception fails the case
         */
        void run(Random random) throws Exception;
    }

    /**
     * Runs the cases one after the other, in a thread of their own.
     *
     * @param name what is tried; cases of another name are other ones
     * @param cases how many in the normal build
     * @param each one case
     */
    public static void run(String name, int cases, Case each) {
        Runner runner = new Runner(name, ONLY == null ? Math.multiplyExact(cases, TIMES) : 1, each);
        FutureTask<Void> task = new FutureTask<>(runner, null);
        Thread thread = new Thread(task, "fuzz " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                try {
                    task.get(1, TimeUnit.SECONDS);
                    break;
                } catch (TimeoutException e) {
                    if (System.nanoTime() - runner.began > HANGS_AFTER_NANOS) {
                        AssertionError hang = new AssertionError(runner.label() + " does not end");
                        hang.setStackTrace(thread.getStackTrace());
                        task.cancel(true);
                        throw hang;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AssertionError failed ? failed : new AssertionError(e.getCause());
        }
        if (TIMES > 1) {
            System.out.println("fuzz: " + name + ": " + runner.cases + " cases, -Dopsdk.fuzz.seed=" + SEED);
        }
    }

    /**
     * A text as a failure shows it: bytes that cannot be seen are escaped, and a long one is cut.
     *
     * @param input what was tried
     */
    public static String shown(byte[] input) {
        StringBuilder shown = new StringBuilder("(" + input.length + " bytes) ");
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (char c : text.substring(0, Math.min(text.length(), 2_000)).toCharArray()) {
            shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return shown.toString();
    }

    private static long seed() {
        Long told = Long.getLong("opsdk.fuzz.seed");
        return told != null ? told : TIMES == 1 ? 1 : new SecureRandom().nextLong();
    }

    private static final class Runner implements Runnable {
        private final String name;
        private final int cases;
        private final Case each;
        private final Random numbers;
        private volatile long number;
        private volatile long began = System.nanoTime();

        Runner(String name, int cases, Case each) {
            this.name = name;
            this.cases = cases;
            this.each = each;
            this.numbers = new Random(SEED ^ name.hashCode());
        }

        @Override
        public void run() {
            for (int i = 0; i < cases; i++) {
                number = ONLY == null ? numbers.nextLong() : ONLY;
                began = System.nanoTime();
                long allocated = Allocated.by(() -> {
                    try {
                        each.run(new Random(number));
                    } catch (Throwable e) {
                        throw new AssertionError(label() + ": " + e.getMessage(), e);
                    }
                });
                if (allocated > MOST_ALLOCATED) {
                    throw new AssertionError(label() + " allocated " + allocated + " bytes");
                }
            }
        }

        String label() {
            return name + ", -Dopsdk.fuzz.case=" + number;
        }
    }
}
