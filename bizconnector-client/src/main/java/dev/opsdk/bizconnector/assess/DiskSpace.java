package dev.opsdk.bizconnector.assess;

/**
 * A file system under a path.
 *
 * @param path the path that was asked for
 * @param totalBytes its size
 * @param usableBytes what may still be written
 */
public record DiskSpace(String path, long totalBytes, long usableBytes) {}
