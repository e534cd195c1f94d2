package dev.opsdk.simulator.ccr;

import java.time.Instant;

/**
 * One entry of the source's log.
 *
 * @param seq its commit sequence number
 * @param table the table it belongs to
 * @param at when it was committed
 */
record Binlog(long seq, String table, Instant at) {}
