package dev.opsdk.openmldb.procedure;

import dev.opsdk.core.waiting.Waiter;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.assess.MovePlan;
import dev.opsdk.openmldb.assess.PostUpgradePlan;
import dev.opsdk.openmldb.assess.RecoverOptions;
import dev.opsdk.openmldb.assess.RecoverPlan;
import dev.opsdk.openmldb.assess.ScaleOutOptions;
import dev.opsdk.openmldb.assess.UpgradePlan;
import dev.opsdk.openmldb.model.Op;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
     * Makes ill partitions well, system databases first, and leaves what is well alone. A partition that fails does not stop the others.
     *
     * @param how such as {@code o -> o.withScope(Scope.databases(List.of("demo_db")))}
     * @return what is ill, what can be done, and the plan
     */
    public ClusterOperation<RecoverPlan> recoverData(UnaryOperator<RecoverOptions> how) {
        return new Recovery(client, options(how, RecoverOptions.DEFAULT)).operation();
    }

    /**
     * Spreads replicas and leaders evenly over all healthy tablets, new and empty ones included.
     *
     * @param how such as {@code o -> o.withMeasure(ScaleOutOptions.Measure.BYTES)}
     * @return the moves, the distribution before and after, and the plan
     */
    public ClusterOperation<MovePlan> scaleOut(UnaryOperator<ScaleOutOptions> how) {
        return new ScaleOut(client, options(how, ScaleOutOptions.DEFAULT)).operation();
    }

    /**
     * Empties tablets, so that they can be switched off afterwards.
     *
     * @param endpoints their names in this cluster
     * @return the moves, the distribution before and after, and the plan; blocked when something could not go
     * @throws IllegalArgumentException if none is named
     */
    public ClusterOperation<MovePlan> scaleIn(List<String> endpoints) {
        Objects.requireNonNull(endpoints, "endpoints");
        endpoints.forEach(ClusterProcedures::named);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("name the tablets to be emptied");
        }
        return new ScaleIn(client, List.copyOf(endpoints)).operation();
    }

    /**
     * Moves leadership away from a tablet before it is upgraded, and writes down what post-upgrade has to undo, before each move.
     *
     * @param endpoint its name in this cluster
     * @param how such as {@code o -> o.statFile(Path.of("upgrade.stat"))}
     * @return what moves, what will be unavailable, and the plan
     */
    public ClusterOperation<UpgradePlan> preUpgrade(String endpoint, UnaryOperator<UpgradeOptions> how) {
        return new PreUpgrade(client, named(endpoint), options(how, UpgradeOptions.DEFAULT)).operation();
    }

    /**
     * Brings leadership back to a tablet after it was upgraded. Also finishes what the Python tool began: the file is the same.
     *
     * @param endpoint its name in this cluster
     * @param statFile the file of pre-upgrade; lines of other tablets stay in it
     * @return what comes back, what cannot yet, and the plan; blocked while ops run, see {@link #awaitNoOps}
     * @throws IllegalArgumentException if the file cannot be understood; says in which line
     */
    public ClusterOperation<PostUpgradePlan> postUpgrade(String endpoint, Path statFile) {
        return new PostUpgrade(client, named(endpoint), Objects.requireNonNull(statFile, "statFile")).operation();
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

    private static <T> T options(UnaryOperator<T> how, T preset) {
        return Objects.requireNonNull(Objects.requireNonNull(how, "how").apply(preset), "how gave no options");
    }

    private static String named(String endpoint) {
        if (endpoint == null || endpoint.isBlank()) {
            throw new IllegalArgumentException("the tablet's name is blank; name it as nameServer().tablets() does");
        }
        return endpoint;
    }

    private List<Op> pending() {
        return client.nameServer().ops().stream().filter(Op::pending).toList();
    }
}
