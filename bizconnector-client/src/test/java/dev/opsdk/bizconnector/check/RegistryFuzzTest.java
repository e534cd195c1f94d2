package dev.opsdk.bizconnector.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.opsdk.core.testkit.Answer;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.Fuzz;
import dev.opsdk.core.testkit.Hostile;
import dev.opsdk.core.testkit.Written;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry's pages, challenges and tokens: tags, or an {@link IOException}; a registry decides nowhere else that is asked. */
class RegistryFuzzTest {
    private static final List<String> HEADERS = List.of(
            "Link: </v2/a/b/tags/list?last=x&n=2>; rel=\"next\"",
            "WWW-Authenticate: Bearer realm=\"/token\",service=\"registry\",scope=\"repository:a/b:pull\"");

    /** Not damaged: it might become the address of somebody who is not on this machine. */
    private static final List<String> WITHOUT_HOST = List.of(
            "WWW-Authenticate: Bearer realm=\"https:opaque\"",
            "WWW-Authenticate: Bearer realm=\"https:/path\"",
            "WWW-Authenticate: Bearer realm=\"https://\"",
            "WWW-Authenticate: Bearer realm=\"#x\"",
            "WWW-Authenticate: Bearer realm=\"\"",
            "WWW-Authenticate: Basic");

    private static final List<String> BODIES =
            List.of("{\"name\":\"a/b\",\"tags\":[\"1.0.0\",\"latest\"]}", "{\"token\":\"abc.def-_~+/=\"}", "{}");

    @Test
    void whateverARegistryAnswers() {
        AtomicReference<Random> chance = new AtomicReference<>(new Random(0));
        Written answers = out -> out.write(answer(chance.get()));
        try (FaultServer server = FaultServer.start(answers)) {
            Registry registry = new Registry(
                    new Web(Duration.ofSeconds(20)), URI.create(server.url().toString()), "a/b");
            Fuzz.run("registry", 150, random -> {
                chance.set(random);
                try {
                    assertThat(registry.tags()).doesNotContainNull();
                } catch (IOException e) {
                    assertThat(String.valueOf(e.getMessage())).isNotBlank();
                }
            });
        }
    }

    /** Found by the above: what can be no request ended in an exception that nobody expects of a registry. */
    @ParameterizedTest
    @ValueSource(strings = {"https:opaque", "https:/path", "#x", "/token#x", "https://127.0.0.1:99999/token"})
    void aPlaceForTokensThatCannotBeAskedIsRefused(String realm) {
        Answer challenge = Answer.of(401, "", "").header("WWW-Authenticate", "Bearer realm=\"" + realm + "\"");
        try (FaultServer server = FaultServer.start(challenge)) {
            Registry registry = new Registry(
                    new Web(Duration.ofSeconds(20)), URI.create(server.url().toString()), "a/b");
            assertThatIOException().isThrownBy(registry::tags);
            assertThat(server.arrived()).isOne();
        }
    }

    private static byte[] answer(Random random) {
        int status = Hostile.oneOf(List.of(200, 200, 200, 401, 401, 403, 500), random);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n");
        String header = Hostile.oneOf(HEADERS, random);
        switch (random.nextInt(3)) {
            case 0 -> head.append(header);
            case 1 -> head.append(ascii(Hostile.text(header, random)));
            default -> head.append(Hostile.oneOf(WITHOUT_HOST, random));
        }
        head.append("\r\n");
        String body = Hostile.oneOf(BODIES, random);
        byte[] written = random.nextBoolean() ? Hostile.json(body, random) : body.getBytes(StandardCharsets.UTF_8);
        head.append("Content-Length: ").append(written.length).append("\r\n\r\n");
        String whole = head + ascii(written);
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
