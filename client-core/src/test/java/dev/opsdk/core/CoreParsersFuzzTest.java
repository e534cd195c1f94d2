package dev.opsdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.testkit.Fuzz;
import dev.opsdk.core.testkit.Hostile;
import dev.opsdk.core.testkit.Parsing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoreParsersFuzzTest {
    private static final List<String> JSON = List.of(
            "{\"name\":\"n\",\"at\":\"2026-01-02T03:04:05Z\",\"count\":7,\"inner\":{\"list\":[1,2],\"deep\":{\"x\":null}}}",
            "[{\"password\":\"x\"},1.5,true,null,\"text\"]",
            "\"text\"");
    private static final List<String> SAID = List.of(
            "{\"password\":\"geheim\",\"user\":\"u\"} and {\\\"token\\\":\\\"geheim\\\"}",
            "Authorization: Bearer abcdefghijkl; password=geheim&x=1",
            "http://u:geheim@host:1/?token=geheim root:geheim@tcp(127.0.0.1:3306)/db");

    record Inner(
            @JsonProperty("list") List<Integer> list,
            @JsonProperty("deep") Map<String, Object> deep) {}

    record Model(
            @JsonProperty("name") String name,
            @JsonProperty("at") Optional<Instant> at,
            @JsonProperty("count") Long count,
            @JsonProperty("inner") Inner inner,
            @JsonAnySetter Map<String, JsonNode> others) {
        Model {
            others = others == null ? Map.of() : new TreeMap<>(others);
        }
    }

    @Test
    void baseUrls() {
        Parsing.ofUser(
                "base URL",
                3_000,
                List.of("http://10.0.0.7:9190", "https://host", "http://[::1]:80/", "http://h:1?password=x"),
                "base URL",
                text -> {
                    BaseUrl url = BaseUrl.parse(text);
                    assertThat(BaseUrl.parse(url.toString())).isEqualTo(url);
                    return url;
                });
    }

    @Test
    void jsonTrees() {
        Fuzz.run("JSON tree", 3_000, random -> {
            byte[] text = Hostile.json(Hostile.oneOf(JSON, random), random);
            try {
                JsonNode tree = Json.tree(text);
                assertThat(tree.toString()).isNotEmpty();
            } catch (Json.Undecodable e) {
                assertThat(e.getMessage()).doesNotContain(Hostile.MARKER);
            }
        });
    }

    @Test
    void models() {
        Parsing.ofServersJson("JSON model", 3_000, JSON, text -> {
            JsonNode tree = Json.tree(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Model model = Json.decode(tree, Model.class, "model");
            tree.fieldNames()
                    .forEachRemaining(name -> assertThat(
                                    List.of("name", "at", "count", "inner").contains(name)
                                            || model.others().containsKey(name))
                            .as(name)
                            .isTrue());
            return model;
        });
    }

    @Test
    void redaction() {
        Parsing.lenient("redaction", 3_000, SAID, Redaction::mask);
    }

    /** What was known to be secret is gone, whatever stands around it. */
    @Test
    void knownSecretsInAnyText() {
        Fuzz.run("redaction of known secrets", 2_000, random -> {
            String secret = "Zq7Known" + Hostile.chars("-", random) + "W9";
            String text = Hostile.chars(Hostile.oneOf(SAID, random), random) + secret + Hostile.chars("&x=", random);
            assertThat(Redaction.mask(text, List.of(Secret.of(secret)))).doesNotContain(secret);
        });
    }

    /** A shell gives the arguments back as they were: nothing of a text is left outside quotes. */
    @Test
    void curlLines() {
        Parsing.lenient(
                "curl line",
                2_000,
                List.of("http://h:1/a?b=c", "{\"a\":\"it's\"}", "@file", "a=b&c=d'e", "a=%zz&%"),
                text -> RequestLine.json("POST", text, text, "").curl()
                        + new RequestLine(
                                        "POST",
                                        text,
                                        Optional.of("application/x-www-form-urlencoded"),
                                        Optional.of(text),
                                        "")
                                .curl());
    }
}
