/**
 * A stand-in of the Apache Doris CCR syncer: nodes over one store, two clusters to copy between, and the real one's
 * answers byte by byte, with its false successes and its stale states.
 */
@NullMarked
package dev.opsdk.simulator.ccr;

import org.jspecify.annotations.NullMarked;
