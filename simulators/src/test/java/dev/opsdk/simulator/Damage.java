package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

/** Tries a reader on damaged texts: a value, or the exception by which it refuses. {@code -Pfuzz} tries many, and others each time. */
public final class Damage {
    private static final int TIMES = Integer.getInteger("opsdk.fuzz.times", 1);
    private static final long SEED = Long.getLong("opsdk.fuzz.seed", TIMES == 1 ? 1 : new SecureRandom().nextLong());
    private static final List<String> PIECES = List.of(
            "",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "-",
            "1e999999999",
            "1e99999999999",
            "null",
            "\\u",
            "\\ud800",
            "\u0000",
            "\r\n",
            "\r\n\r\n",
            "ffffffff",
            "4294967295",
            "-1",
            ";",
            "=",
            "&",
            "%",
            "%zz",
            "%c3",
            "+",
            "--",
            "chunked",
            "99999999999999999999",
            "\u0130".repeat(20_000),
            "(".repeat(20_000),
            "!".repeat(20_000),
            "&a".repeat(20_000),
            "[".repeat(20_000));

    private Damage() {}

    /** Reads a text. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads it.
         *
         * @throws Exception if it refuses
         */
        void read(String text) throws Exception;
    }

    /**
     * Damages what is right, again and again.
     *
     * @param name what is tried
     * @param cases how many in the normal build
     * @param seeds what is right
     * @param refusals how the reader may refuse
     * @param reading reads
     */
    public static void tried(
            String name, int cases, List<String> seeds, List<Class<? extends Exception>> refusals, Reading reading) {
        Random random = new Random(SEED ^ name.hashCode());
        for (int i = 0; i < cases * TIMES; i++) {
            String text = damaged(seeds.get(random.nextInt(seeds.size())), random);
            try {
                reading.read(text);
            } catch (Throwable e) {
                if (refusals.stream().noneMatch(refusal -> refusal.isInstance(e))) {
                    String shown = text.substring(0, Math.min(text.length(), 2_000));
                    throw new AssertionError(name + ", -Dopsdk.fuzz.seed=" + SEED + ", case " + i + ": " + shown, e);
                }
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        if (TIMES > 1) {
            System.out.println("fuzz: " + name + ": " + cases * TIMES + " cases, -Dopsdk.fuzz.seed=" + SEED);
        }
    }

    private static String damaged(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.setLength(from);
                case 1 -> text.insert(from, (char) random.nextInt(256));
                case 2 -> text.insert(from, text.substring(from, to));
                default -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
