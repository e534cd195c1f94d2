package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, narrowed as MongoDB narrows them. */
class FilterTest extends BizTest {

    private final SimConnector connector = start().connector(0);
    private final BizWire wire = BizWire.of(connector);

    @BeforeEach
    void files() {
        created(wire.upload("Alpha.txt", new byte[5], "title", "2020", "tags", "x:a", "tags", "x:b"));
        created(wire.upload("beta.txt", new byte[5], "title", "2020"));
        created(wire.upload("gamma.TXT", new byte[6], "title", "other"));
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        for (JsonNode file : ok(wire.get("/Files?" + query))) {
            names.add(file.get("filename").asText());
        }
        return names;
    }

    private static String of(String field, String... values) {
        StringBuilder query = new StringBuilder();
        for (String value : values) {
            query.append(query.isEmpty() ? "" : "&").append(field).append('=');
            query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    @Test
    void valuesThatLookLikeNumbersAreNumbers() {
        assertThat(names("title=2020")).isEmpty();
        assertThat(names("filesize=5")).hasSize(2);
        assertThat(names(of("filesize", ">5"))).containsExactly("gamma.TXT");
        assertThat(names(of("filesize", ">abc"))).isEmpty();
    }

    @Test
    void aYearAloneMatchesNoDate() {
        assertThat(names(of("createdAt", ">2020"))).isEmpty();
        assertThat(names(of("createdAt", ">2020-01-01"))).hasSize(3);
        assertThat(names(of("createdAt", ">2020-01-01", "<2099-01-01"))).hasSize(3);
        assertThat(names(of("createdAt", ">2020-01-01", "<2021-01-01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "^a, Alpha.txt",
        "$TXT, Alpha.txt;beta.txt;gamma.TXT",
        "~^b.*t$, beta.txt",
        "!Alpha.txt, beta.txt;gamma.TXT"
    })
    void textIsComparedWithoutRegardToCase(String value, String expected) {
        assertThat(names(of("filename", value))).containsExactly(expected.split(";", -1));
    }

    @Test
    void severalValuesAreInOrNotIn() {
        assertThat(names(of("filename", "Alpha.txt", "beta.txt"))).hasSize(2);
        assertThat(names(of("filename", "!Alpha.txt", "!beta.txt"))).containsExactly("gamma.TXT");
    }

    @Test
    void presenceAndAbsence() {
        assertThat(names("tags=x:b")).containsExactly("Alpha.txt");
        assertThat(names("description=")).isEmpty();
        assertThat(names("description=!")).hasSize(3);
        assertThat(names("ownershipIsLocked=!")).hasSize(3);
        assertThat(names("isOwn=true")).hasSize(3);
        assertThat(names("isOwn=!true")).isEmpty();
    }

    @Test
    void aBrokenExpressionIsAnUnknownError() {
        JsonNode error = failed(wire.get("/Files?" + of("filename", "~((")), 400, "error.runtime.unknown");
        assertThat(error.get("message").asText()).contains("Invalid regular expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Files",
                "/Files/Own",
                "/Files/Peer",
                "/Messages",
                "/Relationships",
                "/RelationshipTemplates",
                "/RelationshipTemplates/Own",
                "/Tokens/Own",
                "/Tokens/Peer",
                "/Attributes/Own/Identity"
            })
    void mostListsRefuseUnknownParameters(String path) {
        assertThat(failed(wire.get(path + "?foo=bar"), 400, "error.runtime.validation.invalidPropertyValue")
                        .get("message")
                        .asText())
                .isEqualTo("query must NOT have additional properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Attributes", "/Requests/Incoming", "/Requests/Outgoing"})
    void threeListsIgnoreThemAndGiveEverything(String path) {
        connector.data().addAttributes(2);
        assertThat(ok(wire.get(path + "?foo=bar"))).hasSize(path.equals("/Attributes") ? 2 : 0);
    }

    @Test
    void someParametersTakeOneValueOnly() {
        assertThat(failed(
                                wire.get("/Messages?isOwn=true&isOwn=false"),
                                400,
                                "error.runtime.validation.invalidPropertyValue")
                        .get("message")
                        .asText())
                .isEqualTo("query/isOwn must be string");
        failed(wire.get("/Tokens/Own?passwordProtection=x"), 400, "error.runtime.validation.invalidPropertyValue");
        ok(wire.get("/Tokens/Own?passwordProtection=!"));
    }
}
