package dev.opsdk.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreadableReplyException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every call of a client, over HTTP, against damaged answers: a value or an exception of ours, whose message holds neither a value of
 * the answer that could not be read nor a secret of the request. A mutation is sent at most once, is not taken for done unless the
 * server said so, and never fails as if it were a read.
 */
public abstract class ReplyFuzz {
    private static final List<Integer> STATUSES = List.of(
            200, 201, 202, 204, 205, 206, 299, 300, 301, 303, 304, 307, 400, 401, 403, 404, 405, 407, 408, 409, 418,
            422, 429, 451, 500, 501, 502, 503, 504, 511, 599, 600, 999, 0, -1);
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json;charset=no-such",
            "text/plain",
            "text/html",
            "image/png",
            "",
            "/",
            "a",
            "multipart/form-data");
    private static final List<String> HEADERS = List.of(
            "Retry-After: 0",
            "Retry-After: -1",
            "Retry-After: 999999999999999999999",
            "Retry-After: soon",
            "Date: yesterday",
            "Date: Sun, 06 Nov 1994 08:49:37 GMT",
            "Location: /",
            "Location: http://[::",
            "Location: http://127.0.0.1:99999/pause",
            "Location: \u00e9",
            "Content-Disposition: attachment; filename*=UTF-8''%zz%",
            "Content-Disposition: ;;=\"",
            "ETag: \"",
            "x-bd-error-code: 1004",
            "x-bd-error-code: 2003",
            "x-bd-error-code: x",
            "WWW-Authenticate: Basic",
            "Connection: keep-alive",
            "Content-Encoding: gzip",
            "Content-Encoding: br",
            "Set-Cookie: a=b",
            "Content-Range: bytes 0-0/1",
            "a: " + "b".repeat(9_000));

    /** For subclasses. */
    protected ReplyFuzz() {}

    /** The calls under test. */
    protected abstract List<Probe> probes();

    /** How often each call is tried in the normal build. */
    protected abstract int cases();

    /** Answers that a server gives to this call; they are damaged. */
    protected List<String> seeds(Probe probe) {
        return List.of(probe.properAnswer().isEmpty() ? "{}" : probe.properAnswer());
    }

    /**
     * Whether the server says, in its own form, that it did what a mutation asked for. Looks at the answer by itself: what the
     * client makes of it is under test.
     *
     * @param probe the mutation
     * @param status the HTTP status
     * @param body the whole body
     */
    protected abstract boolean saysDone(Probe probe, int status, byte[] body);

    /** One test a call. */
    @TestFactory
    protected Stream<DynamicTest> everyCallAgainstDamagedAnswers() {
        return probes().stream()
                .map(probe ->
                        DynamicTest.dynamicTest(probe.effect() + " " + probe.name(), () -> tried(probe, seeds(probe))));
    }

    private static final class Damaged {
        private final int status;
        private final byte[] whole;
        private final byte[] body;
        private final boolean damagedHead;

        Damaged(int status, byte[] whole, byte[] body, boolean damagedHead) {
            this.status = status;
            this.whole = whole;
            this.body = body;
            this.damagedHead = damagedHead;
        }
    }

    private void tried(Probe probe, List<String> seeds) {
        Optional<MutationRequest> mutation = probe.effect() == Effect.READ
                ? Optional.empty()
                : Optional.of(MutationRequest.of(probe, properAnswer(probe)));
        AtomicReference<byte[]> next = new AtomicReference<>(new byte[0]);
        AtomicInteger calls = new AtomicInteger();
        try (FaultServer server = FaultServer.start((Written) out -> out.write(next.get()))) {
            probe.preludes().forEach(server::prelude);
            Fuzz.run(getClass().getSimpleName() + " " + probe.name(), cases(), random -> {
                Damaged answer = damaged(Hostile.oneOf(seeds, random), probe, random);
                next.set(answer.whole);
                calls.incrementAndGet();
                try {
                    judge(probe, answer, call(probe, server));
                    // over all cases: one that a client no longer waits for may arrive during the next one
                    mutation.ifPresent(request -> assertThat(request.sentIn(server.arrivals()))
                            .as("how often %s was sent in %s calls", request, calls)
                            .isLessThanOrEqualTo(calls.get()));
                } catch (Throwable e) {
                    throw new AssertionError(e.getMessage() + "\nanswer: " + Fuzz.shown(answer.whole), e);
                }
            });
        }
    }

    private static Answer properAnswer(Probe probe) {
        return Answer.json(probe.properAnswer().isEmpty() ? "{}" : probe.properAnswer());
    }

    private static Throwable call(Probe probe, FaultServer server) {
        try {
            probe.call().at(server.url());
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void judge(Probe probe, Damaged answer, Throwable thrown) {
        boolean mutation = probe.effect() == Effect.MUTATION;
        if (thrown == null) {
            if (mutation && !answer.damagedHead) {
                assertThat(saysDone(probe, answer.status, answer.body))
                        .as("it was taken for done, and the server did not say so")
                        .isTrue();
            }
            return;
        }
        assertThat(thrown).isInstanceOf(OpsException.class);
        if (mutation) {
            assertThat(thrown).isNotInstanceOfAny(NoReplyException.class, UnreadableReplyException.class);
            // nothing was done: said by a server, or one was looked for first and none was found
            assertThat(thrown instanceof OutcomeUnknownException
                            || thrown instanceof RejectedException
                            || !probe.preludes().isEmpty())
                    .as("%s", thrown)
                    .isTrue();
        }
        List<String> forbidden = new ArrayList<>(probe.secrets());
        boolean unread = thrown instanceof UnreadableReplyException
                || thrown.getMessage().contains("HTTP 200, ");
        if (unread) {
            forbidden.add(Hostile.MARKER);
        }
        if (!forbidden.isEmpty()) {
            assertThat(PlantedSecrets.everythingSaidBy(thrown)).doesNotContain(forbidden);
        }
    }

    private static Damaged damaged(String seed, Probe probe, Random random) {
        byte[] body = Hostile.json(seed, random);
        if (!probe.secrets().isEmpty() && random.nextInt(4) == 0) {
            body = new String(body, StandardCharsets.UTF_8)
                    .replace(Hostile.MARKER, Hostile.oneOf(probe.secrets(), random))
                    .getBytes(StandardCharsets.UTF_8);
        }
        int status = random.nextInt(10) < 7 ? 200 : Hostile.oneOf(STATUSES, random);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        String type = random.nextInt(10) < 7 ? "application/json" : Hostile.oneOf(TYPES, random);
        if (!type.isEmpty()) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        if (random.nextInt(4) == 0) {
            head.append(Hostile.oneOf(HEADERS, random)).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        boolean damagedHead = random.nextInt(12) == 0;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(
                damagedHead
                        ? Hostile.text(head.toString(), random)
                        : head.toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return new Damaged(status, whole.toByteArray(), body, damagedHead);
    }
}
