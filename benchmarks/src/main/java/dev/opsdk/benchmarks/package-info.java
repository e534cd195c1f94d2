/** Programs that measure and print tables. */
@NullMarked
package dev.opsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
