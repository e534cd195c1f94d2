/** Multi-step work on stores, writers, connectors and checkers: planned, run, reported. */
@NullMarked
package dev.opsdk.oms.procedure;

import org.jspecify.annotations.NullMarked;
