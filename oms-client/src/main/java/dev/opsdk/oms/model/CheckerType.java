package dev.opsdk.oms.model;

import java.util.Locale;

/** What a checker works for, {@code task.type} on the wire. */
public enum CheckerType {
    /** The check of a migration (OMS documentation). */
    MIGRATE,
    /** A check of its own (OMS documentation, other pages). */
    VERIFY;

    /**
     * What goes over the wire.
     *
     * @return the text
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
