package dev.opsdk.simulator.openmldb;

import java.time.Duration;

/** Processes come and go, and what the leading nameserver does about it. Called with the world's monitor held. */
final class Life {

    private static final Duration LEAST = Duration.ofMillis(1);

    private final World world;
    private final Ops ops;

    Life(World world, Ops ops) {
        this.world = world;
        this.ops = ops;
    }

    /** Memory is lost; the nameserver sees it at once and acts, if it acts at all, when the tablet stays away. */
    void kill(TabletNode tablet) {
        if (!tablet.up) {
            return;
        }
        world.partitionsOn(tablet.endpoint).forEach(world::pull);
        tablet.up = false;
        tablet.hung = false;
        tablet.since = world.now();
        tablet.loaded.clear();
        int life = ++tablet.life;
        world.changed();
        world.agenda.plan(world.now().plus(world.settings.heartbeatTimeout), () -> {
            if (tablet.life == life && world.autoFailover && world.leader().isPresent()) {
                ops.offline(tablet.endpoint, 0);
            }
        });
    }

    /** A process that starts says so; with automatic failover its replicas are taken out and recovered. */
    void restart(TabletNode tablet) {
        if (tablet.up) {
            return;
        }
        tablet.up = true;
        tablet.known = true;
        tablet.since = world.now();
        int life = ++tablet.life;
        world.changed();
        if (world.autoFailover) {
            ops.offline(tablet.endpoint, 0);
            recoverWhenIdle(tablet, life);
        }
    }

    private void recoverWhenIdle(TabletNode tablet, int life) {
        Duration step = world.settings.taskTime.compareTo(LEAST) < 0 ? LEAST : world.settings.taskTime;
        world.agenda.plan(world.now().plus(step), () -> {
            if (tablet.life != life || !world.autoFailover) {
                return;
            }
            if (world.ops.idle()) {
                ops.recoverAll(tablet.endpoint, 0);
            } else {
                recoverWhenIdle(tablet, life);
            }
        });
    }

    void kill(NameServerNode node) {
        if (!node.up) {
            return;
        }
        boolean led = world.first().filter(first -> first == node).isPresent();
        node.up = false;
        world.changed();
        if (led) {
            world.takeOver();
        }
    }

    void restart(NameServerNode node) {
        if (node.up) {
            return;
        }
        boolean alone = world.first().isEmpty();
        node.up = true;
        node.lock = world.newLock();
        world.changed();
        if (alone) {
            world.takeOver();
        }
    }

    void failOver() {
        world.first().ifPresent(leader -> {
            leader.lock = world.newLock();
            world.takeOver();
        });
    }
}
