package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.Action;
import dev.opsdk.openmldb.assess.ClusterSnapshot;
import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.List;

/** What can be done to one partition, each as a plan. Planning sends nothing; running looks first, sends once, and waits for the ops. */
public final class PartitionProcedures {
    private final OpenMldbOps client;
    private final PartitionId id;

    /**
     * For {@link OpenMldbOps#partition}.
     *
     * @param client the client
     * @param id the partition
     */
    public PartitionProcedures(OpenMldbOps client, PartitionId id) {
        this.client = client;
        this.id = id;
    }

    /**
     * Copies the partition to a tablet that has none of it.
     *
     * @param endpoint the tablet's name in this cluster
     * @return the plan
     */
    public Plan addReplica(String endpoint) {
        return plan("addReplica", List.of(new Action.AddReplica(id, endpoint)), false);
    }

    /**
     * Drops a follower and what it holds.
     *
     * @param endpoint the tablet's name in this cluster
     * @return the plan; destructive, to be confirmed with the partition such as {@code demo_db.t1/0}
     */
    public Plan delReplica(String endpoint) {
        return plan("delReplica", List.of(new Action.DelReplica(id, endpoint)), true);
    }

    /**
     * Makes a follower the leader, and lets the former leader follow it: until then it would be out of service.
     *
     * @param candidate the tablet whose follower leads afterwards
     * @return the plan
     */
    public Plan changeLeader(String candidate) {
        String former = new PartitionView(client, id)
                .read()
                .flatMap(partition -> partition.leader())
                .map(leader -> leader.endpoint())
                .filter(leader -> !leader.equals(candidate))
                .orElse("");
        List<Action> actions = new ArrayList<>(List.of(new Action.ChangeLeader(id, candidate)));
        if (!former.isEmpty()) {
            actions.add(new Action.RecoverTable(id, former));
        }
        return plan("changeLeader", actions, false);
    }

    /**
     * Moves a follower.
     *
     * @param from the tablet that loses it
     * @param to the tablet that gets it
     * @return the plan
     */
    public Plan migrate(String from, String to) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("it cannot be moved from " + from + " to itself");
        }
        return plan("migrate", List.of(new Action.Migrate(id, from, to)), false);
    }

    /**
     * Lets a replica that is not alive follow again.
     *
     * @param endpoint the tablet that has it
     * @return the plan
     */
    public Plan recoverTable(String endpoint) {
        return plan("recoverTable", List.of(new Action.RecoverTable(id, endpoint)), false);
    }

    private Plan plan(String procedure, List<Action> work, boolean destructive) {
        Guarded guarded = new Guarded(client);
        return plan(guarded, procedure, work, destructive);
    }

    private Plan plan(Guarded guarded, String procedure, List<Action> work, boolean destructive) {
        Actions actions = new Actions(client, guarded, ClusterSnapshot.builder().build());
        List<Step> steps = work.stream()
                .map(actions::step)
                .map(step -> (destructive ? step.destructive() : step).build())
                .toList();
        return guarded.plan(
                procedure,
                id.toString(),
                new Guarded.Work(
                        List.of(),
                        Actions.needAutoFailoverOff(work),
                        List.of(steps),
                        this::now,
                        results -> results.stream()
                                        .allMatch(result -> result.outcome().good())
                                ? List.of()
                                : List.of("settle the cause, then report.resume(): it looks before it sends again")),
                () -> plan(guarded, procedure, work, destructive));
    }

    private List<String> now() {
        return List.of(new PartitionView(client, id)
                .read()
                .map(partition -> id + ": " + partition.replicas())
                .orElse("there is no partition " + id));
    }

    @Override
    public String toString() {
        return "procedures of " + id;
    }
}
