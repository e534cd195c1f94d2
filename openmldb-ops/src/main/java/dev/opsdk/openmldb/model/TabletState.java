package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** Whether a tablet is there for the nameserver ({@code TabletStatus.state}). */
public final class TabletState extends OpenEnum<TabletState.Known> {
    /** The values this version knows. */
    public enum Known {
        /** Its session is alive. */
        HEALTHY,
        /** Its session is gone; the nameserver remembers it until it is restarted itself. */
        OFFLINE
    }

    private TabletState(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kHealthy" -> Known.HEALTHY;
                    case "kOffline" -> Known.OFFLINE;
                    default -> null;
                },
                wire);
    }

    /**
     * Reads the server's word.
     *
     * @param wire what the server wrote
     * @return the value, known or not
     */
    @JsonCreator
    public static TabletState of(Object wire) {
        return new TabletState(wire);
    }
}
