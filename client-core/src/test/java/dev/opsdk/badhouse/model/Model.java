package dev.opsdk.badhouse.model;

import dev.opsdk.badhouse.Entry;

/** Knows the client. */
public interface Model {
    Entry entry();
}
