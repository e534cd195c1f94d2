package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.Fault;
import dev.opsdk.simulator.Faults;
import dev.opsdk.simulator.Journal;
import dev.opsdk.simulator.SimClock;
import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import dev.opsdk.simulator.SimServer;
import java.net.ServerSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network side of one process: its address, and a real server behind it unless sockets were not wanted. */
final class Node implements SimHandler {

    private final String address;
    private final @Nullable SimServer server;
    private final NodeHandler.Gate gate = new NodeHandler.Gate();
    private volatile @Nullable NodeHandler handler;
    private volatile boolean up = true;

    private Node(String fakeAddress) {
        this.address = fakeAddress;
        this.server = null;
    }

    private Node(ServerSocket bound, int index, Journal journal, SimClock clock) {
        SimServer started = new SimServer(bound, index, "", this, journal, clock);
        this.server = started;
        this.address = started.advertisedAddress();
    }

    static Node withoutSocket(String fakeAddress) {
        return new Node(fakeAddress);
    }

    static Node listening(ServerSocket bound, int index, Journal journal, SimClock clock) {
        return new Node(bound, index, journal, clock);
    }

    void serve(World world, RpcService service, Runnable afterwards) {
        handler = new NodeHandler(new Brpc(world, address, service), gate, afterwards);
    }

    String address() {
        return address;
    }

    NodeHandler.Gate gate() {
        return gate;
    }

    Faults faults() {
        SimServer listening = server;
        if (listening == null) {
            throw new IllegalStateException("faults are a matter of sockets, and there are none");
        }
        return listening.faults();
    }

    List<Fault> pendingFaults() {
        SimServer listening = server;
        return listening == null ? List.of() : listening.faults().pending();
    }

    @Override
    public List<String> paths() {
        return ready().paths();
    }

    @Override
    public SimResponse handle(SimRequest request) throws InterruptedException {
        return ready().handle(request);
    }

    SimResponse exchange(SimRequest request) throws NoAnswerException {
        if (!up) {
            throw new NoAnswerException(NoAnswerException.Reason.REFUSED, address);
        }
        return ready().exchange(address, request);
    }

    private NodeHandler ready() {
        NodeHandler current = handler;
        if (current == null) {
            throw new IllegalStateException("the server has not started yet");
        }
        return current;
    }

    void kill() {
        up = false;
        if (server != null) {
            server.kill();
        }
        // not before: what waits there has to die with the process
        gate.shut(false);
    }

    void restart() {
        up = true;
        if (server != null) {
            server.restart();
        }
    }

    void close() {
        up = false;
        if (server != null) {
            server.close();
        }
        gate.shut(false);
    }
}
