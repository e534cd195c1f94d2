package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What a writer says it does, in any case of letters. Only {@code running} is documented. */
public final class WriterStatus extends OpenEnum<WriterStatus.Known> {
    /** The values this version knows. */
    public enum Known {
        /** It runs (OMS documentation). */
        RUNNING,
        /** It is stopped (observed inside a component; not documented for this call). */
        STOPPED
    }

    private WriterStatus(String wire) {
        super(meant(wire.strip()), wire);
    }

    /** Not by a switch over its lower case: of a long text that may take the square of its length. */
    private static @Nullable Known meant(String word) {
        return word.equalsIgnoreCase("running")
                ? Known.RUNNING
                : word.equalsIgnoreCase("stopped") ? Known.STOPPED : null;
    }

    /**
     * Reads a status.
     *
     * @param wire what the server wrote
     * @return the status, known or not
     */
    @JsonCreator
    public static WriterStatus of(String wire) {
        return new WriterStatus(wire);
    }
}
