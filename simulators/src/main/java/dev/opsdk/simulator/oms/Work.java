package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Does mutations: checks at once, changes the state when its time has come, answers when the timing says. */
final class Work {

    /** Checks a request and says what it will change. Called with the world's monitor held. */
    @FunctionalInterface
    interface Plan {
        Change make() throws Refusal;
    }

    /** The change itself. Called with the world's monitor held. */
    @FunctionalInterface
    interface Effect {
        void run() throws Refusal;
    }

    /** What a request will change, and what it is answered then. */
    record Change(
            Effect effect, SimResponse success, @Nullable Duration takes) {

        static Change of(SimResponse success, Effect effect) {
            return new Change(effect, success, null);
        }

        /** The Supervisor of a host that is down never says anything, and CM waits for it. */
        static Change onLostHost(SimResponse success) {
            Effect nothing = () -> {
                throw CmErrors.silent();
            };
            return new Change(nothing, success, OmsSettings.PATIENCE);
        }
    }

    /** A change on its way. Guarded by the world's monitor. */
    private static final class Pending {
        final CountDownLatch ended = new CountDownLatch(1);

        @Nullable
        Refusal refusal;

        void end(@Nullable Refusal why) {
            if (ended.getCount() > 0) {
                refusal = why;
                ended.countDown();
            }
        }
    }

    private final World world;
    private int waiting;

    Work(World world) {
        this.world = world;
    }

    SimResponse mutate(Call call, Plan plan) throws Refusal, InterruptedException {
        Pending pending = new Pending();
        Duration wait;
        Change change;
        synchronized (world) {
            if (world.metaDb == MetaDb.FAILING) {
                return Jetty.page(500, call.path(), Outcome.REFUSED);
            }
            change = plan.make();
            if (call.planned.isPresent() && call.planned.get().preventsWork()) {
                return new SimResponse(200, change.success.headers(), change.success.body(), Outcome.NOT_PROCESSED);
            }
            wait = start(call, change, pending);
        }
        if (!wait.isZero()) {
            waitFor(pending, wait);
        }
        synchronized (world) {
            if (pending.refusal != null) {
                throw pending.refusal;
            }
            return change.success;
        }
    }

    /** Says how long the answer takes. */
    private Duration start(Call call, Change change, Pending pending) throws Refusal {
        if (call.planned.isPresent() && call.planned.get().behind().isPresent()) {
            plan(call.planned.get().behind().get(), change, pending);
            return Duration.ZERO;
        }
        Duration takes = change.takes != null ? change.takes : world.settings.takes(call.path());
        switch (world.settings.timing) {
            case NO_TIME -> {
                change.effect.run();
                return Duration.ZERO;
            }
            case LATER -> {
                plan(takes, change, pending);
                return Duration.ZERO;
            }
            default -> {
                plan(takes, change, pending);
                boolean tooLong = takes.compareTo(OmsSettings.PATIENCE) > 0;
                if (tooLong) {
                    world.agenda.plan(world.now().plus(OmsSettings.PATIENCE), () -> pending.end(CmErrors.silent()));
                }
                return tooLong ? OmsSettings.PATIENCE : takes;
            }
        }
    }

    private void plan(Duration in, Change change, Pending pending) {
        if (in.isZero()) {
            end(change, pending);
        } else {
            world.agenda.plan(world.now().plus(in), () -> end(change, pending));
        }
    }

    private static void end(Change change, Pending pending) {
        try {
            change.effect.run();
            pending.end(null);
        } catch (Refusal e) {
            pending.end(e);
        }
    }

    private void waitFor(Pending pending, Duration wait) throws InterruptedException {
        count(1);
        try {
            if (world.settings.timing == MutationTiming.ADVANCES_CLOCK && world.clock.isManual()) {
                world.clock.advance(wait);
            }
            pending.ended.await();
        } finally {
            count(-1);
        }
    }

    private void count(int change) {
        synchronized (world) {
            waiting += change;
            world.notifyAll();
        }
    }

    /** Waits in real time until so many requests wait for the clock. */
    boolean awaitWaiting(int requests, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (world) {
            while (waiting < requests) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                world.wait(Math.max(1, left / 1_000_000));
            }
            return true;
        }
    }
}
