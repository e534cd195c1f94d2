package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.Holdings;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.Tablet;
import java.util.Collection;
import java.util.List;

/** Reads the cluster: the nameserver's view with four calls, and what tablets say with one call each, side by side. */
final class ClusterReader {
    private final OpenMldbOps client;

    ClusterReader(OpenMldbOps client) {
        this.client = client;
    }

    /** What the nameserver knows. */
    ClusterSnapshot.Builder nameServersView() {
        NameServer nameServer = client.nameServer();
        return ClusterSnapshot.builder()
                .tablets(nameServer.tablets())
                .tables(nameServer.tables())
                .ops(nameServer.ops())
                .autoFailover(nameServer.autoFailover());
    }

    /** And what every healthy tablet holds. */
    ClusterSnapshot everything() {
        ClusterSnapshot.Builder builder = nameServersView();
        ask(builder, builder.build().healthyTablets());
        return builder.build();
    }

    /** And what some tablets hold. */
    ClusterSnapshot withHoldingsOf(Collection<String> endpoints) {
        ClusterSnapshot.Builder builder = nameServersView();
        ClusterSnapshot seen = builder.build();
        ask(builder, endpoints.stream().filter(seen::healthy).toList());
        return builder.build();
    }

    /** Of one table, with what its tablets hold. */
    ClusterSnapshot table(String db, String name) {
        NameServer nameServer = client.nameServer();
        List<Tablet> tablets = nameServer.tablets();
        ClusterSnapshot.Builder builder = ClusterSnapshot.builder()
                .tablets(tablets)
                .tables(nameServer.table(db, name).stream().toList());
        ClusterSnapshot seen = builder.build();
        List<String> involved = seen.tables().stream()
                .flatMap(table -> table.partitions().stream())
                .flatMap(partition -> partition.replicas().stream())
                .map(replica -> replica.endpoint())
                .distinct()
                .filter(seen::healthy)
                .toList();
        ask(builder, involved);
        return builder.build();
    }

    /** A tablet that does not answer is not a tablet that holds nothing. */
    void ask(ClusterSnapshot.Builder builder, Collection<String> endpoints) {
        Results<String, List<HeldPartition>> answers =
                client.each(endpoints, (ops, endpoint) -> ops.tablet(endpoint).partitions());
        answers.values().forEach((endpoint, held) -> builder.holdings(endpoint, Holdings.of(held)));
        answers.errors().forEach((endpoint, failure) -> {
            if (!(failure instanceof OpsException)) {
                throw failure;
            }
            builder.holdings(endpoint, Holdings.unknown(String.valueOf(failure.getMessage())));
        });
    }
}
