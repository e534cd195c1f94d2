package dev.opsdk.openmldb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** Where an op of the nameserver stands ({@code TaskStatus}). */
public final class OpState extends OpenEnum<OpState.Known> {
    /** The values this version knows. */
    public enum Known {
        /** It waits in its lane; that can last long. */
        INITED,
        /** It runs. */
        DOING,
        /** It ended well. Kept in the leader's memory only: a new leader does not know it. */
        DONE,
        /** It failed. */
        FAILED,
        /** Somebody cancelled it. */
        CANCELED
    }

    private OpState(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "kInited" -> Known.INITED;
                    case "kDoing" -> Known.DOING;
                    case "kDone" -> Known.DONE;
                    case "kFailed" -> Known.FAILED;
                    case "kCanceled" -> Known.CANCELED;
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
    public static OpState of(Object wire) {
        return new OpState(wire);
    }
}
