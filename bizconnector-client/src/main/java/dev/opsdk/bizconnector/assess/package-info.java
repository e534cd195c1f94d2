/** Verdicts: pure functions from what was read to what it means, time passed in. */
@NullMarked
package dev.opsdk.bizconnector.assess;

import org.jspecify.annotations.NullMarked;
