package dev.opsdk.ccr.internal;

import dev.opsdk.core.BaseUrl;

/**
 * An answer, and who gave it.
 *
 * @param node the syncer
 * @param value the answer
 * @param <T> the answer
 */
record Located<T>(BaseUrl node, T value) {}
