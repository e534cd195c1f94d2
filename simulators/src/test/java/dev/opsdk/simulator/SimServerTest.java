package dev.opsdk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimServerTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Journal journal = new Journal();
    private final SimServer server = new SimServer(
            0,
            "",
            request -> SimResponse.text(200, "text/plain", request.method() + " " + request.body(), Outcome.EXECUTED),
            journal,
            SimClock.manual());
    private final Wire wire = new Wire(server.url());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aKilledServerRefusesConnectionsAndComesBackOnTheSamePort() throws IOException {
        String before = server.url();
        assertThat(wire.text("/a", "x")).isEqualTo("POST x");
        server.kill();
        server.kill();
        assertThat(server.isUp()).isFalse();
        assertThatThrownBy(() -> wire.send("GET", "/a", "")).isInstanceOf(ConnectException.class);
        server.restart();
        server.restart();
        assertThat(server.url()).isEqualTo(before);
        assertThat(wire.text("/a", "y")).isEqualTo("POST y");
    }

    @Test
    void theAnswersLookLikeHttp() throws IOException {
        String raw = exchange("GET /a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(raw)
                .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: Thu, 15 Jan 2026 08:00:00 GMT\r\n"
                        + "Content-Length: 4\r\n\r\nGET ");
    }

    @Test
    void aHeadRequestGetsTheLengthAndNoBody() throws IOException {
        assertThat(exchange("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n")).endsWith("Content-Length: 5\r\n\r\n");
    }

    @Test
    void chunkedBodiesAndExpectationsAreUnderstood() throws IOException {
        String raw = exchange(String.join(
                "\r\n",
                "POST / HTTP/1.1",
                "Transfer-Encoding: chunked",
                "Expect: 100-continue",
                "Connection: close",
                "",
                "3",
                "abc",
                "2;x=y",
                "de",
                "0",
                "",
                ""));
        assertThat(raw)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith("POST abcde");
    }

    @Test
    void nonsenseIsABadRequest() throws IOException {
        assertThat(exchange("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange("GET / HTTP/1.1\r\nno header\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(exchange("GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        String raw = exchange("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(raw.split("HTTP/1.1 200", -1)).hasSize(3);
    }

    @Test
    void theJournalKnowsWhatWasAskedAndWhatBecameOfIt() {
        wire.post("/pause?x=1", "body");
        Journal.Entry entry = journal.last("/pause").orElseThrow();
        assertThat(entry.request().query()).isEqualTo("x=1");
        assertThat(entry.request().body()).isEqualTo("body");
        assertThat(entry.request().header("content-LENGTH")).contains("4");
        assertThat(entry.outcome()).isEqualTo(Outcome.EXECUTED);
        assertThat(entry.answered()).isTrue();
        assertThat(entry).hasToString("#1 2026-01-15T08:00:00Z node 0 POST /pause?x=1 -> EXECUTED 200");
        assertThat(journal.executed("/pause")).hasSize(1);
        journal.clear();
        assertThat(journal.requests("/pause")).isEmpty();
        assertThat(journal.last("/pause")).isEmpty();
    }

    @Test
    void resetBeforeLeavesTheRequestUndone() {
        server.faults().add(Fault.resetBefore());
        assertThatThrownBy(() -> wire.send("POST", "/pause", "")).isInstanceOf(IOException.class);
        assertThat(journal.last("/pause").orElseThrow().outcome()).isEqualTo(Outcome.NOT_PROCESSED);
        assertThat(wire.post("/pause", "").statusCode()).isEqualTo(200);
    }

    @Test
    void resetAfterDoesWhatWasAskedAndSaysNothing() {
        server.faults().add(Fault.resetAfter().on("/pause"));
        assertThat(wire.post("/other", "").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> wire.send("POST", "/pause", "")).isInstanceOf(IOException.class);
        Journal.Entry entry = journal.last("/pause").orElseThrow();
        assertThat(entry.outcome()).isEqualTo(Outcome.EXECUTED);
        assertThat(entry.answered()).isFalse();
    }

    @Test
    void aCutBodyIsShorterThanItsLength() {
        server.faults().add(Fault.cutBody());
        assertThatThrownBy(() -> wire.send("POST", "/pause", "0123456789")).isInstanceOf(IOException.class);
        assertThat(journal.executed("/pause")).hasSize(1);
    }

    @Test
    void otherFaultsReplaceTheAnswerAndSayWhetherTheRequestWasDone() {
        server.faults().add(Fault.garble());
        server.faults().add(Fault.html(502));
        server.faults().add(Fault.htmlAfter(504));
        server.faults().add(Fault.status(500));
        server.faults().add(Fault.huge(100_000));
        server.faults().add(Fault.redirectLoop());
        assertThat(wire.post("/garble", "").body()).contains("{{{");
        HttpResponse<String> proxy = wire.post("/502", "");
        assertThat(proxy.statusCode()).isEqualTo(502);
        assertThat(proxy.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(proxy.body()).contains("502 Bad Gateway");
        assertThat(wire.post("/504", "").body()).contains("504 Gateway Timeout");
        assertThat(wire.post("/500", "").statusCode()).isEqualTo(500);
        assertThat(wire.post("/huge", "").body()).hasSize(100_000);
        HttpResponse<String> loop = wire.post("/loop?a=b", "");
        assertThat(loop.statusCode()).isEqualTo(303);
        assertThat(loop.headers().firstValue("Location")).contains(server.url() + "/loop?a=b");
        assertThat(journal.entries().stream().map(entry -> entry.path() + " " + entry.outcome()))
                .containsExactly(
                        "/garble EXECUTED",
                        "/502 NOT_PROCESSED",
                        "/504 EXECUTED",
                        "/500 NOT_PROCESSED",
                        "/huge EXECUTED",
                        "/loop NOT_PROCESSED");
    }

    @Test
    void aFaultStrikesAsOftenAsItWasTold() {
        server.faults().add(Fault.status(503).times(2));
        assertThat(wire.post("/", "").statusCode()).isEqualTo(503);
        assertThat(wire.post("/", "").statusCode()).isEqualTo(503);
        assertThat(wire.post("/", "").statusCode()).isEqualTo(200);
        server.faults().add(Fault.status(429).always());
        assertThat(wire.post("/", "").statusCode()).isEqualTo(429);
        server.faults().clear();
        assertThat(wire.post("/", "").statusCode()).isEqualTo(200);
        assertThat(Fault.resetAfter().on("/a").toString().toUpperCase(Locale.ROOT))
                .isEqualTo("RESET AFTER PROCESSING ON /A");
    }

    @Test
    void aHangingRequestIsServedWhenItIsReleased() throws Exception {
        server.faults().add(Fault.hang());
        CompletableFuture<HttpResponse<String>> call = wire.postLater("/pause", "x");
        assertThat(journal.await(entry -> entry.path().equals("/pause"), SOON)).isPresent();
        assertThat(journal.executed("/pause")).isEmpty();
        server.faults().release();
        assertThat(call.get(10, TimeUnit.SECONDS).body()).isEqualTo("POST x");
    }

    @Test
    void anAnswerCanHangAfterTheWorkIsDone() throws Exception {
        server.faults().add(Fault.hangAfter());
        CompletableFuture<HttpResponse<String>> call = wire.postLater("/pause", "x");
        assertThat(journal.await(entry -> entry.outcome() == Outcome.EXECUTED, SOON))
                .isPresent();
        assertThat(call).isNotDone();
        server.close();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void theEndOfTheServerEndsWhatHangs() throws Exception {
        server.faults().add(Fault.hang());
        CompletableFuture<HttpResponse<String>> call = wire.postLater("/pause", "x");
        assertThat(journal.await(entry -> entry.path().equals("/pause"), SOON)).isPresent();
        server.kill();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(journal.await(entry -> entry.outcome() == Outcome.NOT_PROCESSED, SOON))
                .isPresent();
    }

    @Test
    void slowAnswersAreWhole() {
        server.faults().add(Fault.slow(Duration.ofMillis(30)));
        server.faults().add(Fault.drip(Duration.ofMillis(1)));
        long start = System.nanoTime();
        assertThat(wire.text("/", "abc")).isEqualTo("POST abc");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(29));
        assertThat(wire.text("/", "abc")).isEqualTo("POST abc");
    }

    @Test
    void aJournalThatWasClearedForgetsRequestsUnderWay() throws Exception {
        server.faults().add(Fault.hang());
        CompletableFuture<HttpResponse<String>> call = wire.postLater("/old", "");
        assertThat(journal.await(entry -> entry.path().equals("/old"), SOON)).isPresent();
        journal.clear();
        wire.post("/new", "");
        server.faults().release();
        call.get(10, TimeUnit.SECONDS);
        assertThat(journal.entries()).hasSize(1);
        assertThat(journal.await(entry -> false, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void allThreadsAreDaemons() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        boolean[] daemon = new boolean[1];
        try (SimServer other = new SimServer(
                1,
                "node-b:9190",
                request -> {
                    daemon[0] = Thread.currentThread().isDaemon();
                    asked.countDown();
                    return SimResponse.empty(204, Outcome.EXECUTED);
                },
                journal,
                SimClock.manual())) {
            assertThat(new Wire(other.url()).post("/", "").statusCode()).isEqualTo(204);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(daemon[0]).isTrue();
            assertThat(other.advertisedAddress()).isEqualTo("node-b:9190");
        }
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("sim-")))
                .allMatch(Thread::isDaemon);
    }

    private String exchange(String request) throws IOException {
        URI address = URI.create(server.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
