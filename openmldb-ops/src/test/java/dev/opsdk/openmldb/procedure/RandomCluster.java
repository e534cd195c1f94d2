package dev.opsdk.openmldb.procedure;

import dev.opsdk.simulator.openmldb.ReplicaView;
import dev.opsdk.simulator.openmldb.SimReplica;
import dev.opsdk.simulator.openmldb.StorageMode;
import java.util.List;
import java.util.Random;

/** A cluster made by chance, the same for the same seed. */
final class RandomCluster {
    private static final List<StorageMode> STORAGE = List.of(StorageMode.values());
    private static final List<String> DATABASES = List.of("a_db", "b_db", "");

    private final Random random;
    private final OpenMldbWorld world;

    RandomCluster(long seed) {
        random = new Random(seed * 7919 + 1);
        int tablets = 2 + random.nextInt(7);
        boolean system = random.nextInt(3) == 0;
        boolean autoFailover = random.nextBoolean();
        int lanes = 1 + random.nextInt(4);
        world = OpenMldbWorld.inProcess(sim -> sim.tablets(tablets)
                .systemTables(system)
                .autoFailover(autoFailover)
                .opConcurrency(lanes)
                .nameServers(1 + random.nextInt(3)));
        int tables = 1 + random.nextInt(4);
        for (int i = 0; i < tables; i++) {
            world.sim()
                    .table(DATABASES.get(random.nextInt(DATABASES.size())), "t" + i)
                    .partitions(1 + random.nextInt(6))
                    .replicas(1 + random.nextInt(Math.min(3, tablets)))
                    .storage(STORAGE.get(random.nextInt(STORAGE.size())))
                    .rows(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(50))
                    .create();
        }
    }

    OpenMldbWorld world() {
        return world;
    }

    Random random() {
        return random;
    }

    RandomCluster withNewTablets() {
        int more = random.nextInt(Math.max(1, 9 - world.sim().tablets().size()));
        for (int i = 0; i < more; i++) {
            world.sim().addTablet();
        }
        return this;
    }

    /** Tablets that are away, replicas that are not alive, not loaded, or in another role than they should be. */
    RandomCluster withIllnesses() {
        List<ReplicaView> all = world.view().replicas();
        int ills = random.nextInt(6);
        for (int i = 0; i < ills; i++) {
            ReplicaView any = all.get(random.nextInt(all.size()));
            SimReplica replica = world.sim().replica(any.db(), any.table(), any.pid(), any.endpoint());
            boolean loaded = world.view()
                    .replica(any.db(), any.table(), any.pid(), any.endpoint())
                    .orElseThrow()
                    .loaded();
            switch (random.nextInt(4)) {
                case 0, 1 -> replica.markDead();
                case 2 -> replica.unload();
                default -> {
                    if (loaded) {
                        replica.mismatchRole();
                    }
                }
            }
        }
        if (!world.sim().isAutoFailover() && random.nextInt(3) == 0) {
            world.sim().tablet(random.nextInt(world.sim().tablets().size())).kill();
        }
        if (!world.sim().isAutoFailover() && random.nextInt(4) == 0) {
            var tablet = world.sim().tablet(random.nextInt(world.sim().tablets().size()));
            tablet.kill();
            tablet.restart();
        }
        return this;
    }
}
