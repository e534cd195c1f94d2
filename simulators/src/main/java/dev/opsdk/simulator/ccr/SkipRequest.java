package dev.opsdk.simulator.ccr;

/**
 * What a job was told to skip, as it was stored.
 *
 * @param by silence, fullsync or partialsync; any other spelling never matches
 * @param commitSeq for silence
 * @param table for partialsync
 * @param tableId for partialsync
 */
public record SkipRequest(String by, long commitSeq, String table, long tableId) {}
