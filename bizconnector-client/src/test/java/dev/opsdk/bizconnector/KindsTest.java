package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.bizconnector.model.Typed;
import dev.opsdk.bizconnector.model.WireName;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.model.OpenEnum;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of value that the contract names, whole: the recordings have not all of them. */
class KindsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMAS = "shared/contracts/bizconnector-request-schemas.json";

    /** A model and a whole value of it. */
    private record Kind(Class<?> type, JsonNode json) {}

    private static List<Kind> kinds() throws Exception {
        List<Kind> kinds = new ArrayList<>();
        try (InputStream in = KindsTest.class.getResourceAsStream("/kinds.json")) {
            for (var entry : MAPPER.readTree(in).properties()) {
                Class<?> type = Class.forName(entry.getKey());
                entry.getValue().forEach(json -> kinds.add(new Kind(type, json)));
            }
        }
        return kinds;
    }

    @TestFactory
    Stream<DynamicTest> everyKindIsKnownAndWrittenBackAsItCame() throws Exception {
        return kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.type().getSimpleName() + " "
                                + kind.json().path("@type").asText(),
                        () -> check(kind)));
    }

    private static void check(Kind kind) throws Exception {
        Object decoded = Json.decode(kind.json(), kind.type(), "kind");
        assertThat(decoded.getClass().getSimpleName()).doesNotStartWith("Unknown");
        assertThat(written(decoded).equals(KindsTest::compare, kind.json()))
                .as("written %s", written(decoded))
                .isTrue();
        assertThat(decoded).isEqualTo(Json.decode(kind.json(), kind.type(), "kind"));
        assertThat(decoded.toString()).isNotBlank().doesNotContain("Immutable");
        if (decoded instanceof Typed typed) {
            assertThat(typed.type()).isEqualTo(kind.json().path("@type").asText());
        }
        // a newer server's field is kept, and a builder is there to make one
        if (kind.json().isObject()) {
            JsonNode newer = kind.json().deepCopy();
            ((ObjectNode) newer).put("ofTomorrow", 1);
            assertThat(written(Json.decode(newer, kind.type(), "kind")).equals(KindsTest::compare, newer))
                    .isTrue();
        }
        builder(decoded);
    }

    /** Numbers of one value may be of different node classes. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    private static JsonNode written(Object value) {
        return Json.wire().valueToTree(value);
    }

    private static void builder(Object decoded) throws ReflectiveOperationException {
        for (Class<?> model : decoded.getClass().getInterfaces()) {
            for (Method method : model.getDeclaredMethods()) {
                if (method.getName().equals("builder") && method.getParameterCount() == 0) {
                    Object builder = method.invoke(null);
                    Object copy = builder.getClass().getMethod("from", model).invoke(builder, decoded);
                    assertThat(copy.getClass().getMethod("build").invoke(copy)).isEqualTo(decoded);
                }
            }
        }
    }

    /** What can be sent is what the server's own schema allows. */
    @TestFactory
    Stream<DynamicTest> everyKindThatHasASchemaFollowsIt() throws Exception {
        Optional<Path> file = schemas();
        if (file.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    "skipped: " + SCHEMAS + " is not beside this working copy",
                    () -> assertThat(file).isEmpty()));
        }
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode request = MAPPER.readTree(file.get().toFile()).path("CreateOutgoingRequestRequest");
        for (Kind kind : kinds()) {
            String definition = kind.json().path("@type").asText() + "JSON";
            if (request.path("definitions").has(definition)) {
                tests.add(DynamicTest.dynamicTest(definition, () -> {
                    var schema = MAPPER.createObjectNode().put("$ref", "#/definitions/" + definition);
                    schema.set("definitions", request.path("definitions"));
                    assertThat(new MiniSchema(schema).violations(kind.json())).isEmpty();
                }));
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static Optional<Path> schemas() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(SCHEMAS);
            if (Files.isReadable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    @TestFactory
    Stream<DynamicTest> everyWordIsReadAndAnUnknownOneKept() throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = KindsTest.class.getResourceAsStream("/enums.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(names::add);
        }
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> words(Class.forName(name))));
    }

    private static void words(Class<?> type) throws ReflectiveOperationException {
        Class<?> known = Class.forName(type.getName() + "$Known");
        Method read = type.getMethod("of", String.class);
        for (Object constant : known.getEnumConstants()) {
            OpenEnum<?> value = (OpenEnum<?>) read.invoke(null, ((WireName) constant).wire());
            assertThat(value.known().map(Object.class::cast)).contains(constant);
            assertThat(value).isEqualTo(type.getMethod("of", known).invoke(null, constant));
            assertThat(value.wire()).isEqualTo(((WireName) constant).wire());
        }
        assertThat(read.invoke(null, "OfTomorrow")).hasToString("unknown(OfTomorrow)");
    }
}
