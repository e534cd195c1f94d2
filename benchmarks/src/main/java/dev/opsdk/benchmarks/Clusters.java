package dev.opsdk.benchmarks;

import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.model.Replica;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.TablePartition;
import dev.opsdk.openmldb.model.Tablet;
import dev.opsdk.openmldb.model.TabletState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Big clusters as a nameserver would describe them: partitions of two replicas, in tables of 50, in ten databases. */
final class Clusters {
    private static final int PARTITIONS = 50;
    private static final int DATABASES = 10;

    private Clusters() {}

    static ClusterSnapshot of(int replicas, int tablets, int empty, long seed) {
        Random random = new Random(seed);
        int full = tablets - empty;
        List<TableInfo> tables = new ArrayList<>();
        int partition = 0;
        for (int table = 0; table * PARTITIONS * 2 < replicas; table++) {
            TableInfo.Builder builder = TableInfo.builder();
            builder.name("t" + table)
                    .db("db" + table % DATABASES)
                    .tid(table + 1)
                    .partitionCount(PARTITIONS)
                    .replicaCount(2);
            for (int pid = 0; pid < PARTITIONS; pid++) {
                int leader = partition++ % full;
                int follower = (leader + 1 + random.nextInt(full - 1)) % full;
                TablePartition.Builder row = TablePartition.builder();
                row.pid(pid).addReplicas(replica(leader, true), replica(follower, false));
                builder.addPartitions(row.build());
            }
            tables.add(builder.build());
        }
        return ClusterSnapshot.builder()
                .tablets(tablets(tablets))
                .tables(tables)
                .build();
    }

    private static List<Tablet> tablets(int count) {
        List<Tablet> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Tablet.Builder tablet = Tablet.builder();
            tablet.endpoint(endpoint(i)).state(TabletState.of("kHealthy"));
            all.add(tablet.build());
        }
        return all;
    }

    private static Replica replica(int tablet, boolean leads) {
        Replica.Builder replica = Replica.builder();
        replica.endpoint(endpoint(tablet))
                .markedLeader(leads)
                .offset(1_000)
                .recordCount(1_000)
                .recordBytes(100_000);
        return replica.build();
    }

    private static String endpoint(int tablet) {
        return "10.0." + tablet / 250 + "." + (tablet % 250 + 1) + ":10921";
    }
}
