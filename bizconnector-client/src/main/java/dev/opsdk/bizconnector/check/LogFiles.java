package dev.opsdk.bizconnector.check;

import dev.opsdk.bizconnector.assess.LogScan;
import dev.opsdk.bizconnector.assess.LogSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A connector's log on disk: one file, a file with those that it was rotated into ({@code latest.log}, {@code latest.2026-11-19.log},
 * {@code latest.log.2026-11-19}, also {@code .gz}), or a directory of such files. Read as a stream; damaged characters are replaced and
 * counted, and a line longer than 1,000,000 characters is read as several.
 */
public final class LogFiles {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int LONGEST_LINE = 1_000_000;

    private final Path path;
    private final List<Path> files;

    private LogFiles(Path path, List<Path> files) {
        this.path = path;
        this.files = files;
    }

    /**
     * Finds the files.
     *
     * @param path a log, or a directory of logs
     * @return the files, the oldest first
     * @throws IOException if there is none, or the directory cannot be read
     */
    public static LogFiles of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new LogFiles(path, list(path, file -> file.contains(".log")));
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("no log at " + path);
        }
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path directory = path.toAbsolutePath().getParent();
        Pattern rotated = Pattern.compile(Pattern.quote(stem) + "(?:\\.\\d{4}-\\d\\d-\\d\\d)?"
                + Pattern.quote(name.substring(stem.length())) + "(?:\\.\\d{4}-\\d\\d-\\d\\d)?(?:\\.gz)?");
        return new LogFiles(
                path,
                directory == null
                        ? List.of(path)
                        : list(directory, file -> rotated.matcher(file).matches()));
    }

    private interface Wanted {
        boolean test(String name);
    }

    private static List<Path> list(Path directory, Wanted wanted) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(String.valueOf(file.getFileName())))
                    // a name without a date is the one that is written now
                    .sorted(Comparator.comparing(LogFiles::date).thenComparing(Path::toString))
                    .toList();
        }
    }

    private static String date(Path file) {
        Matcher matcher = DATE.matcher(String.valueOf(file.getFileName()));
        return matcher.find() ? matcher.group() : "9999";
    }

    /**
     * The files.
     *
     * @return the oldest first
     */
    public List<Path> files() {
        return files;
    }

    /**
     * What was read.
     *
     * @param summary what the log holds
     * @param damaged characters that were no UTF-8
     */
    public record Scanned(LogSummary summary, long damaged) {}

    /**
     * Reads all of it.
     *
     * @param zone the connector's time zone
     * @param notBefore older events are not counted, and files that ended before are not read
     * @return what it holds
     * @throws IOException if a file cannot be read
     * @throws InterruptedException when the thread is interrupted
     */
    public Scanned scan(ZoneId zone, Optional<Instant> notBefore) throws IOException, InterruptedException {
        LogScan scan = new LogScan(zone, notBefore);
        long damaged = lines(scan::line, notBefore);
        return new Scanned(scan.end(), damaged);
    }

    long lines(Consumer<String> to, Optional<Instant> notBefore) throws IOException, InterruptedException {
        long damaged = 0;
        for (Path file : files) {
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            if (notBefore.filter(modified::isBefore).isEmpty()) {
                damaged += read(file, to);
            }
        }
        return damaged;
    }

    private static long read(Path file, Consumer<String> to) throws IOException, InterruptedException {
        boolean packed = String.valueOf(file.getFileName()).endsWith(".gz");
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = packed ? new GZIPInputStream(raw) : raw;
                Reader reader = new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE))) {
            return read(reader, to);
        }
    }

    private static long read(Reader reader, Consumer<String> to) throws IOException, InterruptedException {
        char[] buffer = new char[64 * 1024];
        StringBuilder line = new StringBuilder();
        long damaged = 0;
        int got;
        while ((got = reader.read(buffer)) >= 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("reading a log");
            }
            for (int i = 0; i < got; i++) {
                char c = buffer[i];
                damaged += c == '\uFFFD' ? 1 : 0;
                if (c != '\n') {
                    line.append(c);
                }
                if (c == '\n' || line.length() >= LONGEST_LINE) {
                    give(line, to);
                }
            }
        }
        if (!line.isEmpty()) {
            give(line, to);
        }
        return damaged;
    }

    private static void give(StringBuilder line, Consumer<String> to) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        to.accept(line.toString());
        line.setLength(0);
    }

    /** Where, and how many files. */
    @Override
    public String toString() {
        return path + (files.size() == 1 ? "" : " (" + files.size() + " files)");
    }
}
