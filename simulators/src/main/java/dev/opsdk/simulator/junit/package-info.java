/** Simulators as JUnit 5 parameters. */
@NullMarked
package dev.opsdk.simulator.junit;

import org.jspecify.annotations.NullMarked;
