package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.JsonException;
import dev.opsdk.simulator.SimRequest;
import dev.opsdk.simulator.SimResponse;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way every call about one job goes: decode, look at the name, send it to the owner, take the locks, find the job
 * in memory, act. Routes say where they differ.
 */
final class JobCall {

    /** How a call holds the lock over all jobs of a node. */
    enum ManagerLock {
        READ,
        WRITE
    }

    /** What is done in the end, under the world's lock. */
    @FunctionalInterface
    interface Action {
        SimResponse on(LiveJob job, GoStruct request);
    }

    /** Refuses a request for its arguments, or lets it pass. */
    @FunctionalInterface
    interface ArgumentCheck {
        Optional<String> refusal(GoStruct request);
    }

    private final World world;
    private final NodeMemory node;
    private final Redirects redirects;
    private final Action action;
    private String struct = "CcrCommonRequest";
    private String nameless = "name is empty";
    private boolean redirected = true;
    private ManagerLock manager = ManagerLock.WRITE;
    private boolean mutex = true;
    private ArgumentCheck first = request -> Optional.empty();
    private ArgumentCheck late = request -> Optional.empty();
    private Function<String, SimResponse> refusal = Replies::refused;

    JobCall(World world, NodeMemory node, Redirects redirects, Action action) {
        this.world = world;
        this.node = node;
        this.redirects = redirects;
        this.action = action;
    }

    JobCall anonymous() {
        struct = "";
        return this;
    }

    JobCall nameless(String message) {
        nameless = message;
        return this;
    }

    JobCall neverRedirected() {
        redirected = false;
        return this;
    }

    JobCall locks(ManagerLock ofManager, boolean ofJob) {
        manager = ofManager;
        mutex = ofJob;
        return this;
    }

    JobCall checkedBeforeRedirect(ArgumentCheck check) {
        first = check;
        return this;
    }

    JobCall checkedAfterRedirect(ArgumentCheck check) {
        late = check;
        return this;
    }

    /** Failures of decoding and of the arguments carry zero values on some routes. */
    JobCall refusing(Function<String, SimResponse> zeros) {
        refusal = zeros;
        return this;
    }

    SimResponse serve(SimRequest request) throws InterruptedException {
        GoStruct body;
        String name;
        Optional<String> refused;
        Optional<String> refusedLate;
        try {
            body = GoStruct.decode(request.body(), struct);
            name = body.string("name");
            refused = first.refusal(body);
            refusedLate = late.refusal(body);
            body.check();
        } catch (JsonException e) {
            return refusal.apply(e.text());
        }
        if (name.isEmpty()) {
            return refusal.apply(nameless);
        }
        if (refused.isPresent()) {
            return refusal.apply(refused.get());
        }
        Optional<SimResponse> elsewhere = redirected ? redirects.check(request, name) : Optional.empty();
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (refusedLate.isPresent()) {
            return refusal.apply(refusedLate.get());
        }
        return locked(name, body);
    }

    private SimResponse locked(String name, GoStruct body) throws InterruptedException {
        return switch (manager) {
            case READ -> {
                node.manager.readLock().lockInterruptibly();
                try {
                    yield found(name, body);
                } finally {
                    node.manager.readLock().unlock();
                }
            }
            case WRITE -> {
                node.manager.writeLock().lockInterruptibly();
                try {
                    yield found(name, body);
                } finally {
                    node.manager.writeLock().unlock();
                }
            }
        };
    }

    private SimResponse found(String name, GoStruct body) throws InterruptedException {
        Optional<LiveJob> job;
        synchronized (world) {
            job = node.find(name);
        }
        if (job.isEmpty()) {
            return refusal.apply("[normal] job not exist: " + name);
        }
        if (!mutex) {
            return act(job.get(), body);
        }
        job.get().mutex.acquire();
        try {
            return act(job.get(), body);
        } finally {
            job.get().mutex.release();
        }
    }

    private SimResponse act(LiveJob job, GoStruct body) throws InterruptedException {
        synchronized (world) {
            if (!node.alive) {
                throw new InterruptedException("the process is gone");
            }
            return action.on(job, body);
        }
    }
}
