/** Multi-step work: plan, run, report. */
@NullMarked
package dev.opsdk.openmldb.procedure;

import org.jspecify.annotations.NullMarked;
