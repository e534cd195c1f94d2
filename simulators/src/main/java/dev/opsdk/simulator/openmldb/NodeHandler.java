package dev.opsdk.simulator.openmldb;

import dev.opsdk.simulator.SimHandler;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.time.Duration;
import java.util.List;

/** Requests to one server as they come over sockets: one thread per connection, verified once. */
final class NodeHandler implements SimHandler {

    private final Brpc brpc;
    private final Gate gate;
    private final Runnable afterwards;
    private final ThreadLocal<Boolean> verified = ThreadLocal.withInitial(() -> false);

    NodeHandler(Brpc brpc, Gate gate, Runnable afterwards) {
        this.brpc = brpc;
        this.gate = gate;
        this.afterwards = afterwards;
    }

    @Override
    public List<String> paths() {
        return brpc.paths();
    }

    @Override
    public SimResponse handle(SimRequest request) throws InterruptedException {
        if (!brpc.isOpen(request) && !verified.get()) {
            if (!brpc.isAllowed(request)) {
                return Unanswerable.response();
            }
            verified.set(true);
        }
        gate.pass();
        SimResponse response = brpc.answer(request);
        afterwards.run();
        return response;
    }

    /** The same without sockets; every request is the first of its connection. */
    SimResponse exchange(String address, SimRequest request) throws NoAnswerException {
        if (!brpc.isOpen(request) && !brpc.isAllowed(request)) {
            throw new NoAnswerException(NoAnswerException.Reason.CLOSED, address);
        }
        if (gate.isShut()) {
            throw new NoAnswerException(NoAnswerException.Reason.HANGING, address);
        }
        SimResponse response = brpc.answer(request);
        afterwards.run();
        return response;
    }

    /** Where requests wait while their server hangs or is slow. */
    static final class Gate {

        private boolean shut;
        private Duration slow = Duration.ZERO;

        Gate() {}

        synchronized void shut(boolean value) {
            shut = value;
            notifyAll();
        }

        synchronized void slow(Duration delay) {
            slow = delay;
        }

        synchronized boolean isShut() {
            return shut;
        }

        void pass() throws InterruptedException {
            Duration delay;
            synchronized (this) {
                while (shut) {
                    wait();
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("the process ended meanwhile");
                }
                delay = slow;
            }
            if (!delay.isZero()) {
                Thread.sleep(delay.toMillis());
            }
        }
    }
}
