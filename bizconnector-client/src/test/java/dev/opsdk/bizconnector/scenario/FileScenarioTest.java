package dev.opsdk.bizconnector.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.bizconnector.FileUpload;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.bizconnector.model.file.DownloadInfo;
import dev.opsdk.bizconnector.model.file.File;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.bizconnector.BizConnectorSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files go through, and not through the memory. */
class FileScenarioTest extends SimulatedConnectors {
    private static final int SIZE = 9 << 20;
    private static final long ALLOWED = 4L << 20;

    @TempDir
    private Path dir;

    private final BizConnectorSimulator sim = start();
    private final BizConnectorClient client = client(sim, 0);

    @BeforeEach
    void classesAndConnectionsAreThere() {
        client.files().upload(FileUpload.of("a", InputStream.nullInputStream()).build());
        client.files().list().forEach(file -> {
            client.files().download(file.id(), OutputStream.nullOutputStream());
            client.files().delete(file.id());
        });
        sim.connector(0).journal().clear();
    }

    /** Bytes that are the same wherever one looks, without an array that holds them. */
    private static byte at(long position) {
        return (byte) (position * 31 + (position >> 13));
    }

    private Path large() throws IOException {
        Path file = dir.resolve("large.bin");
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int from = 0; from < SIZE; from += block.length) {
                for (int i = 0; i < block.length; i++) {
                    block[i] = at(from + i);
                }
                out.write(block);
            }
        }
        return file;
    }

    private static <T> T within(long bytes, Supplier<T> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        T result = work.get();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes that the caller's thread took from the heap")
                .isLessThan(bytes);
        return result;
    }

    @Test
    void nineMegabytesGoUpAndComeDownWithoutBeingHeld() throws IOException {
        Path file = large();
        File uploaded = within(ALLOWED, () -> client.files().upload(file));
        assertThat(uploaded.filesize()).hasValue(SIZE);
        Path copy = dir.resolve("copy.bin");
        DownloadInfo info = within(ALLOWED, () -> client.files().download(uploaded.id(), copy));
        assertThat(info.size()).isEqualTo(SIZE);
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
        client.files().delete(uploaded.id());
    }

    @Test
    void aStreamIsSentOnceAndNotHeld() throws IOException {
        try (InputStream bytes = Files.newInputStream(large())) {
            File uploaded = within(
                    ALLOWED,
                    () -> client.files()
                            .upload(FileUpload.of("stream.bin", bytes).build()));
            assertThat(uploaded.filesize()).hasValue(SIZE);
        }
        assertThat(sim.connector(0).data().files()).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsRefusedByTheServersRule() {
        OpsException failure = fails(
                OpsException.class,
                () -> client.files()
                        .upload(FileUpload.of("b", new byte[(10 << 20) + 1]).build()));
        assertThat(kind(failure)).isIn(ErrorKind.INVALID_INPUT, ErrorKind.BUSINESS_RULE);
        assertThat(sim.connector(0).data().files()).isEmpty();
    }

    @Test
    void aDownloadIntoMemoryIsBoundedAndOneIntoAStreamIsNot() throws IOException {
        String id = sim.connector(0).data().uploadFile("big.bin", "application/octet-stream", new byte[SIZE]);
        BizConnectorClient small = client(to(sim, sim.connector(0))
                .apiKey(Secret.of(sim.connector(0).apiKey()))
                .maxReplyBytes(64 * 1024));
        within(ALLOWED, () -> fails(OpsException.class, () -> small.files().download(id)));
        assertThat(small.files().download(id, OutputStream.nullOutputStream()).size())
                .isEqualTo(SIZE);
    }

    @Test
    void aDownloadThatBreaksLeavesNoFile() throws IOException {
        String id = sim.connector(0).data().uploadFile("big.bin", "application/octet-stream", new byte[SIZE]);
        sim.connector(0)
                .fail(Fault.cutBody().on(api("/Files/" + id + "/Download")).always());
        Path target = dir.resolve("target.bin");
        fails(OpsException.class, () -> client.files().download(id, target));
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anUploadWhoseAnswerIsLostIsNotSentAgain() {
        sim.connector(0).fail(Fault.resetAfter().on(api("/Files/Own")).always());
        OpsException failure = fails(
                OpsException.class,
                () -> client.files().upload(FileUpload.of("a", new byte[10]).build()));
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(sim.connector(0).data().files()).hasSize(1);
        assertThat(asked(sim.connector(0), "POST", api("/Files/Own"))).isEqualTo(1);
    }
}
