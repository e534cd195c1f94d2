package dev.opsdk.oms.procedure;

import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.WriterName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is to be moved away from a host. The cluster manager has no list of components: whoever asks names them.
 *
 * @param writers the writers, moved first, in order
 * @param connectors the connectors, moved after them, in order
 * @param node the host they go to
 * @param writing how each writer is moved
 * @param connecting how each connector is moved
 * @param maxFailures how many may fail before the rest is left alone; an unknown outcome always ends it
 * @param haDisabled whether OMS's HA module is disabled; has to be told
 */
public record EvacuationOptions(
        List<WriterName> writers,
        List<ConnectorName> connectors,
        String node,
        WriterMigration writing,
        ConnectorOptions connecting,
        int maxFailures,
        Optional<Boolean> haDisabled) {
    /** Nothing named yet. */
    public static final EvacuationOptions NOTHING = new EvacuationOptions(
            List.of(), List.of(), "", WriterMigration.DEFAULT, ConnectorOptions.DEFAULT, 0, Optional.empty());

    /** Copies, and refuses a number that is none. */
    public EvacuationOptions {
        writers = List.copyOf(writers);
        connectors = List.copyOf(connectors);
        if (maxFailures < 0) {
            throw new IllegalArgumentException("maxFailures is " + maxFailures + "; it must not be negative");
        }
    }

    /**
     * Names the writers.
     *
     * @param names their names
     * @return a copy
     */
    public EvacuationOptions writers(String... names) {
        List<WriterName> all = List.of(names).stream().map(WriterName::of).toList();
        return new EvacuationOptions(all, connectors, node, writing, connecting, maxFailures, haDisabled);
    }

    /**
     * Names the connectors.
     *
     * @param names their names
     * @return a copy
     */
    public EvacuationOptions connectors(String... names) {
        List<ConnectorName> all = List.of(names).stream().map(ConnectorName::of).toList();
        return new EvacuationOptions(writers, all, node, writing, connecting, maxFailures, haDisabled);
    }

    /**
     * Says where they go.
     *
     * @param address the host's address
     * @return a copy
     */
    public EvacuationOptions to(String address) {
        return new EvacuationOptions(writers, connectors, address, writing, connecting, maxFailures, haDisabled);
    }

    /**
     * Says that you know the host to be down: writers are moved by force, connectors without being stopped.
     *
     * @return a copy
     */
    public EvacuationOptions withHostDown() {
        return new EvacuationOptions(
                writers, connectors, node, writing.withHostDown(), connecting.assumeStopped(), maxFailures, haDisabled);
    }

    /**
     * Changes how each writer is moved.
     *
     * @param change such as {@code w -> w.working(o -> o.stabilising(time))}
     * @return a copy
     */
    public EvacuationOptions movingWriters(UnaryOperator<WriterMigration> change) {
        return new EvacuationOptions(
                writers, connectors, node, change.apply(writing), connecting, maxFailures, haDisabled);
    }

    /**
     * Changes how each connector is moved.
     *
     * @param change such as {@code c -> c.probedBy(console)}
     * @return a copy
     */
    public EvacuationOptions movingConnectors(UnaryOperator<ConnectorOptions> change) {
        return new EvacuationOptions(
                writers, connectors, node, writing, change.apply(connecting), maxFailures, haDisabled);
    }

    /**
     * Lets some fail before the rest is left alone.
     *
     * @param count 0 unless told
     * @return a copy
     */
    public EvacuationOptions toleratingFailures(int count) {
        return new EvacuationOptions(writers, connectors, node, writing, connecting, count, haDisabled);
    }

    /**
     * Tells whether OMS's HA module is disabled.
     *
     * @param disabled true if it is
     * @return a copy
     */
    public EvacuationOptions haDisabled(boolean disabled) {
        return new EvacuationOptions(
                writers,
                connectors,
                node,
                writing.working(work -> work.haDisabled(disabled)),
                connecting.haDisabled(disabled),
                maxFailures,
                Optional.of(disabled));
    }
}
