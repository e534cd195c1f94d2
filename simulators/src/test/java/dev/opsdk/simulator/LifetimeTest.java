package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeTest {

    static Set<String> simulators() {
        return Transcript.starters().keySet();
    }

    private static Supplier<Simulator> starter(String name) {
        return Transcript.starters().get(name);
    }

    @Test
    void noTwoThatRunShareAPort() {
        List<Simulator> running = new ArrayList<>();
        try {
            List<String> urls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                for (Supplier<Simulator> start : Transcript.starters().values()) {
                    Simulator started = start.get();
                    running.add(started);
                    started.nodes().forEach(node -> urls.add(node.url()));
                }
            }
            assertThat(urls).doesNotHaveDuplicates();
        } finally {
            running.forEach(Simulator::close);
        }
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void portsAreReleasedAlsoThoseOfTheDead(String name) throws IOException {
        Set<String> urls = new HashSet<>();
        try (Simulator sim = starter(name).get()) {
            sim.nodes().forEach(node -> urls.add(node.url()));
            sim.nodes().get(0).kill();
        }
        for (String url : urls) {
            int port = URI.create(url).getPort();
            assertThatThrownBy(() -> connected(url).close()).isInstanceOf(ConnectException.class);
            // nothing holds it any more, not even a socket that is only bound
            try (ServerSocket mine = new ServerSocket(port, 1, Listener.LOCAL)) {
                assertThat(mine.getLocalPort()).isEqualTo(port);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void aClosedOneLeavesNoThreadAndNoConnection(String name) throws Exception {
        ThreadGroup group = new ThreadGroup("life of " + name);
        List<Socket> open = new ArrayList<>();
        FutureTask<List<String>> life =
                new FutureTask<>(() -> live(starter(name).get(), open));
        Thread thread = new Thread(group, life, "life");
        thread.start();
        List<String> served = life.get();
        thread.join();
        assertThat(served).isNotEmpty().allSatisfy(line -> assertThat(line).startsWith("HTTP/1.1 "));
        Thread[] left = new Thread[100];
        int count = group.enumerate(left, true);
        for (int i = 0; i < count; i++) {
            // a thread that said goodbye may still be on its way out
            left[i].join(Duration.ofSeconds(1).toMillis());
            assertThat(left[i].isAlive()).as(left[i].getName()).isFalse();
        }
        for (Socket socket : open) {
            assertThat(isCut(socket)).isTrue();
            socket.close();
        }
    }

    /** Connections that were used, one that waits for its first request, and one that a fault holds. */
    private static List<String> live(Simulator sim, List<Socket> open) throws IOException, InterruptedException {
        List<String> served = new ArrayList<>();
        try (sim) {
            for (SimNode node : sim.nodes()) {
                Socket used = connected(node.url());
                open.add(used);
                ask(used);
                served.add(statusLine(used));
                open.add(connected(node.url()));
            }
            sim.nodes().get(0).fail(Fault.hang());
            Socket held = connected(sim.url());
            open.add(held);
            sim.journal().clear();
            ask(held);
            assertThat(sim.journal().await(entry -> entry.outcome() == Outcome.PENDING, Duration.ofSeconds(30)))
                    .isPresent();
        }
        return served;
    }

    private static Socket connected(String url) throws IOException {
        Socket socket = new Socket(Listener.LOCAL, URI.create(url).getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /version HTTP/1.1\r\nHost: here\r\nAuthorization: x\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String statusLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static boolean isCut(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // what was sent before the end
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
