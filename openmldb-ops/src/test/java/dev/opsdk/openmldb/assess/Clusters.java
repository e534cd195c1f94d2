package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random clusters: 2 to 8 tablets, some of them empty, 1 to 3 replicas, memory and disk tables, skewed sizes. */
final class Clusters {
    private static final List<String> DBS = List.of("", "demo", "other", "__INTERNAL_DB", "__PRE_AGG_DB");

    private Clusters() {}

    static Arbitrary<ServerModel> healthy() {
        return Arbitraries.randomValue(random -> random(random, false));
    }

    static Arbitrary<ServerModel> ill() {
        return Arbitraries.randomValue(random -> random(random, true));
    }

    private static ServerModel random(Random random, boolean ill) {
        ServerModel cluster = new ServerModel();
        List<String> tablets = new ArrayList<>();
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            tablets.add("t" + i + ":1");
            cluster.tablet(tablets.get(i), true);
        }
        // the rest is new and empty
        int used = Math.max(1, count - random.nextInt(Math.min(4, count)));
        int tables = 1 + random.nextInt(5);
        for (int t = 0; t < tables; t++) {
            ServerModel.Table table = cluster.table(
                    DBS.get(random.nextInt(DBS.size())),
                    "table" + t,
                    10 + t,
                    List.of("kMemory", "kSSD", "kHDD").get(random.nextInt(3)));
            int replicas = Math.min(1 + random.nextInt(3), used);
            int partitions = 1 + random.nextInt(12);
            for (int pid = 0; pid < partitions; pid++) {
                List<String> places = new ArrayList<>(tablets.subList(0, used));
                Collections.shuffle(places, random);
                long bytes = random.nextInt(4) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 20);
                cluster.partition(
                        table,
                        pid,
                        100 + random.nextInt(50),
                        bytes,
                        places.subList(0, replicas).toArray(new String[0]));
            }
        }
        if (ill) {
            harm(random, cluster, tablets);
        }
        return cluster;
    }

    private static void harm(Random random, ServerModel cluster, List<String> tablets) {
        for (String tablet : tablets) {
            int fate = random.nextInt(12);
            if (fate == 0) {
                cluster.tablets.put(tablet, false);
            } else if (fate == 1) {
                cluster.tablets.remove(tablet);
            } else if (fate == 2) {
                // restarted without recovery: it holds nothing, its disk may have all
                boolean lost = random.nextBoolean();
                cluster.held.get(tablet).forEach((id, own) -> {
                    if (!lost) {
                        cluster.disks
                                .computeIfAbsent(tablet, key -> new HashMap<>())
                                .put(id, own.offset);
                    }
                });
                cluster.held.get(tablet).clear();
            }
        }
        for (PartitionId id : cluster.replicas.keySet()) {
            for (ServerModel.Rep rep : cluster.replicas.get(id)) {
                int fate = random.nextInt(30);
                if (fate == 0) {
                    rep.alive = false;
                } else if (fate == 1) {
                    rep.marked = !rep.marked;
                } else if (fate == 2) {
                    cluster.held(rep.endpoint, id).ifPresent(own -> own.leader = !own.leader);
                } else if (fate == 3) {
                    cluster.held(rep.endpoint, id).ifPresent(own -> own.state = "kTableLoading");
                } else if (fate == 4) {
                    cluster.held.getOrDefault(rep.endpoint, new HashMap<>()).remove(id);
                } else if (fate == 5) {
                    cluster.held(rep.endpoint, id).ifPresent(own -> own.offset -= 7);
                } else if (fate == 6) {
                    rep.offset = OptionalLong.empty();
                } else if (fate == 7 && !rep.marked) {
                    cluster.unconnected
                            .computeIfAbsent(id, key -> new ArrayList<>())
                            .add(rep.endpoint);
                }
            }
        }
    }
}
