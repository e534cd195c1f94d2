package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What may become of a damaged text: a value that can be printed and compared, or a failure of ours. Which one is ours depends on
 * who wrote the text.
 */
public final class Parsing {
    private Parsing() {}

    /** A parser of texts. */
    @FunctionalInterface
    public interface Parser {
        /**
         * Parses.
         *
         * @param text damaged, or not
         * @return the value
         * @throws Exception if it is none
         */
        Object parse(String text) throws Exception;
    }

    /**
     * A text of the user's: refused by an {@link IllegalArgumentException} that says which argument it is about.
     *
     * @param cases how many in the normal build
     * @param seeds texts that are right
     * @param names what the message has to hold
     * @param parser the parser
     */
    public static void ofUser(String name, int cases, List<String> seeds, String names, Parser parser) {
        tried(name, cases, seeds, Hostile::chars, parser, failure -> {
            assertThat(failure).isExactlyInstanceOf(IllegalArgumentException.class);
            assertThat(failure.getMessage()).contains(names);
        });
    }

    /**
     * A text of a server's or of a file's that may hold anything: whatever it is, something comes of it.
     *
     * @param cases how many in the normal build
     * @param seeds texts that are right
     * @param parser the parser
     */
    public static void lenient(String name, int cases, List<String> seeds, Parser parser) {
        tried(name, cases, seeds, Hostile::chars, parser, failure -> {
            throw new AssertionError("it must take any text", failure);
        });
    }

    /**
     * A server's text: undecodable, in words that hold none of it.
     *
     * @param cases how many in the normal build
     * @param seeds texts that are right
     * @param parser the parser
     */
    public static void ofServer(String name, int cases, List<String> seeds, Parser parser) {
        tried(name, cases, seeds, Hostile::chars, parser, Parsing::undecodable);
    }

    /**
     * A server's JSON: undecodable, in words that hold none of its values.
     *
     * @param cases how many in the normal build
     * @param seeds texts that are right
     * @param parser the parser
     */
    public static void ofServersJson(String name, int cases, List<String> seeds, Parser parser) {
        BiFunction<String, Random, String> damage =
                (seed, random) -> new String(Hostile.json(seed, random), StandardCharsets.UTF_8);
        tried(name, cases, seeds, damage, parser, Parsing::undecodable);
    }

    private static void undecodable(Throwable failure) {
        assertThat(failure).isExactlyInstanceOf(Json.Undecodable.class);
        assertThat(PlantedSecrets.everythingSaidBy(failure)).doesNotContain(Hostile.MARKER);
    }

    /** Looks at a failure of the parser. */
    @FunctionalInterface
    private interface Judge {
        void judge(Throwable failure);
    }

    private static void tried(
            String name,
            int cases,
            List<String> seeds,
            BiFunction<String, Random, String> damage,
            Parser parser,
            Judge judge) {
        Fuzz.run(name, cases, random -> {
            String text = damage.apply(Hostile.oneOf(seeds, random), random);
            try {
                Object value;
                try {
                    value = parser.parse(text);
                } catch (Throwable e) {
                    judge.judge(e);
                    return;
                }
                // whoever gets it prints it and puts it into sets
                assertThat(Set.of(value)).contains(value);
                assertThat(String.valueOf(value)).isNotNull();
            } catch (Throwable e) {
                throw new AssertionError(
                        e.getMessage() + "\ninput: " + Fuzz.shown(text.getBytes(StandardCharsets.UTF_8)), e);
            }
        });
    }
}
