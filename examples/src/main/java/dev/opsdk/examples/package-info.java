/** The tour: what the clients do, against simulators, in half a minute. */
@NullMarked
package dev.opsdk.examples;

import org.jspecify.annotations.NullMarked;
