package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each operation is on the wire, and what becomes of the recorded answer to it. */
class WireMatrixTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void noOperationOfTheInterfacesIsForgotten() {
        assertThat(WireCall.all().stream().map(WireCall::operation))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(WireCall.operations().keySet());
    }

    /** 85 routes of the API and 4 of infrastructure; 5 of them answer a picture, too. */
    @Test
    void everyRouteOfTheServerIsThere() throws Exception {
        Set<String> ours = WireCall.operations().values().stream()
                .map(WireMatrixTest::route)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> theirs = new TreeSet<>();
        try (var in = WireMatrixTest.class.getResourceAsStream("/routes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(theirs::add);
        }
        assertThat(theirs).hasSize(89);
        assertThat(ours).isEqualTo(theirs);
        assertThat(WireCall.operations()).hasSize(94);
    }

    private static String route(Method method) {
        Annotation verb = Arrays.stream(method.getAnnotations())
                .filter(each -> each.annotationType()
                        .getSimpleName()
                        .equals(each.annotationType().getSimpleName().toUpperCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        try {
            String path = (String) verb.annotationType().getMethod("value").invoke(verb);
            return verb.annotationType().getSimpleName() + " /" + path.replaceAll("\\{\\w+}", "{}");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsOnTheWireAsTheContractSays() {
        return WireCall.all().stream().map(call -> DynamicTest.dynamicTest(call.toString(), () -> check(call)));
    }

    private static void check(WireCall call) throws Exception {
        try (Bench bench = new Bench();
                BizConnectorClient connector = bench.client()) {
            bench.answer(
                    call.reply().status(),
                    call.reply().contentType(),
                    call.reply().body());
            assertThat(call.call().apply(connector)).isNotNull();
            RecordedRequest request = bench.request();
            String target = URLDecoder.decode(request.getTarget(), StandardCharsets.UTF_8);
            assertThat(request.getMethod() + " " + target).isEqualTo(call.target());
            assertThat(request.getHeaders().get("Accept")).isEqualTo(call.accept());
            assertThat(request.getHeaders().get("x-correlation-id")).hasSize(36);
            if (call.operation().equals("health")) {
                assertThat(request.getHeaders().get("X-API-KEY")).isNull();
            } else {
                assertThat(request.getHeaders().get("X-API-KEY")).isEqualTo(Bench.KEY);
            }
            body(call, request);
            assertThat(bench.server().getRequestCount()).isEqualTo(1);
        }
    }

    private static void body(WireCall call, RecordedRequest request) throws Exception {
        String type = request.getHeaders().get("Content-Type");
        boolean modifies = !Set.of("GET", "DELETE").contains(request.getMethod());
        if (call.body().equals("MULTIPART")) {
            assertThat(type).startsWith("multipart/form-data; boundary=");
        } else if (modifies) {
            assertThat(type).startsWith("application/json");
            assertThat(MAPPER.readTree(request.getBody().utf8())).isEqualTo(MAPPER.readTree(call.expectedBody()));
        } else {
            assertThat(call.body()).isEmpty();
            assertThat(type).isNull();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMutationSaysHowToLookWhetherItHappened() {
        return WireCall.operations().values().stream()
                .map(method -> method.getAnnotation(Operation.class))
                .filter(operation -> operation.effect() == Effect.MUTATION)
                .map(operation -> DynamicTest.dynamicTest(
                        operation.value(), () -> assertThat(operation.look()).startsWith("look ")));
    }

    /** The verb says nothing: what only asks is a read, and may be repeated and used by a client that only reads. */
    @Test
    void readsAreReadsWhateverTheirVerb() {
        assertThat(WireCall.operations().values().stream()
                        .filter(method -> method.getAnnotation(Operation.class).effect() == Effect.READ)
                        .map(WireMatrixTest::route)
                        .filter(route -> !route.startsWith("GET "))
                        .map(route -> route.replaceFirst("/api/core/v1", "")))
                .containsExactlyInAnyOrder(
                        "PUT /Attributes/CanCreate",
                        "POST /Attributes/ExecuteIdentityAttributeQuery",
                        "POST /Attributes/ExecuteRelationshipAttributeQuery",
                        "POST /Attributes/ExecuteThirdPartyRelationshipAttributeQuery",
                        "POST /Attributes/ExecuteIQLQuery",
                        "POST /Attributes/ValidateIQLQuery",
                        "POST /Challenges/Validate",
                        "PUT /Relationships/CanCreate",
                        "PUT /Requests/Incoming/{}/CanAccept",
                        "PUT /Requests/Incoming/{}/CanReject",
                        "POST /Requests/Outgoing/Validate");
    }
}
