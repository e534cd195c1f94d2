package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.model.PartitionId;
import java.util.Collection;
import java.util.List;

/** From what a planner decided to the steps that do it. */
final class Actions {
    private final OpenMldbOps client;
    private final Guarded guarded;
    private final ClusterSnapshot snapshot;

    Actions(OpenMldbOps client, Guarded guarded, ClusterSnapshot snapshot) {
        this.client = client;
        this.guarded = guarded;
        this.snapshot = snapshot;
    }

    List<Step> steps(List<Action> all) {
        return all.stream().map(action -> step(action).build()).toList();
    }

    Step.Builder step(Action action) {
        PartitionSteps steps = new PartitionSteps(client, guarded, action.partition());
        RepairSteps repairs = new RepairSteps(client, guarded, action.partition());
        if (action instanceof Action.AddReplica add) {
            return steps.addReplica(add.endpoint());
        }
        if (action instanceof Action.DelReplica drop) {
            return steps.delReplica(drop.endpoint());
        }
        if (action instanceof Action.ChangeLeader change) {
            return steps.changeLeader(change.endpoint());
        }
        if (action instanceof Action.RecoverTable recover) {
            return steps.recover(recover.endpoint());
        }
        if (action instanceof Action.Migrate migrate) {
            return steps.migrate(migrate.from(), migrate.endpoint());
        }
        if (action instanceof Action.LoadTable load) {
            PartitionId id = load.partition();
            return repairs.load(load, snapshot.table(id.db(), id.table()).orElseThrow());
        }
        if (action instanceof Action.SetAlive mark) {
            return repairs.markAlive(mark.endpoint(), mark.alive());
        }
        throw new IllegalStateException("no step for " + action);
    }

    /** Whether the server refuses one of them while auto_failover is on (301). */
    static boolean needAutoFailoverOff(Collection<Action> actions) {
        return actions.stream()
                .anyMatch(action -> !(action instanceof Action.AddReplica) && !(action instanceof Action.DelReplica));
    }
}
