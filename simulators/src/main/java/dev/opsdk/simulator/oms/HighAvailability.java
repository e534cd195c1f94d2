package dev.opsdk.simulator.oms;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The module that repairs by itself, next to whoever repairs by hand. What it does is documented, how often it looks is
 * not: once a minute here.
 */
final class HighAvailability {

    private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);
    private static final Duration HANDS_OFF = Duration.ofMinutes(10);
    private static final Duration HOST_LOST_AFTER = Duration.ofMinutes(9);
    private static final int MOST_STORES = 5;

    private final World world;
    private final Map<String, Instant> restarted = new HashMap<>();
    private Instant next;

    HighAvailability(World world) {
        this.world = world;
        this.next = world.now().plus(LOOKS_EVERY);
    }

    void tick(Instant now) {
        if (!world.settings.highAvailability || next.isAfter(now)) {
            return;
        }
        next = now.plus(LOOKS_EVERY);
        world.stores.values().stream()
                .map(store -> store.subTopic)
                .distinct()
                .toList()
                .forEach(this::replaceStores);
        for (ConnectorRow connector : List.copyOf(world.connectors.values())) {
            if (connector.isKnown() && connector.state == ComponentState.DEAD) {
                repair(connector, now);
            }
        }
    }

    /** Whether a store died or a person stopped it makes no difference. */
    private void replaceStores(String subTopic) {
        List<StoreRow> known = world.storesOf(subTopic);
        boolean running = known.stream().anyMatch(store -> store.state == ComponentState.RUNNING);
        Optional<StoreRow> newest = known.stream().max(Comparator.comparingLong(store -> store.end));
        if (running || newest.isEmpty() || known.size() >= MOST_STORES) {
            return;
        }
        try {
            StoreRow store = Builders.store(world, subTopic, Scheduler.anyHost(world, ""));
            store.begin = newest.get().begin;
            store.origin = newest.get().origin;
            store.end = newest.get().end;
            world.stores.put(store.name, store);
            StoreLife.start(world, store);
        } catch (Refusal e) {
            // no host left, perhaps in a minute
            return;
        }
    }

    private void repair(ConnectorRow connector, Instant now) {
        HostRow host = world.hosts.get(connector.ip());
        Instant down = host == null ? null : host.downSince;
        if (down != null) {
            if (!down.plus(HOST_LOST_AFTER).isAfter(now)) {
                moveElsewhere(connector);
            }
        } else if (!restarted.getOrDefault(connector.name, Instant.MIN).isAfter(now)) {
            restarted.put(connector.name, now.plus(HANDS_OFF));
            WorkerChecks.run(world, connector);
            connector.starts++;
        }
    }

    private void moveElsewhere(ConnectorRow connector) {
        try {
            ComponentName name = ComponentName.next(
                    Scheduler.anyHost(world, connector.ip()),
                    ComponentName.SUPERVISOR,
                    connector.fullName.inner(),
                    world.connectors.keySet());
            ConnectorRow moved = connector.successor(name, world.cmNow());
            WorkerChecks.retire(world, connector, moved);
            world.connectors.put(moved.name, moved);
            WorkerChecks.run(world, moved);
        } catch (Refusal e) {
            // no host left, perhaps in a minute
            return;
        }
    }
}
