/** The syncer's wire: routes, reply shapes, error words, and who owns which job. Not for applications. */
@NullMarked
package dev.opsdk.ccr.internal;

import org.jspecify.annotations.NullMarked;
