package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.RetryPolicy;
import dev.opsdk.core.error.UnreachableException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handshake offers, read from its first message. */
@Timeout(30)
class TlsVersionsTest {
    private static final int SUPPORTED_VERSIONS = 43;

    @Test
    void nothingOlderThanTls12IsOffered() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                TinyClient client = TinyClient.at(new BaseUrl("https", "127.0.0.1", server.getLocalPort()))
                        .retry(RetryPolicy.NONE)
                        .build()) {
            FutureTask<List<Integer>> offered = new FutureTask<>(() -> {
                try (Socket socket = server.accept()) {
                    return versions(new DataInputStream(socket.getInputStream()));
                }
            });
            Thread thread = new Thread(offered, "hello-reader");
            thread.setDaemon(true);
            thread.start();
            assertThatExceptionOfType(UnreachableException.class).isThrownBy(client::state);
            assertThat(offered.get(10, TimeUnit.SECONDS)).containsExactlyInAnyOrder(0x0303, 0x0304);
        }
    }

    private static List<Integer> versions(DataInputStream hello) throws IOException {
        hello.skipNBytes(5 + 4 + 2 + 32); // record, message, legacy version, random
        hello.skipNBytes(hello.readUnsignedByte()); // session
        hello.skipNBytes(hello.readUnsignedShort()); // ciphers
        hello.skipNBytes(hello.readUnsignedByte()); // compressions
        int left = hello.readUnsignedShort();
        while (left > 0) {
            int type = hello.readUnsignedShort();
            int length = hello.readUnsignedShort();
            if (type == SUPPORTED_VERSIONS) {
                List<Integer> versions = new ArrayList<>();
                for (int bytes = hello.readUnsignedByte(); bytes > 0; bytes -= 2) {
                    versions.add(hello.readUnsignedShort());
                }
                return versions;
            }
            hello.skipNBytes(length);
            left -= 4 + length;
        }
        throw new AssertionError("no versions were offered");
    }
}
