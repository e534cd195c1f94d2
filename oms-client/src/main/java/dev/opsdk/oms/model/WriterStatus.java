package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.internal.Texts;
import dev.opsdk.core.model.OpenEnum;

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
        super(
                switch (Texts.lowerCase(wire.strip())) {
                    case "running" -> Known.RUNNING;
                    case "stopped" -> Known.STOPPED;
                    default -> null;
                },
                wire);
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
