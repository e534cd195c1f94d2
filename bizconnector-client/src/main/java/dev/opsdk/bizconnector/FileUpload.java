package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.UploadBody;
import dev.opsdk.bizconnector.internal.UploadBody.Source;
import dev.opsdk.bizconnector.model.Require;
import dev.opsdk.core.internal.Texts;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A file to be uploaded. The bytes are read while they are sent, with little memory. The server takes up to 10 MiB.
 *
 * <pre>{@code
 * connector.files().upload(FileUpload.of(path).title("Report").tag("x:2026").build());
 * }</pre>
 */
public final class FileUpload {
    private final Builder said;

    private FileUpload(Builder said) {
        this.said = said;
    }

    /**
     * A file of this machine, under its name.
     *
     * @param file a readable file
     * @return a builder
     * @throws IllegalArgumentException if it cannot be read
     */
    public static Builder of(Path file) {
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("'" + file + "' is not a file that can be read");
        }
        return new Builder(UploadBody.of(file), name.toString());
    }

    /**
     * Bytes in memory.
     *
     * @param filename the name they get
     * @param bytes the bytes; do not change them until they are sent
     * @return a builder
     */
    public static Builder of(String filename, byte[] bytes) {
        return new Builder(UploadBody.of(bytes), filename);
    }

    /**
     * A stream. It is read once, so this upload can be sent once.
     *
     * @param filename the name the bytes get
     * @param bytes the bytes; closed after they are sent
     * @return a builder
     */
    public static Builder of(String filename, InputStream bytes) {
        return new Builder(UploadBody.of(bytes), filename);
    }

    /** {@return the name} */
    public String filename() {
        return said.filename;
    }

    RequestBody body() {
        return UploadBody.multipart(
                said.source,
                said.filename,
                said.mimeType,
                Optional.ofNullable(said.title),
                Optional.ofNullable(said.description),
                Optional.ofNullable(said.expiresAt),
                said.tags);
    }

    /** The name. */
    @Override
    public String toString() {
        return "upload of " + said.filename;
    }

    /** Builds a {@link FileUpload}. */
    public static final class Builder {
        private final Source source;
        private String filename;
        private String mimeType = "application/octet-stream";
        private @Nullable String title;
        private @Nullable String description;
        private @Nullable Instant expiresAt;
        private final List<String> tags = new ArrayList<>();

        private Builder(Source source, String filename) {
            this.source = source;
            this.filename = filename;
        }

        /**
         * Another name.
         *
         * @param name any characters but none of control
         * @return this builder
         */
        public Builder filename(String name) {
            filename = name;
            return this;
        }

        /**
         * The type of the bytes; {@code application/octet-stream} unless told.
         *
         * @param type such as {@code application/pdf}
         * @return this builder
         */
        public Builder mimeType(String type) {
            mimeType = type;
            return this;
        }

        /**
         * The title.
         *
         * @param text for people
         * @return this builder
         */
        public Builder title(String text) {
            title = text;
            return this;
        }

        /**
         * The description.
         *
         * @param text for people
         * @return this builder
         */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /**
         * Until when the Backbone keeps it; the end of 9999 unless told.
         *
         * @param time in the future
         * @return this builder
         */
        public Builder expiresAt(Instant time) {
            expiresAt = time;
            return this;
        }

        /**
         * Adds a tag.
         *
         * @param tag such as {@code x:2026}
         * @return this builder
         */
        public Builder tag(String tag) {
            tags.add(tag);
            return this;
        }

        /**
         * The upload.
         *
         * @return the upload
         * @throws IllegalArgumentException if the name or type is none, or a tag stands twice
         */
        public FileUpload build() {
            if (filename.isBlank() || Texts.holdsControl(filename)) {
                throw new IllegalArgumentException("a file's name is not blank, and has no control characters");
            }
            if (!mimeType.matches("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(\\s*;.*)?")) {
                throw new IllegalArgumentException("'" + mimeType + "' is no type such as application/pdf");
            }
            Require.unique("tags", tags);
            return new FileUpload(this);
        }
    }
}
