package dev.opsdk.oms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component's configuration: INI text with sections, one {@code key=value} a line. A value is everything behind the first {@code =};
 * it may hold more of them, JSON, and blanks at its end. Order and unknown lines are kept.
 *
 * <p>The text carries the passwords of both databases in clear. Whatever prints this, also as JSON, masks them: keys that look like
 * a secret, and credentials inside URLs and JSON. Only methods with {@code reveal} in their name give them away.
 */
public final class WriterConfig {
    /** The section of a writer's own settings. */
    public static final String WRITER_SECTION = "JDBCWriter";

    private final String text;
    private volatile @Nullable List<Line> lines; // read when first asked for: most readers of a detail never do

    private record Line(String section, Optional<String> key, String value, String raw) {
        private String shown() {
            return key.map(name -> raw.substring(0, raw.indexOf('=') + 1)
                            + ConfigSecrets.shown(name, raw.substring(raw.indexOf('=') + 1)))
                    .orElseGet(() -> ConfigSecrets.shown(raw));
        }
    }

    private WriterConfig(String text) {
        this.text = text;
    }

    private List<Line> lines() {
        List<Line> known = lines;
        if (known == null) {
            known = read(text);
            lines = known;
        }
        return known;
    }

    /**
     * Reads a configuration. Never fails: lines that are neither section nor setting are kept and passed over.
     *
     * @param text the text; may be empty
     * @return the configuration
     */
    @JsonCreator
    public static WriterConfig of(String text) {
        return new WriterConfig(text);
    }

    private static List<Line> read(String text) {
        List<Line> lines = new ArrayList<>();
        String section = "";
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            int equals = raw.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]") && equals < 0) {
                section = line.substring(1, line.length() - 1).strip();
                lines.add(new Line(section, Optional.empty(), "", raw));
            } else if (equals < 0
                    || line.startsWith("#")
                    || line.startsWith(";")
                    || raw.substring(0, equals).isBlank()) {
                lines.add(new Line(section, Optional.empty(), "", raw));
            } else {
                lines.add(new Line(
                        section,
                        Optional.of(raw.substring(0, equals).strip()),
                        raw.substring(equals + 1).strip(),
                        raw));
            }
        }
        return List.copyOf(lines);
    }

    /**
     * The sections that have settings, in order.
     *
     * @return names, each once; the empty name for settings before the first section
     */
    public List<String> sections() {
        return settings().map(Line::section).distinct().toList();
    }

    /**
     * The settings of a section, in order, secrets masked.
     *
     * @param section its name
     * @return key to value; of a key that stands twice, the last value (inferred); empty when there is no such section
     */
    public Map<String, String> section(String section) {
        Map<String, String> values = new LinkedHashMap<>();
        settings()
                .filter(line -> line.section().equals(section))
                .forEach(line -> values.put(key(line), ConfigSecrets.shown(key(line), line.value())));
        return values;
    }

    /**
     * The keys of all sections, in order.
     *
     * @return keys, each once
     */
    public List<String> keys() {
        return settings().map(WriterConfig::key).distinct().toList();
    }

    /**
     * A value, blanks around it cut off, masked if it is a secret.
     *
     * @param key the key, without the prefix that an update has
     * @return the value, maybe the empty one; empty when there is no such key
     */
    public Optional<String> get(String key) {
        return revealValue(key).map(value -> ConfigSecrets.shown(key, value));
    }

    /**
     * A value that is JSON.
     *
     * @param key the key
     * @return the tree; secrets in it are masked; empty when there is no such key, or its value is no JSON
     */
    public Optional<JsonNode> json(String key) {
        return get(key).flatMap(WriterConfig::tree);
    }

    private static Optional<JsonNode> tree(String value) {
        try {
            return Optional.of(Json.tree(value.getBytes(StandardCharsets.UTF_8)));
        } catch (Json.Undecodable e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a key has this very value; also for secrets, without giving them away.
     *
     * @param key the key
     * @param value the value; blanks around it do not count
     * @return true if it has
     */
    public boolean has(String key, String value) {
        return revealValue(key).filter(value.strip()::equals).isPresent();
    }

    /**
     * A value in clear, blanks around it cut off. The name is long enough to be found in a review.
     *
     * @param key the key
     * @return the value; of a key that stands twice, the last (inferred)
     */
    public Optional<String> revealValue(String key) {
        return settings().filter(line -> key(line).equals(key)).map(Line::value).reduce((first, last) -> last);
    }

    /**
     * The text as it came, secrets in clear. The name is long enough to be found in a review.
     *
     * @return the text, byte for byte
     */
    public String revealText() {
        return text;
    }

    /**
     * Whether there is nothing in it, which is what stores have in all samples.
     *
     * @return true for blank text
     */
    public boolean isEmpty() {
        return text.isBlank();
    }

    /**
     * The text with secrets masked, otherwise as it came. This is also what JSON gets.
     *
     * @return the text
     */
    @JsonValue
    public String maskedText() {
        return lines().stream().map(Line::shown).collect(Collectors.joining("\n"));
    }

    private Stream<Line> settings() {
        return lines().stream().filter(line -> line.key().isPresent());
    }

    private static String key(Line line) {
        return line.key().orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WriterConfig that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text with secrets masked. */
    @Override
    public String toString() {
        return maskedText();
    }
}
