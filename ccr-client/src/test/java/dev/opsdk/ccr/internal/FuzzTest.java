package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.ccr.RecordedExchanges;
import dev.opsdk.ccr.RecordedExchanges.Exchange;
import dev.opsdk.core.internal.Json;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Answers that were damaged on the way give a value or an Undecodable, and never the answer's text in the message. */
class FuzzTest {
    private static final List<Exchange> JSON = RecordedExchanges.all().stream()
            .filter(exchange -> exchange.response().body().startsWith("{\"success\":true,")
                    || exchange.response().body().startsWith("{\"version\""))
            .toList();
    private static final List<String> METRICS = RecordedExchanges.all().stream()
            .filter(exchange -> exchange.request().path().equals("/metrics"))
            .map(exchange -> exchange.response().body())
            .toList();

    @Property(tries = 1000)
    void cutAnswers(@ForAll("exchanges") Exchange exchange, @ForAll @IntRange(max = 2000) int length) {
        String body = exchange.response().body();
        decodes(exchange, body.substring(0, Math.min(length, body.length())));
    }

    @Property(tries = 2000)
    void changedAnswers(
            @ForAll("exchanges") Exchange exchange,
            @ForAll @IntRange(max = 2000) int where,
            @ForAll @IntRange(max = 30) int length,
            @ForAll("pieces") String piece) {
        String body = exchange.response().body();
        int from = where % body.length();
        int to = Math.min(body.length(), from + length);
        decodes(exchange, body.substring(0, from) + piece + body.substring(to));
    }

    @Property(tries = 2000)
    void valuesOfOtherTypes(@ForAll("exchanges") Exchange exchange, @ForAll int which, @ForAll("values") String value) {
        String[] parts = exchange.response().body().split("(?<=:)", -1);
        if (parts.length < 3) {
            return;
        }
        int at = 2 + Math.floorMod(which, parts.length - 2);
        parts[at] = parts[at].replaceFirst("^(\"[^\"]*\"|[0-9-]+|true|false|null|\\{\\}|\\[\\])", value);
        decodes(exchange, String.join("", parts));
    }

    @Property(tries = 500)
    void changedMetrics(
            @ForAll @IntRange(max = 5000) int where,
            @ForAll @IntRange(max = 30) int length,
            @ForAll("pieces") String piece) {
        for (String body : METRICS) {
            int from = where % body.length();
            int to = Math.min(body.length(), from + length);
            try {
                PrometheusText.parse(body.substring(0, from) + piece + body.substring(to));
            } catch (Json.Undecodable e) {
                assertThat(e).hasMessageStartingWith("metrics line ");
            }
        }
    }

    private static void decodes(Exchange exchange, String body) {
        try {
            Decoding.decode(exchange.request().path(), body);
        } catch (Json.Undecodable e) {
            assertThat(e.getMessage()).doesNotContain("s3cret", "127.0.0.1", "Immutable");
        }
    }

    @Provide
    Arbitrary<Exchange> exchanges() {
        return Arbitraries.of(JSON);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "\"",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "null",
                "1e400",
                "\\",
                "\\ud800",
                "\u0000",
                "true",
                "99999999999999999999");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "{}",
                "[]",
                "[null]",
                "{\"a\":null}",
                "{\"1\":null}",
                "\"\"",
                "\"x\"",
                "1.5",
                "-1",
                "true",
                "99999999999999999999",
                "-9223372036854775808",
                "1e400",
                "\"1970-01-01 08:00:00\"");
    }
}
