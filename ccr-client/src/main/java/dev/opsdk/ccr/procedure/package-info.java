/** Multi-step work on jobs: planned, run, reported. */
@NullMarked
package dev.opsdk.ccr.procedure;

import org.jspecify.annotations.NullMarked;
