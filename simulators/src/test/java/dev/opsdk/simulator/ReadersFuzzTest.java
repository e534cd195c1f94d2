package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads requests, against damaged ones: a value, or the exception that ends the connection. */
class ReadersFuzzTest {
    private static final String JSON = "{\"name\":\"a\\u00e9\",\"list\":[1,-2.5e3,true,null],\"inner\":{\"x\":{}}}";
    private static final List<String> REQUESTS = List.of(
            "POST /a?b=c HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello",
            "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n");

    @Test
    void jsonOfRequests() {
        Damage.tried(
                "simulators' JSON",
                3_000,
                List.of(JSON, "[" + JSON + "]", "1e5"),
                List.of(JsonException.class),
                text -> {
                    Object value = JsonReader.first(text);
                    assertThat(String.valueOf(value)).isNotNull();
                });
    }

    @Test
    void requests() {
        Damage.tried("simulators' HTTP", 3_000, REQUESTS, List.of(IOException.class), text -> {
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
