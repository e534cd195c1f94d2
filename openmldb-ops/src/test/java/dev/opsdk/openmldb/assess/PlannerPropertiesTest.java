package dev.opsdk.openmldb.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans are run against the server's rules; a refused call fails the test. */
class PlannerPropertiesTest {
    @Provide
    Arbitrary<ServerModel> healthy() {
        return Clusters.healthy();
    }

    @Provide
    Arbitrary<ServerModel> ill() {
        return Clusters.ill();
    }

    @Property
    void scaleOutOfHealthyClustersEndsWithinOne(@ForAll("healthy") ServerModel cluster) {
        MovePlan plan = scaleOut(cluster);
        assertThat(plan.unmovable()).isEmpty();
        assertThat(counts(cluster)).satisfies(PlannerPropertiesTest::withinOne);
        assertThat(plan.expected().spread()).isLessThanOrEqualTo(1);
    }

    @Property
    void scaleOutOfIllClustersGoesAsFarAsTheServerAllows(@ForAll("ill") ServerModel cluster) {
        Set<String> moved = scaleOut(cluster).moves().stream()
                .map(move -> move.partition() + " " + move.to())
                .collect(Collectors.toSet());
        MovePlan again = ScaleOutPlanner.plan(cluster.snapshot(), ScaleOutOptions.DEFAULT.withLeaders(false));
        // what is left could only be done by moving something a second time
        assertThat(again.moves().isEmpty()
                        || again.moves().stream()
                                .anyMatch(move -> moved.contains(move.partition() + " " + move.from())))
                .as(again.moves().toString())
                .isTrue();
    }

    private static MovePlan scaleOut(ServerModel cluster) {
        ClusterSnapshot snapshot = cluster.snapshot();
        MovePlan plan = ScaleOutPlanner.plan(snapshot, ScaleOutOptions.DEFAULT);
        assertThat(plan).isEqualTo(ScaleOutPlanner.plan(cluster.snapshot(), ScaleOutOptions.DEFAULT));
        cluster.run(plan.moves());
        assertMovedOnce(plan);
        for (TabletLoad load : plan.expected().loads()) {
            assertThat(cluster.count(load.endpoint())).as(load.endpoint()).isEqualTo(load.replicas());
            assertThat(cluster.leads(load.endpoint())).as(load.endpoint()).isEqualTo(load.leaders());
        }
        assertThat(plan.moves())
                .allSatisfy(
                        move -> assertThat(Scope.system(move.partition().db())).isFalse());
        assertNoHandOverWouldHelp(cluster);
        return plan;
    }

    @Property
    void scaleOutByBytesNeverGetsWorse(@ForAll("ill") ServerModel cluster) {
        MovePlan plan = ScaleOutPlanner.plan(
                cluster.snapshot(), ScaleOutOptions.DEFAULT.withMeasure(ScaleOutOptions.Measure.BYTES));
        cluster.run(plan.moves());
        assertMovedOnce(plan);
        assertThat(plan.expected().byteSpread())
                .isLessThanOrEqualTo(plan.before().byteSpread());
    }

    @Property
    void scaleInEndsEmpty(@ForAll("ill") ServerModel cluster, @ForAll int choice) {
        List<String> healthy = cluster.snapshot().healthyTablets();
        List<String> leaving = new ArrayList<>();
        for (int i = 0; i < healthy.size(); i++) {
            if ((choice >> i & 1) == 1) {
                leaving.add(healthy.get(i));
            }
        }
        MovePlan plan = ScaleInPlanner.plan(cluster.snapshot(), leaving);
        if (leaving.isEmpty()) {
            assertThat(plan.blocked()).isTrue();
            return;
        }
        cluster.run(plan.moves());
        assertMovedOnce(plan);
        boolean empty = cluster.replicas.values().stream()
                .flatMap(List::stream)
                .noneMatch(rep -> leaving.contains(rep.endpoint));
        assertThat(empty).isEqualTo(!plan.blocked());
        assertThat(plan.moves())
                .allSatisfy(move -> assertThat(leaving).contains(move.from()).doesNotContain(move.to()));
    }

    @Property
    void scaleInOfHealthyClustersIsOnlyBlockedByTooFewTablets(
            @ForAll("healthy") ServerModel cluster, @ForAll int choice) {
        List<String> healthy = cluster.snapshot().healthyTablets();
        String leaving = healthy.get(Math.floorMod(choice, healthy.size()));
        long most = cluster.replicas.values().stream()
                .filter(reps -> reps.stream().anyMatch(rep -> rep.endpoint.equals(leaving)))
                .mapToLong(List::size)
                .max()
                .orElse(0);
        MovePlan plan = ScaleInPlanner.plan(cluster.snapshot(), List.of(leaving));
        assertThat(plan.blocked()).isEqualTo(most > healthy.size() - 1);
    }

