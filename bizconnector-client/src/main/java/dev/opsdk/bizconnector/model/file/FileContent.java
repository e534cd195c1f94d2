package dev.opsdk.bizconnector.model.file;

import java.util.Arrays;

/** The bytes of a file, with what was said about them. */
public final class FileContent {
    private final DownloadInfo info;
    private final byte[] bytes;

    private FileContent(DownloadInfo info, byte[] bytes) {
        this.info = info;
        this.bytes = bytes;
    }

    /**
     * Bytes in memory.
     *
     * @param info what was said about them
     * @param bytes the bytes; copied
     * @return the content
     */
    public static FileContent of(DownloadInfo info, byte[] bytes) {
        return new FileContent(info, bytes.clone());
    }

    /** {@return name, type and size} */
    public DownloadInfo info() {
        return info;
    }

    /** {@return the bytes; a copy} */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileContent that && info.equals(that.info) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * info.hashCode() + Arrays.hashCode(bytes);
    }

    /** Name, type and size. */
    @Override
    public String toString() {
        return info.filename().orElse("file") + " (" + info.mimeType().orElse("?") + ", " + bytes.length + " B)";
    }
}
