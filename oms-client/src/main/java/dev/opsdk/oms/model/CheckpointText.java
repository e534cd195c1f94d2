package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A position in its packed form, {@code host:port:file:offset:timestamp:recordId} (source of oblogclient). Any part may be empty or
 * the word {@code null}: both read as absent. It is read from the right, so that an IPv6 host survives. Reading never fails: a text
 * that is no position keeps itself and nothing else.
 */
public final class CheckpointText {
    private static final int PARTS = 6;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final String raw;
    private final boolean wellFormed;
    private final Optional<String> host;
    private final OptionalLong port;
    private final OptionalLong file;
    private final OptionalLong offset;
    private final OptionalLong seconds;
    private final OptionalLong recordId;

    private CheckpointText(String raw) {
        this.raw = raw;
        String[] parts = raw.split(":", -1);
        int last = parts.length - 1;
        boolean readable = parts.length >= PARTS;
        for (int i = last; readable && i > last - PARTS + 1; i--) {
            readable = absent(parts[i]) || NUMBER.matcher(parts[i]).matches();
        }
        this.wellFormed = readable;
        this.recordId = readable ? number(parts[last]) : OptionalLong.empty();
        this.seconds = readable ? number(parts[last - 1]) : OptionalLong.empty();
        this.offset = readable ? number(parts[last - 2]) : OptionalLong.empty();
        this.file = readable ? number(parts[last - 3]) : OptionalLong.empty();
        this.port = readable ? number(parts[last - 4]) : OptionalLong.empty();
        this.host = readable ? host(raw) : Optional.empty();
    }

    /**
     * Reads a position.
     *
     * @param text any text
     * @return the position
     */
    @JsonCreator
    public static CheckpointText of(String text) {
        return new CheckpointText(text);
    }

    /**
     * A position that is nothing but a time, as {@code /crawler/start} takes it (observed).
     *
     * @param time to the second, rounded down
     * @return {@code ::::<epoch seconds>:}
     */
    public static CheckpointText at(Instant time) {
        return new CheckpointText("::::" + time.getEpochSecond() + ":");
    }

    private static boolean absent(String part) {
        return part.isEmpty() || part.equals("null");
    }

    private static OptionalLong number(String part) {
        return absent(part) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(part));
    }

    private static Optional<String> host(String raw) {
        int end = raw.length();
        for (int i = 1; i < PARTS; i++) {
            end = raw.lastIndexOf(':', end - 1);
        }
        String host = raw.substring(0, end);
        return absent(host) ? Optional.empty() : Optional.of(host);
    }

    /**
     * Whether the text is a position, be it one with all parts absent.
     *
     * @return false if it was not understood; then every part is empty
     */
    public boolean wellFormed() {
        return wellFormed;
    }

    /**
     * The source's host.
     *
     * @return a name or address
     */
    public Optional<String> host() {
        return host;
    }

    /**
     * The source's port.
     *
     * @return the port; 0 and 1 stand for "none" in samples
     */
    public OptionalInt port() {
        return port.isPresent() && port.getAsLong() >= 0 && port.getAsLong() <= 65_535
                ? OptionalInt.of((int) port.getAsLong())
                : OptionalInt.empty();
    }

    /**
     * The file, in the source's own sense: number of a binlog file (MySQL), second (OceanBase), SCN (Oracle).
     *
     * @return the number; no arithmetic with it unless the kind of source is known
     */
    public OptionalLong file() {
        return file;
    }

    /**
     * The position in the file, in the source's own sense: bytes (MySQL), microseconds (OceanBase).
     *
     * @return the number
     */
    public OptionalLong offset() {
        return offset;
    }

    /**
     * The time that is reached.
     *
     * @return to the second; empty for 0 and for what cannot be seconds
     */
    public Optional<Instant> time() {
        return WireTime.ofSeconds(seconds);
    }

    /**
     * The record.
     *
     * @return its number
     */
    public OptionalLong recordId() {
        return recordId;
    }

    /**
     * The text as it came.
     *
     * @return the text
     */
    @JsonValue
    public String raw() {
        return raw;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckpointText that && raw.equals(that.raw);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    /** The text as it came. */
    @Override
    public String toString() {
        return raw;
    }
}
