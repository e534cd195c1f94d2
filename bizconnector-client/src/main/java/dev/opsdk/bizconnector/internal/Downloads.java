package dev.opsdk.bizconnector.internal;

import dev.opsdk.bizconnector.model.file.DownloadInfo;
import dev.opsdk.bizconnector.model.file.FileContent;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.ReplyReader;
import dev.opsdk.core.internal.StreamReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the bytes of files as they come. */
public final class Downloads {
    private static final Pattern NAME = Pattern.compile("(?i)filename=\"?([^\";]*)\"?");
    private static final int BUFFER = 16 * 1024;

    private Downloads() {}

    /**
     * Into memory, as much as the client's {@code maxReplyBytes} allows.
     *
     * @return the reader
     */
    public static ReplyReader<FileContent> inMemory() {
        return reply -> {
            Readers.success(reply);
            return FileContent.of(info(reply, reply.body().length), reply.body());
        };
    }

    /**
     * Into a stream. A failure of the stream is the caller's, not the connection's.
     *
     * @param out flushed, not closed
     * @return the reader
     */
    public static StreamReader<DownloadInfo> to(OutputStream out) {
        return (head, body) -> {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                write(out, buffer, read);
                size += read;
            }
            write(out, buffer, -1);
            return info(head, size);
        };
    }

    /** Writes, or flushes if the length is negative. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            if (length < 0) {
                out.flush();
            } else {
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            throw new StreamReader.CallersFailure(new UncheckedIOException("the bytes could not be written", e));
        }
    }

    /**
     * Into a file that appears when it is complete.
     *
     * @param file where
     * @param download writes the bytes
     * @return what it wrote
     */
    public static DownloadInfo toFile(Path file, Function<OutputStream, DownloadInfo> download) {
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent())
                .orElseThrow(() -> new IllegalArgumentException("'" + file + "' is not a file's name"));
        if (Files.isDirectory(file)) {
            // an empty one would be replaced
            throw new IllegalArgumentException("'" + file + "' is a directory; name the file to be written");
        }
        try {
            Path partial = Files.createTempFile(directory, ".opsdk-", ".part");
            try {
                DownloadInfo info;
                try (OutputStream out = Files.newOutputStream(partial)) {
                    info = download.apply(out);
                }
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
                return info;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' could not be written", e);
        }
    }

    private static DownloadInfo info(Reply head, long size) {
        return new DownloadInfo(
                head.header("Content-Disposition").flatMap(Downloads::name), head.header("Content-Type"), size);
    }

    static Optional<String> name(String disposition) {
        Matcher name = NAME.matcher(disposition);
        if (!name.find()) {
            return Optional.empty();
        }
        try {
            // the server encodes as in a path: a plus is a plus
            return Optional.of(URLDecoder.decode(name.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.of(name.group(1)); // not encoded after all
        }
    }
}
