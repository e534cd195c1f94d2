/** Verdicts and plans as pure functions of what was read. */
@NullMarked
package dev.opsdk.openmldb.assess;

import org.jspecify.annotations.NullMarked;
