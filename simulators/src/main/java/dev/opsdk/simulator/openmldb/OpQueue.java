package dev.opsdk.simulator.openmldb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The nameserver's operations: a few lanes, each strictly one after the other. Ended ones stay visible until they are
 * deleted or a nameserver takes over.
 */
final class OpQueue {

    private static final class Lane {
        final Deque<Op> ops = new ArrayDeque<>();
        boolean planned;
    }

    private static final int REMEMBERED = 10_000;
    private static final Duration LEAST = Duration.ofMillis(1);

    private final World world;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Long, Op> all = new TreeMap<>();
    private final Deque<Op> finished = new ArrayDeque<>();
    private final OpFailures failures = new OpFailures();
    private long lastId;
    private boolean held;
    /** While set, new operations come to nothing although nobody is told. */
    private boolean swallowing;

    OpQueue(World world) {
        this.world = world;
        for (int i = 0; i < world.settings.opConcurrency; i++) {
            lanes.add(new Lane());
        }
    }

    /** An operation that is not queued yet, in the lane of its partition. */
    Op create(String type, Partition partition, long concurrency) {
        int width = concurrency > 0 && concurrency < lanes.size() ? (int) concurrency : lanes.size();
        int lane = type.equals("kAddReplicaOP") ? 0 : partition.pid % width;
        Instant notBefore = world.now().plus(world.settings.taskTime);
        return new Op(lastId + 1, type, partition.table, partition.pid, lane, notBefore);
    }

    /** Queues what {@link #create} gave last. */
    void add(Op op) {
        add(op, null);
    }

    /** Queues an operation right behind the one that asked for it. */
    void add(Op op, @Nullable Op parent) {
        if (swallowing) {
            return;
        }
        lastId = op.id;
        all.put(op.id, op);
        Lane lane = lanes.get(op.lane);
        if (parent != null && lane.ops.peekFirst() == parent) {
            lane.ops.removeFirst();
            lane.ops.addFirst(op);
            lane.ops.addFirst(parent);
        } else {
            lane.ops.addLast(op);
        }
        plan(lane, op.notBefore);
    }

    void swallow(boolean on) {
        swallowing = on;
    }

    void hold(boolean on) {
        held = on;
    }

    void fail(String type, String task, int times) {
        failures.add(type, task, times);
    }

    long lastId() {
        return lastId;
    }

    boolean idle() {
        return lanes.stream().allMatch(lane -> lane.ops.isEmpty());
    }

    Collection<Op> all() {
        return all.values();
    }

    /** Whether there was such an operation still running. */
    boolean cancel(long id) {
        Op op = all.get(id);
        if (op == null || !op.running()) {
            return false;
        }
        lanes.get(op.lane).ops.remove(op);
        end(op, OpStatus.CANCELED);
        return true;
    }

    boolean deleteEnded(Predicate<Op> which) {
        boolean removed = all.values().removeIf(op -> !op.running() && which.test(op));
        finished.removeIf(op -> !all.containsKey(op.id));
        return removed;
    }

    /** Only what runs or failed is kept outside the leader's memory. */
    void forgetFinished() {
        deleteEnded(op -> op.status != OpStatus.FAILED);
    }

    private void plan(Lane lane, Instant at) {
        if (!lane.planned) {
            lane.planned = true;
            world.agenda.plan(at.isBefore(world.now()) ? world.now() : at, () -> {
                lane.planned = false;
                step(lane);
            });
        }
    }

    private void planLater(Lane lane) {
        Duration pause = world.settings.taskTime;
        plan(lane, world.now().plus(pause.compareTo(LEAST) < 0 ? LEAST : pause));
    }

    private void step(Lane lane) {
        Op op = lane.ops.peekFirst();
        if (op == null) {
            return;
        }
        if (held || world.leader().isEmpty()) {
            planLater(lane);
        } else if (op.status == OpStatus.INITED) {
            if (op.notBefore.isAfter(world.now())) {
                plan(lane, op.notBefore);
                return;
            }
            op.status = OpStatus.DOING;
            op.start = world.now().getEpochSecond();
            begin(op);
            plan(lane, world.now().plus(world.settings.taskTime));
        } else if (op.at == op.tasks.size()) {
            finish(lane, op);
        } else {
            work(lane, op);
        }
    }

    private void begin(Op op) {
        Task task = op.tasks.get(op.at);
        op.doomed = task.tablets().stream().anyMatch(endpoint -> !world.healthy(endpoint));
        if (!op.doomed) {
            task.begin().run();
        }
    }

    private void work(Lane lane, Op op) {
        Task task = op.tasks.get(op.at);
        if (!op.doomed && task.tablets().stream().anyMatch(this::keepsWaiting)) {
            planLater(lane);
            return;
        }
        boolean gone = task.tablets().stream().anyMatch(endpoint -> !world.healthy(endpoint));
        if (op.doomed
                || gone
                || failures.strike(op.type, task.type())
                || !task.end().getAsBoolean()) {
            lane.ops.remove(op);
            end(op, OpStatus.FAILED);
            plan(lane, world.now());
            return;
        }
        op.at++;
        if (op.at == op.tasks.size()) {
            finish(lane, op);
        } else {
            begin(op);
            plan(lane, world.now().plus(world.settings.taskTime));
        }
    }

    /** A tablet that hangs, or that is away but not for long enough yet. */
    private boolean keepsWaiting(String endpoint) {
        TabletNode tablet = world.known(endpoint);
        if (tablet == null) {
            return false;
        }
        Instant givenUp = tablet.since.plus(world.settings.heartbeatTimeout);
        return tablet.up ? tablet.hung : world.now().isBefore(givenUp);
    }

    /** An operation ends only when every healthy tablet has acknowledged its cleaning up. */
    private void finish(Lane lane, Op op) {
        if (world.tablets.values().stream().anyMatch(tablet -> tablet.up && tablet.hung)) {
            planLater(lane);
            return;
        }
        lane.ops.remove(op);
        end(op, OpStatus.DONE);
        plan(lane, world.now());
    }

    private void end(Op op, OpStatus status) {
        op.status = status;
        op.end = world.now().getEpochSecond();
        finished.add(op);
        if (finished.size() > REMEMBERED) {
            all.remove(finished.remove().id);
        }
    }
}
