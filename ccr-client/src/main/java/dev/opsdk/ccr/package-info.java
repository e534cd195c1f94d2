/** The client of the Apache Doris CCR syncer: {@link dev.opsdk.ccr.CcrClient} is where to begin. */
@NullMarked
package dev.opsdk.ccr;

import org.jspecify.annotations.NullMarked;
