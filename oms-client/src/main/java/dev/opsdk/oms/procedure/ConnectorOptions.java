package dev.opsdk.oms.procedure;

import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.StoreName;
import java.util.List;
import java.util.Optional;

/**
 * How work on a connector is to be done.
 *
 * @param probe shows its state, which the cluster manager does not
 * @param stores the stores it reads from, to check a pull-back
 * @param knownStopped whether you know that it is stopped: it is not stopped then, nor started again unless that is the purpose
 * @param forwardAllowed whether a pull-back may jump forward, which loses what lies between
 * @param madeAs what an earlier migration made, if its answer was lost and you found the name in the console
 * @param haDisabled whether OMS's HA module is known to be disabled; unknown is a warning
 */
public record ConnectorOptions(
        StateProbe probe,
        List<StoreName> stores,
        boolean knownStopped,
        boolean forwardAllowed,
        Optional<ConnectorName> madeAs,
        Optional<Boolean> haDisabled) {
    /** Nothing is known. */
    public static final ConnectorOptions DEFAULT =
            new ConnectorOptions(StateProbe.NONE, List.of(), false, false, Optional.empty(), Optional.empty());

    /** Copies. */
    public ConnectorOptions {
        stores = List.copyOf(stores);
    }

    /**
     * Lets a probe show its state.
     *
     * @param shows the probe
     * @return a copy
     */
    public ConnectorOptions probedBy(StateProbe shows) {
        return new ConnectorOptions(shows, stores, knownStopped, forwardAllowed, madeAs, haDisabled);
    }

    /**
     * Names the stores it reads from.
     *
     * @param names their names
     * @return a copy
     */
    public ConnectorOptions readingFrom(String... names) {
        return new ConnectorOptions(
                probe,
                List.of(names).stream().map(StoreName::of).toList(),
                knownStopped,
                forwardAllowed,
                madeAs,
                haDisabled);
    }

    /**
     * Says that you know it to be stopped.
     *
     * @return a copy
     */
    public ConnectorOptions assumeStopped() {
        return new ConnectorOptions(probe, stores, true, forwardAllowed, madeAs, haDisabled);
    }

    /**
     * Allows a jump forward. What lies between is lost for the destination.
     *
     * @return a copy
     */
    public ConnectorOptions allowForward() {
        return new ConnectorOptions(probe, stores, knownStopped, true, madeAs, haDisabled);
    }

    /**
     * Goes on after a migration whose answer was lost: it happened, and the console shows its result.
     *
     * @param name the new connector's name
     * @return a copy
     */
    public ConnectorOptions madeAs(String name) {
        return new ConnectorOptions(
                probe, stores, knownStopped, forwardAllowed, Optional.of(ConnectorName.of(name)), haDisabled);
    }

    /**
     * Tells whether OMS's HA module is disabled.
     *
     * @param disabled true if it is
     * @return a copy
     */
    public ConnectorOptions haDisabled(boolean disabled) {
        return new ConnectorOptions(probe, stores, knownStopped, forwardAllowed, madeAs, Optional.of(disabled));
    }
}
