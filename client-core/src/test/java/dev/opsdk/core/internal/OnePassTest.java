package dev.opsdk.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnePassTest {
    record Lag(@JsonProperty("seconds") long seconds) {}

    private static Optional<OnePass<Lag>> one(String text) {
        return OnePass.one(Replies.of(text), "lag", Lag.class);
    }

    private static Optional<OnePass<List<Lag>>> many(String text) {
        return OnePass.many(Replies.of(text), "lags", Lag.class);
    }

    @Test
    void envelopeAndFieldAreReadWhateverTheirOrder() throws Json.Undecodable {
        for (String text : List.of(
                "{\"ok\":true,\"lag\":{\"seconds\":7,\"new\":[{}]},\"msg\":{\"a\":[1]}}",
                "{\"lag\":{\"seconds\":7},\"ok\":true,\"msg\":{\"a\":[1]}} ")) {
            OnePass<Lag> read = one(text).orElseThrow();

            assertThat(read.value()).contains(new Lag(7));
            assertThat(read.envelope())
                    .isEqualTo(Json.tree("{\"ok\":true,\"msg\":{\"a\":[1]}}".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aListIsReadElementByElement() {
        assertThat(many("{\"lags\":[{\"seconds\":1},{\"seconds\":2}],\"code\":0}")
                        .orElseThrow()
                        .value())
                .contains(List.of(new Lag(1), new Lag(2)));
        assertThat(many("{\"lags\":[]}").orElseThrow().value()).contains(List.of());
    }

    @Test
    void aFieldThatIsLeftOutIsNoValue() {
        assertThat(one("{\"ok\":false}").orElseThrow().value()).isEmpty();
        assertThat(many("{\"ok\":false}").orElseThrow().value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "[]",
                "{",
                "<html>",
                "{\"lag\":{\"seconds\":7}}x",
                "{\"lag\":{\"seconds\":7}}{}",
                "{\"lag\":{\"seconds\":7},\"lag\":{\"seconds\":8}}",
                "{\"lag\":{\"seconds\":\"many\"}}",
                "{\"lag\":{\"seconds\":7}",
                "{\"lag\":null}",
                "{\"lag\":[]}",
                "{\"lag\":7}"
            })
    void ofAnythingUnusualItSaysNothing(String text) {
        assertThat(one(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lags\":[{\"seconds\":1},null]}",
                "{\"lags\":[{\"seconds\":1},[]]}",
                "{\"lags\":[{\"seconds\":1}",
                "{\"lags\":[{\"seconds\":1}]",
                "{\"lags\":[{\"seconds\":1},7]}",
                "{\"lags\":{\"seconds\":1}}",
                "{\"lags\":null}",
                "{\"lags\":[],\"lags\":[]}"
            })
    void ofAListWithAnythingUnusualItSaysNothing(String text) {
        assertThat(many(text)).isEmpty();
    }

    private static Optional<OnePass<Lag>> flat(String text) {
        return OnePass.flat(Replies.of(text), Set.of("ok", "msg"), Lag.class);
    }

    @Test
    void aModelBesideItsEnvelopeIsReadWithoutIt() throws Json.Undecodable {
        for (String text : List.of(
                "{\"ok\":true,\"msg\":[{\"ok\":7}],\"seconds\":7}",
                "{\"seconds\":7,\"new\":{\"ok\":false,\"msg\":1},\"msg\":[{\"ok\":7}],\"ok\":true}",
                "{\"msg\":[{\"ok\":7}],\"seconds\":7,\"ok\":true}")) {
            OnePass<Lag> read = flat(text).orElseThrow();

            assertThat(read.value()).contains(new Lag(7));
            assertThat(read.envelope())
                    .isEqualTo(Json.tree("{\"ok\":true,\"msg\":[{\"ok\":7}]}".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "[]",
                "null",
                "{",
                "<html>",
                "{\"ok\":true,\"seconds\":7",
                "{\"ok\":true,\"seconds\":7}x",
                "{\"ok\":true,\"seconds\":7}{}",
                "{\"ok\":true,\"seconds\":\"many\"}",
                "{\"ok\":tru"
            })
    void besideAnEnvelopeItSaysNothingOfAnythingUnusual(String text) {
        assertThat(flat(text)).isEmpty();
    }
}
