package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.model.WireInstant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The form in which files are uploaded. */
public final class UploadBody {
    private UploadBody() {}

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * The bytes as a part of a form.
         *
         * @param type their type
         * @return the part's body
         */
        RequestBody as(MediaType type);
    }

    /**
     * A file's bytes, read while they are sent.
     *
     * @param file the file
     * @return the source
     */
    public static Source of(Path file) {
        return type -> RequestBody.create(file.toFile(), type);
    }

    /**
     * Bytes in memory.
     *
     * @param bytes the bytes
     * @return the source
     */
    public static Source of(byte[] bytes) {
        return type -> RequestBody.create(bytes, type);
    }

    /**
     * A stream's bytes, read while they are sent.
     *
     * @param bytes the stream
     * @return the source
     */
    public static Source of(InputStream bytes) {
        AtomicBoolean sent = new AtomicBoolean();
        return type -> {
            if (sent.getAndSet(true)) {
                throw new IllegalStateException(
                        "this upload's stream has been read; sent again it would be an empty file");
            }
            return new OneShot(bytes, type);
        };
    }

    /**
     * The whole form. The tags' name has brackets: without them one tag alone would not be taken for a list.
     *
     * @param source the bytes
     * @param filename their name
     * @param mimeType their type
     * @param title for people
     * @param description for people
     * @param expiresAt until when they are kept
     * @param tags tags
     * @return the body
     * @throws IllegalArgumentException if the type is none
     */
    public static RequestBody multipart(
            Source source,
            String filename,
            String mimeType,
            Optional<String> title,
            Optional<String> description,
            Optional<Instant> expiresAt,
            List<String> tags) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        title.ifPresent(text -> form.addFormDataPart("title", text));
        description.ifPresent(text -> form.addFormDataPart("description", text));
        expiresAt.ifPresent(time -> form.addFormDataPart("expiresAt", WireInstant.text(time)));
        tags.forEach(tag -> form.addFormDataPart("tags[]", tag));
        return form.addFormDataPart("file", filename, source.as(MediaType.get(mimeType)))
                .build();
    }

    private static final class OneShot extends RequestBody {
        private final InputStream bytes;
        private final MediaType type;

        OneShot(InputStream bytes, MediaType type) {
            this.bytes = bytes;
            this.type = type;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (okio.Source source = Okio.source(bytes)) {
                sink.writeAll(source);
            }
        }
    }
}
