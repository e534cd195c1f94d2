package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.Op;
import dev.opsdk.openmldb.model.PartitionId;
import dev.opsdk.openmldb.model.TableInfo;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Plans how ill partitions get well: first who leads, then the replicas that are ill. A replica that is well is left alone, and what
 * cannot be repaired does not keep the rest from it.
 */
public final class RecoverPlanner {
    private final ClusterSnapshot snapshot;
    private final RecoverOptions options;
    private final Layout layout;
    private final List<Repair> repairs = new ArrayList<>();
    private final List<Unrepairable> unrepairable = new ArrayList<>();
    private final List<TableHealth> health = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private RecoverPlanner(ClusterSnapshot snapshot, RecoverOptions options) {
        this.snapshot = snapshot;
        this.options = options;
        this.layout = new Layout(snapshot, options.scope());
    }

    /**
     * Plans.
     *
     * @param snapshot what was read, with what each healthy tablet holds
     * @param options how to recover
     * @return repairs, system databases first
     */
    public static RecoverPlan plan(ClusterSnapshot snapshot, RecoverOptions options) {
        return new RecoverPlanner(snapshot, options).plan();
    }

    private RecoverPlan plan() {
        Distribution before = layout.distribution();
        Iterator<Shard> shards = layout.shards().iterator();
        for (TableInfo table : snapshot.tables()) {
            boolean wanted = options.scope().includes(table.db(), table.name());
            TableHealth state = TableHealth.of(snapshot, table);
            if (wanted) {
                health.add(state);
                if (state.partitions().isEmpty()) {
                    findings.add(Finding.warn(table.id(), "has no partitions"));
                }
            }
            for (PartitionHealth partition : state.partitions()) {
                Shard shard = shards.next();
                if (wanted && !partition.healthy()) {
                    repair(table, partition, shard);
                }
            }
        }
        LeaderChangeRisk.of(repairs.stream().map(Repair::actions).toList()).ifPresent(findings::add);
        if (repairs.isEmpty() && unrepairable.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.ok("recover", "all is well"));
        }
        return new RecoverPlan(repairs, unrepairable, health, findings, before, layout.distribution());
    }

    private void repair(TableInfo table, PartitionHealth state, Shard shard) {
        PartitionId id = state.partition();
        Optional<Op> op = snapshot.pending(id);
        if (op.isPresent()) {
            unrepairable.add(new Unrepairable(
                    id, "", op.get().summary() + " is at work on it", "wait until it ends, and recover again"));
            return;
        }
        List<Seen> replicas = snapshot.partition(id).orElseThrow().replicas().stream()
                .map(replica -> Seen.of(snapshot, table, id.pid(), replica))
                .toList();
        LeaderRepair leading = new LeaderRepair(
                        table,
                        id,
                        replicas,
                        options.promoteFollowers(),
                        endpoint -> layout.leaders(layout.tablet(endpoint)))
                .decide();
        findings.addAll(leading.findings);
        leading.hopeless.ifPresent(unrepairable::add);
        List<Action> actions = new ArrayList<>(leading.actions);
        if (leading.leader.isPresent()) {
            Seen leader = leading.leader.get();
            for (Seen seen : replicas) {
                if (!seen.equals(leader)) {
                    followLeader(state, seen, leading.demoted, actions);
                }
            }
            actions.forEach(action -> expect(shard, action));
        }
        if (!actions.isEmpty()) {
            repairs.add(new Repair(
                    id, state.ailments().stream().map(Ailment::toString).toList(), actions));
        } else if (leading.hopeless.isEmpty() && state.has(Ailment.Kind.FOLLOWERS_UNKNOWN)) {
            findings.add(Finding.warn(id, "its leader does not say whom it feeds, so its followers may not be fed"));
        }
    }

    private void followLeader(PartitionHealth state, Seen seen, Optional<Seen> demoted, List<Action> actions) {
        PartitionId id = state.partition();
        String endpoint = seen.endpoint();
        if (!seen.up()) {
            unrepairable.add(new Unrepairable(
                    id, endpoint, seen.whyAway(), "start the tablet and recover again, or drop the replica"));
        } else if (!seen.known()) {
            unrepairable.add(new Unrepairable(
                    id,
                    endpoint,
                    "it is not known what its tablet holds: " + seen.unasked().orElse(""),
                    "see why the tablet does not answer, and recover again"));
        } else if (seen.replica().markedLeader()
                || !seen.replica().alive()
                || !seen.holds()
                || !seen.roleAgrees()
                || state.has(Ailment.Kind.NOT_CONNECTED, endpoint)) {
            // recovering what is alive is refused; after a change of leader the old one is not alive any more
            if (seen.replica().alive() && !demoted.equals(Optional.of(seen))) {
                actions.add(new Action.SetAlive(id, endpoint, false));
            }
            actions.add(new Action.RecoverTable(id, endpoint));
        } else if (!seen.serves()) {
            unrepairable.add(new Unrepairable(
                    id,
                    endpoint,
                    "its tablet does not serve it yet (" + seen.state() + ")",
                    "wait until it does, and recover again"));
        }
    }

    private void expect(Shard shard, Action action) {
        Copy copy = shard.on(layout.tablet(action.endpoint()));
        if (copy == null) {
            return;
        }
        if (action instanceof Action.ChangeLeader) {
            layout.promote(copy);
        } else if (action instanceof Action.SetAlive set) {
            layout.setRole(copy, copy.marked, set.alive());
        } else if (action instanceof Action.RecoverTable) {
            layout.setRole(copy, false, true);
        }
    }
}
