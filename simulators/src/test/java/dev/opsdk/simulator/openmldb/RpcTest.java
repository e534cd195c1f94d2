package dev.opsdk.simulator.openmldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only shows on a real wire. */
class RpcTest {

    private static final String HEADER = "Authorization: sdefault\r\n";

    private final OpenMldbSimulator sim = OpenMldbSimulator.start();
    private final String leader = sim.nameServerEndpoints().get(0);

    @AfterEach
    void close() {
        sim.close();
    }

    private static Socket connect(String address) throws IOException {
        String[] parts = address.split(":", 2);
        Socket socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String headers, String body) throws IOException {
        String text = "POST /NameServer/ConfGet HTTP/1.1\r\n" + headers + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (text.toString().endsWith("}}")) {
                break;
            }
        }
        return text.toString();
    }

    @Test
    void withoutCredentialsTheConnectionIsClosedInOrderAndWithoutAByte() throws Exception {
        try (Socket socket = connect(leader)) {
            send(socket, "", "{}");
            assertThat(answer(socket)).isEmpty();
        }
        Journal.Entry entry = sim.journal().entries().get(0);
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.answered()).isFalse();
    }

    @Test
    void anEmptyHeaderIsAHeader() throws Exception {
        try (Socket socket = connect(leader)) {
            send(socket, "Authorization:\r\n", "{}");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("\"conf\":{\"auto_failover\":\"true\"}}");
        }
    }

    @Test
    void onlyTheFirstRequestOfAConnectionIsVerified() throws Exception {
        try (Socket socket = connect(leader)) {
            send(socket, HEADER, "{}");
            assertThat(answer(socket)).contains("200 OK");
            send(socket, "", "{}");
            assertThat(answer(socket)).contains("200 OK");
        }
    }

    @Test
    void withoutContentTypeTheAnswerHasNoneEither() throws Exception {
        try (Socket socket = connect(leader)) {
            send(socket, HEADER, "{}");
            assertThat(answer(socket)).doesNotContain("Content-Type");
            send(socket, HEADER + "Content-Type: application/x-www-form-urlencoded\r\n", "{}");
            assertThat(answer(socket)).contains("Content-Type: application/x-www-form-urlencoded\r\n");
        }
    }

    @Test
    void aKilledServerRefusesConnectionsAndComesBackOnItsPort() throws Exception {
        sim.nameServer(0).kill();
        assertThatThrownBy(() -> connect(leader)).isInstanceOf(ConnectException.class);
        sim.nameServer(0).restart();
        try (Socket socket = connect(leader)) {
            send(socket, HEADER, "{}");
            assertThat(answer(socket)).contains("\"code\":300");
        }
    }

    @Test
    void aHangingServerAnswersWhenItIsReleased() throws Exception {
        sim.nameServer(0).hang();
        try (Socket socket = connect(leader)) {
            send(socket, HEADER, "{}");
            assertThat(sim.journal().await(entry -> true, Duration.ofSeconds(20)))
                    .isPresent();
            sim.nameServer(0).release();
            assertThat(answer(socket)).contains("200 OK");
        }
    }

    @Test
    void whatAHangingServerHasNotAnsweredDiesWithIt() throws Exception {
        sim.nameServer(0).hang();
        try (Socket socket = connect(leader)) {
            send(socket, HEADER, "{}");
            assertThat(sim.journal().await(entry -> true, Duration.ofSeconds(20)))
                    .isPresent();
            sim.nameServer(0).kill();
            assertThatThrownBy(() -> answer(socket)).isInstanceOf(SocketException.class);
        }
        assertThat(sim.calls()).isEmpty();
    }

    @Test
    void aSlowServerAnswersLate() throws Exception {
        sim.tablet(0).slow(Duration.ofMillis(50));
        long start = System.nanoTime();
        try (Socket socket = connect(sim.tablet(0).address())) {
            send(socket, HEADER, "{}");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void underARunningClockOperationsEndByThemselves() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (OpenMldbSimulator running =
                    OpenMldbSimulator.builder().clock(SimClock.running(100)).start()) {
                running.table("demo_db", "t1").create();
                new Asked(running).ns("MakeSnapshotNS", "{\"db\":\"demo_db\",\"name\":\"t1\",\"pid\":0}");
                while (running.ops().get(0).status() != OpStatus.DONE) {
                    Thread.onSpinWait();
                }
            }
        });
    }

    @Test
    void faultsStrikeOnTheWay() throws Exception {
        sim.nameServer(0).fail(Fault.resetAfter());
        try (Socket socket = connect(leader)) {
            send(socket, HEADER, "{}");
            assertThatThrownBy(() -> answer(socket)).isInstanceOf(SocketException.class);
        }
        assertThat(sim.calls()).hasSize(1);
    }

    @Test
    void withinTheProcessTheSameHappensWithoutSockets() {
        SimRequest bare = new SimRequest("POST", "/NameServer/ConfGet", Map.of(), "{}");
        assertThatThrownBy(() -> sim.exchange(leader, bare))
                .isInstanceOfSatisfying(
                        NoAnswerException.class,
                        e -> assertThat(e.reason()).isEqualTo(NoAnswerException.Reason.CLOSED));
        sim.nameServer(0).kill();
        assertThatThrownBy(() -> sim.exchange(leader, Asked.request("/NameServer/ConfGet", "{}")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class,
                        e -> assertThat(e.reason()).isEqualTo(NoAnswerException.Reason.REFUSED));
    }

    @Test
    void withinTheProcessAnEmptyCredentialIsEnough() throws Exception {
        SimRequest empty = new SimRequest("POST", "/NameServer/ConfGet", Map.of("authorization", List.of("")), "{}");
        assertThat(sim.exchange(leader, empty).status()).isEqualTo(200);
    }
}
