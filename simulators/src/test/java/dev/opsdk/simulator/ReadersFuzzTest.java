package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads requests, against damaged ones: a value, or the exception that ends the connection. */
class ReadersFuzzTest {
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
            "chunked",
            "99999999999999999999",
            "[".repeat(20_000));
    private static final String JSON = "{\"name\":\"a\\u00e9\",\"list\":[1,-2.5e3,true,null],\"inner\":{\"x\":{}}}";
    private static final List<String> REQUESTS = List.of(
            "POST /a?b=c HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello",
            "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n");

    private interface Reading {
        void read(String text) throws IOException, JsonException;
    }

    private static void tried(String name, int cases, List<String> seeds, Reading reading) {
        Random random = new Random(SEED ^ name.hashCode());
        for (int i = 0; i < cases * TIMES; i++) {
            String text = damaged(seeds.get(random.nextInt(seeds.size())), random);
            try {
                reading.read(text);
            } catch (IOException | JsonException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (Throwable e) {
                throw new AssertionError(name + ", -Dopsdk.fuzz.seed=" + SEED + ", case " + i + ": " + text, e);
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

    @Test
    void jsonOfRequests() {
        tried("simulators' JSON", 3_000, List.of(JSON, "[" + JSON + "]", "1e5"), text -> {
            Object value = JsonReader.first(text);
            assertThat(String.valueOf(value)).isNotNull();
        });
    }

    @Test
    void requests() {
        tried("simulators' HTTP", 3_000, REQUESTS, text -> {
            ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
            HttpReader reader = new HttpReader(in, OutputStream.nullOutputStream());
            while (reader.next() != null) {
                assertThat(in.available()).isNotNegative();
            }
        });
    }

    /** Found by the above: each ended in an exception that nobody expects of a reader, or in none. */
    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e999999999", "[1e-999999999]"})
    void aNumberThatNobodyCanHoldIsRefused(String json) {
        assertThatThrownBy(() -> JsonReader.first(json)).isInstanceOf(JsonException.class);
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRefused() {
        assertThatThrownBy(() -> JsonReader.first("[".repeat(200_000)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("exceeded max depth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967295", "-1", "-0", "99999999999"})
    void aLengthThatIsNoneEndsTheConnection(String length) {
        String request = "POST / HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\nx";
        assertThatThrownBy(() -> new HttpReader(
                                new ByteArrayInputStream(request.getBytes(StandardCharsets.ISO_8859_1)),
                                new ByteArrayOutputStream())
                        .next())
                .isInstanceOf(IOException.class);
    }
}
