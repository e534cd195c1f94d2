package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in its packed form, {@code host:port:file:offset:timestamp:recordId} (source of oblogclient). Any part may be empty or
 * the word {@code null}: both read as absent. It is read from the right, so that an IPv6 host survives. Reading never fails: a text
 * that is no position keeps itself and nothing else.
 */
public final class CheckpointText {
    private static final int PARTS = 6;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final String raw;
    private volatile @Nullable Parts parts; // read when first asked for: most readers of a detail never do

    private record Parts(
            boolean wellFormed,
            Optional<String> host,
            OptionalLong port,
            OptionalLong file,
            OptionalLong offset,
            OptionalLong seconds,
            OptionalLong recordId) {
        private static final Parts NONE = new Parts(
                false,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());

        private static Parts of(String raw) {
            String[] parts = raw.split(":", -1);
            int last = parts.length - 1;
            boolean readable = parts.length >= PARTS;
            for (int i = last; readable && i > last - PARTS + 1; i--) {
                readable = absent(parts[i]) || NUMBER.matcher(parts[i]).matches();
            }
            return readable
                    ? new Parts(
                            true,
                            CheckpointText.host(raw),
                            number(parts[last - 4]),
                            number(parts[last - 3]),
                            number(parts[last - 2]),
                            number(parts[last - 1]),
                            number(parts[last]))
                    : NONE;
        }
    }

    private CheckpointText(String raw) {
        this.raw = raw;
    }

    private Parts parts() {
        Parts known = parts;
        if (known == null) {
            known = Parts.of(raw);
            parts = known;
        }
        return known;
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
        return parts().wellFormed();
    }

    /**
     * The source's host.
     *
     * @return a name or address
     */
    public Optional<String> host() {
        return parts().host();
    }

    /**
     * The source's port.
     *
     * @return the port; 0 and 1 stand for "none" in samples
     */
    public OptionalInt port() {
        OptionalLong port = parts().port();
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
        return parts().file();
    }

    /**
     * The position in the file, in the source's own sense: bytes (MySQL), microseconds (OceanBase).
     *
     * @return the number
     */
    public OptionalLong offset() {
        return parts().offset();
    }

    /**
     * The time that is reached.
     *
     * @return to the second; empty for 0 and for what cannot be seconds
     */
    public Optional<Instant> time() {
        return WireTime.ofSeconds(parts().seconds());
    }

    /**
     * The record.
     *
     * @return its number
     */
    public OptionalLong recordId() {
        return parts().recordId();
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
