/** Multi-step work as a value first and an act second: plan, run, report, resume. */
@NullMarked
package dev.opsdk.core.procedure;

import org.jspecify.annotations.NullMarked;
