package dev.opsdk.simulator.oms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The configuration of a writer as CM shows it: one section, clear text, secrets and all. */
final class IniText {

    static final String SECTION = "JDBCWriter";

    private final Map<String, String> values = new LinkedHashMap<>();

    IniText() {}

    static IniText of(String text) {
        IniText ini = new IniText();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                ini.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return ini;
    }

    IniText copy() {
        IniText other = new IniText();
        other.values.putAll(values);
        return other;
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String text() {
        StringBuilder out = new StringBuilder("[" + SECTION + "]\n");
        values.forEach((key, value) -> out.append(key).append('=').append(value).append('\n'));
        return out.toString();
    }
}
