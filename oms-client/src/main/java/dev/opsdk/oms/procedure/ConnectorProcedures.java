package dev.opsdk.oms.procedure;

import dev.opsdk.core.procedure.Plan;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.ConnectorUpdate;
import dev.opsdk.oms.model.JvmParams;
import dev.opsdk.oms.model.PullBack;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Multi-step work on one connector, in the words of its generation. The cluster manager documents no call that shows a connector, so a
 * step without a {@link StateProbe} ends {@code accepted, not verified}. Planning only reads; running is up to you.
 */
public final class ConnectorProcedures {
    private final OmsClient client;
    private final ConnectorName name;

    /**
     * For {@link dev.opsdk.oms.Connector#procedures()}.
     *
     * @param client the client
     * @param name the connector
     */
    public ConnectorProcedures(OmsClient client, ConnectorName name) {
        this.client = client;
        this.name = name;
    }

    /**
     * Lets it begin anew at an earlier time: stops it, sets its checkpoint, starts it from there ({@code resume=false} in generation 1,
     * {@code pullBackFlag=true} in generation 2; so does a second try). If the checkpoint is refused it is started again where it was,
     * without the flag.
     *
     * @param target the time, such as {@code PullBack.to(subTopic, time)}
     * @param how such as {@code o -> o.readingFrom(store)}
     * @return the plan
     */
    public Plan pullBack(PullBack target, UnaryOperator<ConnectorOptions> how) {
        return new PullBackConnector(client, name, target, how.apply(ConnectorOptions.DEFAULT)).plan();
    }

    /**
     * Moves it to another host, which makes a new connector of a new name, and starts that. The old one is started again only if the
     * server refuses the migration.
     *
     * @param node the host's address
     * @param how such as {@code o -> o.probedBy(console)}
     * @return the plan
     */
    public Plan migrate(String node, UnaryOperator<ConnectorOptions> how) {
        return new MigrateConnector(client, name, Optional.of(node), how.apply(ConnectorOptions.DEFAULT)).plan();
    }

    /**
     * Moves it to a host that the server picks; generation 2 only.
     *
     * @param how as {@link #migrate(String, UnaryOperator)}
     * @return the plan
     */
    public Plan migrateAnywhere(UnaryOperator<ConnectorOptions> how) {
        return new MigrateConnector(client, name, Optional.empty(), how.apply(ConnectorOptions.DEFAULT)).plan();
    }

    /**
     * Changes its configuration: stops it, updates it, starts it if it ran. The old values cannot be read, so there is no rollback.
     *
     * @param change such as {@code u -> u.sink("workerNum", "32")}; a masked value is refused
     * @param how such as {@code o -> o.assumeStopped()}
     * @return the plan
     * @throws IllegalArgumentException if the change cannot be written, such as a masked value
     */
    public Plan update(Consumer<ConnectorUpdate.Builder> change, UnaryOperator<ConnectorOptions> how) {
        return update("updateConnector", change, how);
    }

    /**
     * Sets its JVM's parameters, which replace all there were: stops it, updates it, starts it if it ran.
     *
     * @param params such as {@code j -> j.initialHeap("4g").maxHeap("6g")}
     * @param how such as {@code o -> o.probedBy(console)}
     * @return the plan
     * @throws IllegalArgumentException if the JVM would not start with them
     */
    public Plan setJvm(Consumer<JvmParams.Builder> params, UnaryOperator<ConnectorOptions> how) {
        return update("setJvm", change -> change.jvm(params), how);
    }

    private Plan update(
            String procedure, Consumer<ConnectorUpdate.Builder> change, UnaryOperator<ConnectorOptions> how) {
        ConnectorUpdate.Builder update = ConnectorUpdate.builder();
        change.accept(update);
        return new UpdateConnector(client, name, procedure, update.build(), how.apply(ConnectorOptions.DEFAULT)).plan();
    }
}
