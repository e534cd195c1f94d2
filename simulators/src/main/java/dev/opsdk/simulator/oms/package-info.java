/**
 * A stand-in of the cluster manager (CM) of OceanBase Migration Service: hosts, stores, writers, connectors and
 * checkers, in both generations of its interface, with its slow mutations and its successes that are none.
 *
 * <p>CM is closed source. What is known of it comes from published documentation and field logs; where they are
 * silent the simulator decides, says so in its javadoc, and mostly lets a test decide otherwise.
 */
@NullMarked
package dev.opsdk.simulator.oms;

import org.jspecify.annotations.NullMarked;
