package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.testkit.Allocated;
import dev.opsdk.core.testkit.FaultKit;
import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.core.testkit.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is handed out as it comes takes the memory of one piece, however much comes. */
class StreamedMemoryTest {
    private static final int LARGEST = 1 << 20;
    private static final long SIZE = 96L << 20;
    private static final long MOST_ALLOCATED = 24L << 20;

    private static long allocated(Written answer, Consumer<BizConnectorClient> call) {
        try (FaultServer server = FaultServer.start(answer);
                BizConnectorClient connector = FaultKit.quick(BizConnectorClient.builder())
                        .url(server.url().toString())
                        .apiKey(WireCall.PASSWORD)
                        .timeouts(t -> t.withRead(Duration.ofMinutes(1))
                                .withSlowRead(Duration.ofMinutes(1))
                                .withReadDeadline(Duration.ofMinutes(1)))
                        .maxReplyBytes(LARGEST)
                        .build()) {
            return Allocated.by(() -> call.accept(connector));
        }
    }

    private static Written answer(String type, String begin, String piece, String end) {
        return out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n" + begin));
            byte[] bytes = bytes(piece);
            for (long sent = 0; sent < SIZE; sent += bytes.length) {
                out.write(bytes);
            }
            out.write(bytes(end));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The server's files are small, but nothing here depends on it: the disk of whoever downloads is the only limit. */
    @Test
    void aDownloadIsNotHeldAndHasNoLimit() {
        AtomicLong written = new AtomicLong();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int offset, int length) throws IOException {
                written.addAndGet(length);
            }
        };
        long allocated = allocated(
                answer("application/octet-stream", "", "x".repeat(65_536), ""),
                connector -> connector.files().download(WireCall.FIL, counting));

        assertThat(written).hasValue(SIZE);
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void anElementWithoutEndIsGivenUpAtTheLargestReply() {
        long allocated = allocated(
                answer("application/json", "{\"result\":[{\"id\":\"", "x".repeat(65_536), "\"}]}"),
                connector -> assertThatExceptionOfType(UnreadableReplyException.class)
                        .isThrownBy(() -> connector.files().all(files -> {}).forEach(file -> {}))
                        .withMessageContaining("an element larger than " + LARGEST + " bytes"));

        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void aListMayBeLargerThanTheLargestReply() {
        AtomicLong count = new AtomicLong();
        String file = Recordings.all().stream()
                .map(exchange -> exchange.body().path("result"))
                .filter(result -> result.path("filename").isTextual())
                .findFirst()
                .orElseThrow()
                .toString();
        String element = "{\"filler\":\"" + "y".repeat(500_000) + "\"," + file.substring(1);
        Written answer = out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"result\":["));
            for (int i = 0; i < 10; i++) {
                out.write(bytes((i == 0 ? "" : ",") + element));
            }
            out.write(bytes("]}"));
        };
        allocated(answer, connector -> connector.files().all(files -> {}).forEach(one -> count.incrementAndGet()));

        assertThat(count).hasValue(10);
    }
}
