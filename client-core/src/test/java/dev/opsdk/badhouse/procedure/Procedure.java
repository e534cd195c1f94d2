package dev.opsdk.badhouse.procedure;

import dev.opsdk.badhouse.internal.Wire;

/** Knows the wire. */
public interface Procedure {
    void on(Wire wire);
}
