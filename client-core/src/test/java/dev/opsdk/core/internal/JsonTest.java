package dev.opsdk.core.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Counts(@JsonProperty("byStatus") Map<String, Long> byStatus) {}

    record Inner(@JsonProperty("count") int count) {}

    record Model(
            @JsonProperty("name") String name,
            @JsonProperty("inner") Inner inner,
            @JsonProperty("list") List<Inner> list,
            @JsonProperty("at") Optional<Instant> at) {}

    record Picky(String value) {
        @JsonCreator
        static Picky of(String value) {
            if (value.startsWith("zq7")) {
                throw new IllegalStateException("cannot take " + value);
            }
            return new Picky(value);
        }
    }

    record Login(
            @JsonProperty("user") String user,
            @JsonProperty("password") Secret password) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "zq7value",
                "{\"a\": zq7value}",
                "{\"a\": \"zq7value",
                "{\"a\": 1} zq7value",
                "{\"a\": 1} {\"b\": \"zq7value\"}",
                "[1, 2",
                "<html>zq7value</html>",
                "{\"a\": \"zq7value\u0001\"}",
            })
    void whatIsNotOneWholeJsonValueIsUndecodableAndNotQuoted(String text) {
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> Json.tree(text.getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("zq7value"))
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 100_000, 5_000_000})
    void deepNestingIsUndecodableAndNoStackOverflow(int depth) {
        assertThatThrownBy(() -> Json.tree("[".repeat(depth).getBytes(UTF_8))).isInstanceOf(Json.Undecodable.class);
        assertThatThrownBy(() -> Json.tree("{\"a\":".repeat(depth).getBytes(UTF_8)))
                .isInstanceOf(Json.Undecodable.class);
    }

    @Test
    void aNumberTooLongToHandleIsUndecodable() {
        assertThatThrownBy(() -> Json.tree("9".repeat(100_000).getBytes(UTF_8))).isInstanceOf(Json.Undecodable.class);
    }

    @Test
    void aLongStringIsFine() throws Json.Undecodable {
        String text = "x".repeat(25_000_000);
        assertThat(Json.tree(("\"" + text + "\"").getBytes(UTF_8)).asText()).hasSize(25_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"inner\": {\"count\": \"zq7value\"}}",
                "{\"inner\": \"zq7value\"}",
                "{\"list\": [{\"count\": 1}, {\"count\": [\"zq7value\"]}]}",
                "{\"at\": \"zq7value\"}",
                "{\"inner\": {\"count\": 1.5, \"zq7value\": 1}}",
                "{\"inner\": {\"count\": 1e400}}",
                "\"zq7value\"",
                "[\"zq7value\"]",
            })
    void whatDoesNotFitIsUndecodableAndNotQuoted(String text) throws Json.Undecodable {
        JsonNode tree = Json.tree(text.getBytes(UTF_8));
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> Json.decode(tree, Model.class, "reply"))
                .satisfies(
                        e -> assertThat(e.getMessage()).startsWith("at reply").doesNotContain("zq7value"))
                .satisfies(e -> assertThat(e.getCause()).isNull());
    }

    @Test
    void theMessageNamesPlaceAndType() throws Json.Undecodable {
        JsonNode tree = Json.tree("{\"list\": [{\"count\": 1}, {\"count\": \"x\"}]}".getBytes(UTF_8));
        assertThatThrownBy(() -> Json.decode(tree, Model.class, "data"))
                .hasMessage("at data.list[1].count: expected int");
    }

    @Test
    void theKeyOfAMapIsNotQuoted() throws Json.Undecodable {
        JsonNode tree = Json.tree("{\"byStatus\": {\"zq7key\": \"x\"}}".getBytes(UTF_8));
        assertThatThrownBy(() -> Json.decode(tree, Counts.class, "data"))
                .hasMessage("at data.byStatus.*: expected Long");
    }

    @Test
    void aCreatorThatThrowsIsUndecodableAndNotQuoted() throws Json.Undecodable {
        JsonNode tree = Json.tree("\"zq7value\"".getBytes(UTF_8));
        assertThatExceptionOfType(Json.Undecodable.class)
                .isThrownBy(() -> Json.decode(tree, Picky.class, "reply"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("zq7value"));
    }

    @Test
    void nullWhereAModelIsExpectedIsUndecodable() throws Json.Undecodable {
        JsonNode tree = Json.tree("null".getBytes(UTF_8));
        assertThatThrownBy(() -> Json.decode(tree, Model.class, "data"))
                .isInstanceOf(Json.Undecodable.class)
                .hasMessage("at data: null where Model was expected");
    }

    @Test
    void unknownAndMissingFieldsAreFine() throws Json.Undecodable {
        Model model = Json.decode(
                Json.tree("{\"name\": \"n\", \"new\": {}, \"at\": \"2026-01-01T00:00:00Z\"}".getBytes(UTF_8)),
                Model.class,
                "data");
        assertThat(model).isEqualTo(new Model("n", null, null, Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
    }

    @Test
    void onlyTheWireRevealsSecrets() throws Exception {
        Login login = new Login("u", Secret.of("s3cret"));
        assertThat(Json.wire().writeValueAsString(login)).isEqualTo("{\"user\":\"u\",\"password\":\"s3cret\"}");
        assertThat(Json.masked(login)).isEqualTo("{\"user\":\"u\",\"password\":\"***\"}");
        assertThat(new ObjectMapper().writeValueAsString(login)).isEqualTo("{\"user\":\"u\",\"password\":\"***\"}");
        assertThat(Json.wire().writeValueAsString(Map.of("x", List.of(Secret.of("s3cret")))))
                .contains("s3cret");
    }

    @Test
    void secretsAreReadFromTheWire() throws Json.Undecodable {
        assertThat(Json.decode(Json.tree("{\"password\":\"s3cret\"}".getBytes(UTF_8)), Login.class, "x")
                        .password()
                        .reveal())
                .isEqualTo("s3cret");
    }

    @Property
    void anyBytesAreATreeOrUndecodable(@ForAll byte[] bytes) {
        try {
            assertThat(Json.tree(bytes)).isNotNull();
        } catch (Json.Undecodable e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
