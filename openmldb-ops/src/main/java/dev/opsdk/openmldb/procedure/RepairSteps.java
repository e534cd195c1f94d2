package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.Durations;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.TabletServer;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.LoadTable;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of a recovery that go past the nameserver's ops. */
final class RepairSteps {
    /** A tablet that fails to load a partition drops it again, so that a failed load looks like none. */
    private static final Duration UNTIL_LISTED = Duration.ofSeconds(20);

    private final Guarded guarded;
    private final PartitionView view;
    private final Duration limit;
    private long recorded;

    RepairSteps(OpenMldbOps client, Guarded guarded, PartitionId id) {
        this.guarded = guarded;
        this.view = new PartitionView(client, id);
        this.limit = client.opTimeout();
    }

    private PartitionId id() {
        return view.id();
    }

    /** Says to the nameserver whether a replica is to be counted on. Works at once and creates no op. */
    Step.Builder markAlive(String endpoint, boolean alive) {
        return Step.named(id() + ": mark the replica on " + endpoint + (alive ? " alive" : " not alive"))
                .sends(view.client().nameServer().requests().updateTableAliveStatus(id(), endpoint, alive))
                .look(guarded.look(() -> marked(endpoint, alive)))
                .prove(() -> marked(endpoint, alive))
                .act(progress -> view.client().nameServer().updateTableAliveStatus(id(), endpoint, alive));
    }

    private Look marked(String endpoint, boolean alive) {
        Optional<Replica> replica = view.read().flatMap(partition -> partition.on(endpoint));
        if (replica.isEmpty()) {
            return Look.blocked("it has no replica there");
        }
        return replica.get().alive() == alive
                ? Look.done("replica " + replica.get())
                : Look.toDo("replica " + replica.get());
    }

    /** Loads what is on the tablet's disk, in the role that it is told: the one on its disk may be outdated. */
    Step.Builder load(Action.LoadTable load, TableInfo table) {
        TabletServer tablet = view.client().tablet(load.endpoint());
        LoadTable request = LoadTable.of(table, id().pid(), load.mode().known().orElseThrow());
        return Step.named(id() + ": load it on " + load.endpoint() + " as " + load.mode())
                .sends(tablet.loadRequest(request))
                .look(guarded.look(() -> notEmptied(load.endpoint())))
                .act(progress -> load(tablet, request, progress))
                .prove(() -> proved(load.endpoint()));
    }

    private Look loaded(String endpoint) {
        Optional<HeldPartition> held = view.held(endpoint);
        if (held.isEmpty()) {
            return Look.toDo("the tablet does not hold it");
        }
        if (!held.get().serving()) {
            return Look.toDo("the tablet says " + held.get());
        }
        return held.get().leader()
                ? Look.done("the tablet says " + held.get())
                : Look.blocked("the tablet holds it in another role: " + held.get());
    }

    private void load(TabletServer tablet, LoadTable request, Consumer<String> progress) {
        if (view.held(tablet.endpoint()).isEmpty()) {
            // what the nameserver knows of all copies, before it asks the tablet that has just come back
            recorded = view.read().stream()
                    .flatMap(partition -> partition.replicas().stream())
                    .mapToLong(replica -> replica.offset().orElse(0))
                    .max()
                    .orElse(0);
            tablet.load(request);
        }
        awaitLoaded(tablet.endpoint(), progress);
    }

    private void awaitLoaded(String endpoint, Consumer<String> progress) {
        long begin = view.time().nanos();
        Waiter.on(view.time(), id() + " to be loaded on " + endpoint, () -> view.held(endpoint))
                .every(view.pollEvery())
                .onPoll(held -> progress.accept(held.map(Object::toString).orElse("not listed by the tablet")))
                .failIf(held -> held.isEmpty() && view.time().nanos() - begin >= UNTIL_LISTED.toNanos()
                        ? Optional.of(
                                "the tablet does not list it " + Durations.text(UNTIL_LISTED)
                                        + " after it said that loading had begun; a failed load looks like this, its log says why")
                        : Optional.empty())
                .until(held -> held.filter(HeldPartition::serving).isPresent())
                .await(limit);
    }

    /** When the answer was lost, what the tablet does since shows whether it was asked. */
    private Look proved(String endpoint) {
        if (view.held(endpoint).filter(held -> !held.serving()).isPresent()) {
            awaitLoaded(endpoint, progress -> {});
        }
        return notEmptied(endpoint);
    }

    /** A tablet without the data's directory loads an empty table, and its followers would be emptied after it. */
    private Look notEmptied(String endpoint) {
        Look seen = loaded(endpoint);
        if (seen.standing() != Look.Standing.DONE) {
            return seen;
        }
        long offset = view.held(endpoint).map(HeldPartition::offset).orElse(0L);
        return offset == 0 && recorded > 0
                ? Look.blocked("it came back EMPTY: offset 0, the nameserver recorded " + recorded
                        + "; its data directory may be gone, and no follower is recovered from it")
                : Look.done(seen.detail());
    }
}
