/** The same calls, made by opsdk and by what one would write or take instead. */
@NullMarked
package dev.opsdk.benchmarks.call;

import org.jspecify.annotations.NullMarked;
