package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.NameServerRequests;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TablePartition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The steps that change where one partition lives, and who leads it. Each one knows what the server would refuse. */
final class PartitionSteps {
    /** The followers were told the new term before the candidate failed to take office. */
    private static final String DETACHED =
            "; followers may be cut off from their leader now, recoverData finds them and connects them again";

    private final Guarded guarded;
    private final PartitionView view;
    private final Duration limit;

    PartitionSteps(OpenMldbOps client, Guarded guarded, PartitionId id) {
        this.guarded = guarded;
        this.view = new PartitionView(client, id);
        this.limit = client.opTimeout();
    }

    private NameServer nameServer() {
        return view.client().nameServer();
    }

    private NameServerRequests requests() {
        return nameServer().requests();
    }

    private PartitionId id() {
        return view.id();
    }

    Step.Builder addReplica(String to) {
        return op("add a replica on " + to, () -> nameServer().addReplica(id(), to), partition -> {
                    Optional<Replica> there = partition.on(to);
                    if (there.isEmpty()) {
                        return partition.leader().isPresent()
                                ? Look.toDo("replicas " + partition.replicas())
                                : Look.blocked("no leader is alive to copy from: " + partition.replicas());
                    }
                    return there.get().alive()
                            ? Look.done("replica " + there.get())
                            : Look.blocked(
                                    "it is there and not alive, recoverTable(\"" + to + "\") first: " + there.get());
                })
                .step(requests().addReplica(id(), to));
    }

    Step.Builder delReplica(String from) {
        return op("drop the replica on " + from, () -> nameServer().delReplica(id(), from), partition -> {
                    Optional<Replica> there = partition.on(from);
                    if (there.isEmpty()) {
                        return Look.done("replicas " + partition.replicas());
                    }
                    return there.get().markedLeader()
                            ? Look.blocked("it is marked as leader: " + there.get())
                            : Look.toDo("replica " + there.get());
                })
                .step(requests().delReplica(id(), from));
    }

    Step.Builder changeLeader(String candidate) {
        return op("make " + candidate + " leader", () -> nameServer().changeLeader(id(), candidate), partition -> {
                    Optional<Replica> leader = partition.leader();
                    if (leader.filter(now -> now.endpoint().equals(candidate)).isPresent()) {
                        return Look.done("leader " + leader.get());
                    }
                    return partition.on(candidate).filter(Replica::follows).isPresent()
                            ? Look.toDo(leader.map(now -> "leader " + now).orElse("no leader is alive"))
                            : Look.blocked(candidate + " is no alive follower: " + partition.replicas());
                })
                .advising(DETACHED)
                .step(requests().changeLeader(id(), candidate));
    }

    Step.Builder migrate(String from, String to) {
        return op(
                        "move the follower from " + from + " to " + to,
                        () -> nameServer().migrate(id(), from, to),
                        partition -> {
                            Optional<Replica> source = partition.on(from);
                            Optional<Replica> target = partition.on(to);
                            if (source.isEmpty()) {
                                return target.filter(Replica::alive).isPresent()
                                        ? Look.done("replica " + target.get())
                                        : Look.blocked(
                                                "it is on neither of them, or not alive: " + partition.replicas());
                            }
                            if (target.isPresent()) {
                                return Look.blocked("there is a replica on both, as an op that failed late leaves it: "
                                        + partition.replicas() + "; recoverTable(\"" + to
                                        + "\"), then delReplica(\"" + from + "\")");
                            }
                            if (source.get().markedLeader()) {
                                return Look.blocked("it leads now, and a leader cannot be moved: " + source.get());
                            }
                            return partition.leader().isPresent()
                                    ? Look.toDo("replica " + source.get())
                                    : Look.blocked("no leader is alive to copy from: " + partition.replicas());
                        })
                .step(requests().migrate(id(), from, to));
    }

    /** Lets a former leader or a replica that is not alive follow again. */
    Step.Builder recover(String endpoint) {
        Function<TablePartition, Look> goal = partition -> {
            Optional<Replica> there = partition.on(endpoint);
            if (there.isEmpty()) {
                return Look.blocked("it has no replica there: " + partition.replicas());
            }
            Replica replica = there.get();
            return replica.alive() ? Look.done("replica " + replica) : Look.toDo("replica " + replica);
        };
        return op("recover the replica on " + endpoint, () -> recoverUnlessAlive(endpoint), goal)
                .proving(partition -> {
                    Look seen = goal.apply(partition);
                    return seen.standing() == Look.Standing.DONE ? held(endpoint, seen) : seen;
                })
                .step(requests().recoverTable(id(), endpoint));
    }

    private void recoverUnlessAlive(String endpoint) {
        try {
            nameServer().recoverTable(id(), endpoint);
        } catch (RejectedException e) {
            boolean alive = view.read()
                    .flatMap(now -> now.on(endpoint))
                    .filter(Replica::alive)
                    .isPresent();
            if (!alive) {
                throw e;
            }
            // it came back by itself between the look and the request (311)
        }
    }

    /** The nameserver's mark alone proves nothing about the tablet. */
    private Look held(String endpoint, Look seen) {
        Optional<HeldPartition> held = view.held(endpoint);
        if (held.isEmpty()) {
            return Look.toDo("the nameserver says alive, but the tablet does not hold it");
        }
        return held.get().serving() ? seen : Look.toDo("the tablet says " + held.get());
    }

    private OpStep op(String title, Runnable send, Function<TablePartition, Look> goal) {
        return new OpStep(view, guarded, title, limit, send, goal);
    }
}
