package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.ScaleOutOptions;
import dev.opsdk.openmldb.model.Op;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The operations on the whole cluster. Planning only reads; running is up to you. */
public final class ClusterProcedures {
    private final OpenMldbOps client;

    /**
     * For {@link OpenMldbOps#procedures()}.
     *
     * @param client the client
     */
    public ClusterProcedures(OpenMldbOps client) {
        this.client = client;
    }

    /**
     * Spreads replicas and leaders evenly over all healthy tablets, new and empty ones included.
     *
     * @param how such as {@code o -> o.withMeasure(ScaleOutOptions.Measure.BYTES)}
     * @return the moves, the distribution before and after, and the plan
     */
    public ClusterOperation<MovePlan> scaleOut(UnaryOperator<ScaleOutOptions> how) {
        return new ScaleOut(client, how.apply(ScaleOutOptions.DEFAULT)).operation();
    }

    /**
     * Empties tablets, so that they can be switched off afterwards.
     *
     * @param endpoints their names in this cluster
     * @return the moves, the distribution before and after, and the plan; blocked when something could not go
     * @throws IllegalArgumentException if none is named
     */
    public ClusterOperation<MovePlan> scaleIn(List<String> endpoints) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("name the tablets to be emptied");
        }
        return new ScaleIn(client, List.copyOf(endpoints)).operation();
    }

    /**
     * Waits until no op waits or runs.
     *
     * @param limit how long at most
     * @throws dev.opsdk.core.error.WaitTimeoutException when time is over; carries the ops that were left
     */
    public void awaitNoOps(Duration limit) {
        Waiter.on(client.timeSource(), "all ops to end", this::pending)
                .every(client.pollEvery())
                .until(List::isEmpty)
                .await(limit);
    }

    private List<Op> pending() {
        return client.nameServer().ops().stream().filter(Op::pending).toList();
    }
}