    @Property
    void preAndPostUpgradeGiveBackWhatWas(@ForAll("healthy") ServerModel cluster, @ForAll int choice) {
        List<String> healthy = cluster.snapshot().healthyTablets();
        String endpoint = healthy.get(Math.floorMod(choice, healthy.size()));
        Map<PartitionId, String> before = cluster.picture();
        UpgradePlan pre = PreUpgradePlanner.plan(cluster.snapshot(), endpoint, choice < 0);
        assertThat(pre.blocked()).isFalse();
        pre.steps().forEach(step -> step.actions().forEach(cluster::apply));
        long staying = cluster.replicas.values().stream()
                .flatMap(List::stream)
                .filter(rep -> rep.leads() && rep.endpoint.equals(endpoint))
                .count();
        assertThat(staying).isEqualTo(pre.unavailable().size());
        assertThat(PreUpgradePlanner.plan(cluster.snapshot(), endpoint, choice < 0)
                        .steps())
                .isEmpty();

        StatFile file = StatFile.parse("")
                .with(pre.steps().stream().map(UpgradeStep::line).toList());
        restart(cluster, endpoint);
        RecoverPlanner.plan(cluster.snapshot(), RecoverOptions.DEFAULT)
                .repairs()
                .forEach(repair -> repair.actions().forEach(cluster::apply));

        PostUpgradePlan post = PostUpgradePlanner.plan(
                cluster.snapshot(), endpoint, StatFile.parse(file.text()).of(endpoint));
        assertThat(post.complete()).as(post.findings().toString()).isTrue();
        post.steps().forEach(step -> step.actions().forEach(cluster::apply));
        assertThat(cluster.picture()).isEqualTo(before);
        assertThat(PostUpgradePlanner.plan(cluster.snapshot(), endpoint, file.of(endpoint))
                        .steps())
                .allMatch(step -> step.state() == PostUpgradeStep.State.DONE);
    }

    private static void restart(ServerModel cluster, String endpoint) {
        cluster.held
                .get(endpoint)
                .forEach((id, own) -> cluster.disks
                        .computeIfAbsent(endpoint, key -> new HashMap<>())
                        .put(id, own.offset));
        cluster.held.get(endpoint).clear();
    }

    @Property
    void recoveryEndsHealthyWhereItCan(@ForAll("ill") ServerModel cluster, @ForAll boolean promote) {
        ClusterSnapshot snapshot = cluster.snapshot();
        RecoverPlan plan = RecoverPlanner.plan(snapshot, RecoverOptions.DEFAULT.withPromoteFollowers(promote));
        assertOnlyTheIllAreTouched(snapshot, plan);
        plan.repairs().forEach(repair -> repair.actions().forEach(cluster::apply));

        Set<PartitionId> given =
                plan.unrepairable().stream().map(Unrepairable::partition).collect(Collectors.toSet());
        for (var table : cluster.snapshot().tables()) {
            for (PartitionHealth health :
                    TableHealth.of(cluster.snapshot(), table).partitions()) {
                assertThat(health.healthy() || given.contains(health.partition()))
                        .as(health.toString())
                        .isTrue();
            }
        }
        assertThat(RecoverPlanner.plan(cluster.snapshot(), RecoverOptions.DEFAULT.withPromoteFollowers(promote))
                        .repairs())
                .isEmpty();
        for (TabletLoad load : plan.expected().loads()) {
            long leads = cluster.replicas.values().stream()
                    .flatMap(List::stream)
                    .filter(rep -> rep.endpoint.equals(load.endpoint()) && rep.leads())
                    .count();
            assertThat(load.leaders()).as(load.endpoint()).isEqualTo((int) leads);
        }
    }

    private static void assertOnlyTheIllAreTouched(ClusterSnapshot snapshot, RecoverPlan plan) {
        Map<PartitionId, PartitionHealth> health = new HashMap<>();
        plan.health().forEach(table -> table.partitions().forEach(state -> health.put(state.partition(), state)));
        for (Repair repair : plan.repairs()) {
            boolean changes = repair.actions().stream().anyMatch(Action.ChangeLeader.class::isInstance);
            boolean several = health.get(repair.partition()).has(Ailment.Kind.SEVERAL_LEADERS);
            for (Action action : repair.actions()) {
                boolean marked = snapshot.partition(repair.partition())
                        .orElseThrow()
                        .on(action.endpoint())
                        .orElseThrow()
                        .markedLeader();
                boolean ill = health.get(repair.partition()).ailments().stream()
                        .anyMatch(ailment -> ailment.endpoint().equals(action.endpoint()));
                assertThat(ill || action instanceof Action.ChangeLeader || ((changes || several) && marked))
                        .as(repair.toString())
                        .isTrue();
            }
        }
    }

    private static void assertMovedOnce(MovePlan plan) {
        Set<String> received = new HashSet<>();
        for (Move move : plan.moves()) {
            if (!(move instanceof Move.TransferLeader)) {
                assertThat(received).doesNotContain(move.partition() + " " + move.from());
                received.add(move.partition() + " " + move.to());
            }
        }
    }

    private static void assertNoHandOverWouldHelp(ServerModel cluster) {
        ClusterSnapshot now = cluster.snapshot();
        Layout layout = new Layout(now, Scope.userDatabases());
        for (Shard shard : layout.shards()) {
            Copy leader = shard.leader();
            if (shard.inScope && shard.trouble.isEmpty() && leader != null) {
                for (Copy copy : shard.copies) {
                    if (copy.usableFollower()) {
                        assertThat(layout.leaders(leader.tablet) - layout.leaders(copy.tablet))
                                .isLessThan(2);
                    }
                }
            }
        }
    }

    private static List<Long> counts(ServerModel cluster) {
        return cluster.tablets.keySet().stream().map(cluster::count).toList();
    }

    private static void withinOne(List<? extends Long> counts) {
        assertThat(counts.stream().mapToLong(Long::longValue).max().orElse(0)
                        - counts.stream().mapToLong(Long::longValue).min().orElse(0))
                .isLessThanOrEqualTo(1);
    }
}
