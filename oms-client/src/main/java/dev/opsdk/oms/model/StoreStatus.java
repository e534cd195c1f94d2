package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.opsdk.core.model.OpenEnum;

/** Whether a store is normal: 0 is, anything else is not (OMS documentation). */
public final class StoreStatus extends OpenEnum<StoreStatus.Known> {
    /** The values this version knows. */
    public enum Known {
        /** 0: normal. */
        NORMAL,
        /** 1: abnormal (observed). What other numbers mean is not known, but they are abnormal, too. */
        ABNORMAL
    }

    private StoreStatus(Object wire) {
        super(
                switch (String.valueOf(wire)) {
                    case "0" -> Known.NORMAL;
                    case "1" -> Known.ABNORMAL;
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
    public static StoreStatus of(Object wire) {
        return new StoreStatus(wire);
    }
}
