package dev.opsdk.core.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.error.CancelledException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt while nobody has answered yet. */
@Timeout(30)
class InterruptedConnectTest {
    private final CountDownLatch connecting = new CountDownLatch(1);

    @Test
    void endsAReadAsItEndsEveryCall() throws Exception {
        assertThat(thrownBy(TinyClient::state)).isExactlyInstanceOf(CancelledException.class);
    }

    @Test
    void endsAMutationOfWhichNothingLeft() throws Exception {
        assertThat(thrownBy(TinyClient::change)).isExactlyInstanceOf(CancelledException.class);
    }

    private Throwable thrownBy(Consumer<TinyClient> call) throws Exception {
        OkHttpClient slow =
                new OkHttpClient.Builder().socketFactory(new SlowSockets()).build();
        FutureTask<Throwable> task = new FutureTask<>(() -> {
            try (TinyClient client = TinyClient.at(new BaseUrl("http", "127.0.0.1", 9))
                    .httpClient(slow)
                    .build()) {
                call.accept(client);
                return new AssertionError("it was not interrupted");
            } catch (Throwable e) {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return e;
            }
        });
        Thread caller = new Thread(task, "caller");
        caller.setDaemon(true);
        caller.start();
        connecting.await();
        caller.interrupt();
        return task.get(10, TimeUnit.SECONDS);
    }

    /** Connects until it is closed. */
    private final class SlowSocket extends Socket {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            connecting.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new SocketException("closed");
        }

        @Override
        public synchronized void close() throws IOException {
            super.close();
            closed.countDown();
        }
    }

    private final class SlowSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new SlowSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            return new SlowSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            return new SlowSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return new SlowSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            return new SlowSocket();
        }
    }
}
