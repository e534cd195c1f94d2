/**
 * What every simulator shares: a clock that tests drive, a real HTTP server on a random local port, faults on demand
 * and a journal of what was asked.
 *
 * <p>Nothing here knows a client or its models. The server is our own because a stand-in has to control what a mock
 * server hides: the exact header lines, when a socket is cut and how, daemon threads, a port that comes back.
 */
@NullMarked
package dev.opsdk.simulator;

import org.jspecify.annotations.NullMarked;
