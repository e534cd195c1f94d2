/** Verdicts over models: pure functions, time passed in. */
@NullMarked
package dev.opsdk.ccr.assess;

import org.jspecify.annotations.NullMarked;
