package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.call.Results;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.openmldb.NameServer;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.assess.FollowersAnswer;
import dev.opsdk.openmldb.assess.Holdings;
import dev.opsdk.openmldb.model.Followers;
import dev.opsdk.openmldb.model.HeldPartition;
import dev.opsdk.openmldb.model.OpState;
import dev.opsdk.openmldb.model.OpType;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import dev.opsdk.openmldb.model.Tablet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * And whom leaders feed where a change of leader failed: it can cut followers off, which nobody else tells. To ask every leader would
     * take a call a partition.
     */
    ClusterSnapshot everythingAndCutOff() {
        ClusterSnapshot.Builder builder = nameServersView();
        ClusterSnapshot seen = builder.build();
        ask(builder, seen.healthyTablets());
        Set<PartitionId> failed = client.nameServer().ops().stream()
                .filter(op ->
                        op.type().is(OpType.Known.CHANGE_LEADER) && op.state().is(OpState.Known.FAILED))
                .flatMap(op -> op.table().stream()
                        .filter(table -> op.pid().isPresent())
                        .map(table -> new PartitionId(op.db(), table, op.pid().getAsLong())))
                .collect(Collectors.toSet());
        if (!failed.isEmpty()) {
            askLeaders(builder, seen, failed::contains);
        }
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

    private record Leader(PartitionId id, String endpoint, long tid) {}

    /** And whom leaders feed. */
    void askLeaders(ClusterSnapshot.Builder builder, ClusterSnapshot seen, Predicate<PartitionId> which) {
        List<Leader> leaders = seen.tables().stream()
                .flatMap(table -> leaders(seen, table))
                .filter(leader -> which.test(leader.id))
                .toList();
        Results<Leader, Followers> answers = client.each(
                leaders, (ops, leader) -> ops.tablet(leader.endpoint).followers(leader.tid, leader.id.pid()));
        answers.values().forEach((leader, followers) -> builder.followers(leader.id, FollowersAnswer.of(followers)));
        answers.errors().forEach((leader, failure) -> {
            if (!(failure instanceof OpsException)) {
                throw failure;
            }
            builder.followers(leader.id, FollowersAnswer.failed(String.valueOf(failure.getMessage())));
        });
    }

    private static Stream<Leader> leaders(ClusterSnapshot seen, TableInfo table) {
        return table.partitions().stream()
                .flatMap(partition -> partition.leader().stream()
                        .filter(leader -> seen.healthy(leader.endpoint()))
                        .map(leader -> new Leader(
                                new PartitionId(table.db(), table.name(), partition.pid()),
                                leader.endpoint(),
                                table.tid().orElse(0))));
    }
}
