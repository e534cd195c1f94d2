/** Pure functions from what was seen to verdicts: lag, stall, health, chain. No I/O, no clock of their own. */
@NullMarked
package dev.opsdk.oms.assess;

import org.jspecify.annotations.NullMarked;
