package dev.opsdk.bizconnector.model.file;

import java.util.Optional;

/**
 * What was downloaded.
 *
 * @param filename the name as the uploader gave it; may hold any characters, so do not use it as a path as it is
 * @param mimeType the type of the bytes
 * @param size how many bytes came
 */
public record DownloadInfo(Optional<String> filename, Optional<String> mimeType, long size) {}
