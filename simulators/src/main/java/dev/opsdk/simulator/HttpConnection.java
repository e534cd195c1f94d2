package dev.opsdk.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves one client connection: reads, lets the faults have their way, answers, and again. */
final class HttpConnection implements Runnable, Listener.Connection {

    private final SimServer server;
    private final Socket socket;
    private final Thread thread;

    HttpConnection(SimServer server, Socket socket, String name) {
        this.server = server;
        this.socket = socket;
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void abort() {
        close(true);
        thread.interrupt();
    }

    @Override
    public boolean ended(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
        return !thread.isAlive();
    }

    @Override
    public void run() {
        try {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            HttpReader reader = new HttpReader(new BufferedInputStream(socket.getInputStream()), out);
            boolean open = true;
            while (open) {
                SimRequest request = reader.next();
                open = request != null && serve(request, out);
            }
        } catch (ProtocolException e) {
            refuse();
        } catch (IOException | InterruptedException e) {
            close(true);
        } finally {
            close(false);
            server.gone(this);
        }
    }

    /** Returns whether the connection stays open. */
    private boolean serve(SimRequest request, OutputStream out) throws IOException, InterruptedException {
        // taken before anybody can see the request, so that a release after that reaches it
        CountDownLatch hold = server.faults().hold();
        Journal.Slot slot =
                server.journal().open(server.index(), request, server.clock().now());
        try {
            return serve(request, slot, hold, out);
        } catch (InterruptedException e) {
            slot.abandoned();
            throw e;
        }
    }

    private boolean serve(SimRequest request, Journal.Slot slot, CountDownLatch hold, OutputStream out)
            throws IOException, InterruptedException {
        Optional<Fault> struck = server.faults().strike(request);
        if (struck.isEmpty()) {
            return answer(request, process(request, slot), slot, out);
        }
        Fault fault = struck.get();
        switch (fault.kind()) {
            case HANG, SLOW -> {
                return late(fault, request, slot, hold, out);
            }
            case RESET -> {
                before(fault, request, slot);
                close(true);
                return false;
            }
            case CUT_BODY -> {
                SimResponse whole = process(request, slot);
                out.write(head(whole, whole.bytes().length));
                out.write(whole.bytes(), 0, whole.bytes().length / 2);
                out.flush();
                return false;
            }
            case DRIP -> {
                return drip(fault, process(request, slot), slot, hold, out);
            }
            default -> {
                return answer(request, replaced(fault, before(fault, request, slot), request), slot, out);
            }
        }
    }

    private boolean late(Fault fault, SimRequest request, Journal.Slot slot, CountDownLatch hold, OutputStream out)
            throws IOException, InterruptedException {
        if (fault.processed()) {
            SimResponse held = process(request, slot);
            hold.await();
            return answer(request, held, slot, out);
        }
        if (fault.kind() == Fault.Kind.HANG) {
            hold.await();
        } else {
            pause(hold, fault.delay());
        }
        return answer(request, process(request, slot), slot, out);
    }

    /** Waits in real time; a release ends it early and gives true. */
    private static boolean pause(CountDownLatch hold, Duration delay) throws InterruptedException {
        return hold.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private SimResponse before(Fault fault, SimRequest request, Journal.Slot slot) throws InterruptedException {
        if (fault.processed()) {
            return process(request, slot);
        }
        slot.ended(Outcome.NOT_PROCESSED, 0);
        return SimResponse.empty(200, Outcome.NOT_PROCESSED);
    }

    private SimResponse process(SimRequest request, Journal.Slot slot) throws InterruptedException {
        SimResponse response = server.handler().handle(request);
        slot.ended(response.outcome(), response.status());
        return response;
    }

    private SimResponse replaced(Fault fault, SimResponse real, SimRequest request) {
        return switch (fault.kind()) {
            case GARBLE -> real.withBody("\u0001\u0002{{{ not what you expect");
            case HUGE -> real.withBody(" ".repeat(fault.number()));
            case HTML -> page(fault.number());
            case REDIRECT_LOOP ->
                SimResponse.empty(303, real.outcome())
                        .with("Location", "http://" + server.advertisedAddress() + request.target());
            default ->
                SimResponse.text(fault.number(), "text/plain; charset=utf-8", "simulated failure\n", real.outcome());
        };
    }

    private static SimResponse page(int status) {
        String title =
                status + " " + SimResponse.empty(status, Outcome.NOT_PROCESSED).reason();
        String html = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
        return SimResponse.text(status, "text/html", html, Outcome.NOT_PROCESSED);
    }

    private boolean answer(SimRequest request, SimResponse response, Journal.Slot slot, OutputStream out)
            throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head(response, response.bytes().length));
        if (!request.method().equals("HEAD")) {
            whole.writeBytes(response.bytes());
        }
        // noted before the bytes leave, so that a client that has its answer finds it in the journal
        slot.answered(response.status());
        out.write(whole.toByteArray());
        out.flush();
        return !request.header("Connection").orElse("").equalsIgnoreCase("close");
    }

    private boolean drip(Fault fault, SimResponse response, Journal.Slot slot, CountDownLatch hold, OutputStream out)
            throws IOException, InterruptedException {
        out.write(head(response, response.bytes().length));
        for (byte next : response.bytes()) {
            out.write(next);
            out.flush();
            if (pause(hold, fault.delay())) {
                break;
            }
        }
        slot.answered(response.status());
        return false;
    }

    private byte[] head(SimResponse response, int length) {
        StringBuilder head = new StringBuilder(200);
        head.append("HTTP/1.1 ").append(response.status()).append(' ').append(response.reason());
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            head.append("\r\n").append(header.getKey()).append(": ").append(header.getValue());
        }
        if (!response.headers().containsKey("Date")) {
            head.append("\r\nDate: ").append(HttpDates.format(server.clock().now()));
        }
        head.append("\r\nContent-Length: ").append(length).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refuse() {
        try {
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            close(true);
        }
    }

    private void close(boolean reset) {
        try (socket) {
            if (reset && !socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // the line is gone already, which is what was wanted
            return;
        }
    }
}
