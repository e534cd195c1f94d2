package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.testkit.Allocated;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a server sends without end costs the client no more memory than the largest reply it was told to take. */
class HugeReplyTest {
    private static final int LARGEST = 1 << 20;
    private static final long MOST_ALLOCATED = 32L * LARGEST;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static final Map<String, Written> HUGE = Map.of(
            "3 GB with their length",
                    out -> {
                        write(out, OK + "Content-Length: 3221225472\r\n\r\n[");
                        endless(out, "1,".repeat(4_000));
                    },
            "chunks without end",
                    out -> {
                        write(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
                        endless(out, "1000\r\n" + "1,".repeat(0x800) + "\r\n");
                    },
            "until the connection closes",
                    out -> {
                        write(out, OK + "\r\n[");
                        endless(out, "1,".repeat(4_000));
                    },
            "a gzip bomb",
                    out -> {
                        write(out, OK + "Content-Encoding: gzip\r\n\r\n");
                        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
                            endless(zipped, " ".repeat(65_536));
                        }
                    },
            "words of an error without end",
                    out -> {
                        write(out, "HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\n\r\n");
                        endless(out, "oops ".repeat(1_000));
                    },
            "a chunk of 2^60 bytes",
                    out -> {
                        write(out, OK + "Transfer-Encoding: chunked\r\n\r\n1000000000000000\r\n");
                        endless(out, "1,".repeat(4_000));
                    });

    private static final Map<String, Written> HUGE_HEADS = Map.of(
            "headers without end",
                    out -> {
                        write(out, OK);
                        endless(out, "x-more: " + "y".repeat(1_000) + "\r\n");
                    },
            "a header without end",
                    out -> {
                        write(out, OK + "x-more: ");
                        endless(out, "y".repeat(8_000));
                    },
            "a status line without end",
                    out -> {
                        write(out, "HTTP/1.1 200 ");
                        endless(out, "y".repeat(8_000));
                    },
            "informational answers without end", out -> endless(out, "HTTP/1.1 103 Early Hints\r\nx: y\r\n\r\n"));

    @TestFactory
    Stream<DynamicTest> aBodyWithoutEndIsGivenUpAtTheLargestReply() {
        return HUGE.entrySet().stream()
                .flatMap(huge -> Stream.of(
                        DynamicTest.dynamicTest("READ " + huge.getKey(), () -> {
                            OpsException thrown = thrown(huge.getValue(), TinyClient::state);
                            assertThat(thrown)
                                    .isExactlyInstanceOf(UnreadableReplyException.class)
                                    .hasMessageContaining("larger than " + LARGEST + " bytes");
                        }),
                        DynamicTest.dynamicTest("MUTATION " + huge.getKey(), () -> {
                            OpsException thrown = thrown(huge.getValue(), TinyClient::change);
                            assertThat(thrown)
                                    .isExactlyInstanceOf(OutcomeUnknownException.class)
                                    .hasMessageContaining("larger than " + LARGEST + " bytes");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aHeadWithoutEndIsNoAnswer() {
        return HUGE_HEADS.entrySet().stream()
                .flatMap(huge -> Stream.of(
                        DynamicTest.dynamicTest(
                                "READ " + huge.getKey(),
                                () -> assertThat(thrown(huge.getValue(), TinyClient::state))
                                        .isExactlyInstanceOf(NoReplyException.class)),
                        DynamicTest.dynamicTest(
                                "MUTATION " + huge.getKey(),
                                () -> assertThat(thrown(huge.getValue(), TinyClient::change))
                                        .isExactlyInstanceOf(OutcomeUnknownException.class))));
    }

    /** JSON that is small as text and large as a tree is bounded too, by what one node costs. */
    @Test
    void theTreeOfTheLargestReplyIsBounded() throws Exception {
        String many = "[" + "{},".repeat(LARGEST / 3 - 2) + "{}]";
        Written answer = out -> write(out, OK + "Content-Length: " + many.length() + "\r\n\r\n" + many);
        try (FaultServer server = FaultServer.start(answer)) {
            Throwable[] thrown = new Throwable[1];
            long allocated = allocated(server, tiny -> thrown[0] = catchThrowable(tiny::state));
            assertThat(thrown[0]).hasMessageContaining("not an object");
            assertThat(allocated).isLessThan(200L * LARGEST);
        }
    }

    private static OpsException thrown(Written huge, Consumer<TinyClient> call) {
        try (FaultServer server = FaultServer.start(huge)) {
            Throwable[] thrown = new Throwable[1];
            allocated(server, tiny -> thrown[0] = catchThrowable(() -> call.accept(tiny))); // loads classes
            long allocated = allocated(server, tiny -> thrown[0] = catchThrowable(() -> call.accept(tiny)));
            assertThat(thrown[0]).isInstanceOf(OpsException.class);
            assertThat(allocated).as("allocated bytes").isLessThan(MOST_ALLOCATED);
            return (OpsException) thrown[0];
        }
    }

    private static long allocated(FaultServer server, Consumer<TinyClient> call) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try (TinyClient tiny = FaultKit.quick(TinyClient.at(server.url()))
                    .timeouts(t -> t.withRead(Duration.ofSeconds(20))
                            .withMutation(Duration.ofSeconds(20))
                            .withReadDeadline(Duration.ofSeconds(40)))
                    .maxReplyBytes(LARGEST)
                    .build()) {
                return Allocated.by(() -> call.accept(tiny));
            }
        });
    }

    private static void endless(OutputStream out, String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(bytes); // until the client goes away
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
