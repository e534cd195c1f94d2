@NullMarked
package dev.opsdk.simulator;

import org.jspecify.annotations.NullMarked;
