package dev.opsdk.oms.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What looking came to.
 *
 * @param level how it is
 * @param reasons why, the weightiest first; may be empty when it is healthy
 * @param facts what was measured, by name, such as {@code lag}; in a fixed order
 */
public record Verdict(Level level, List<String> reasons, Map<String, String> facts) {

    /** Keeps copies. */
    public Verdict {
        reasons = List.copyOf(reasons);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * Whether it is that.
     *
     * @param other a level
     * @return true if it is
     */
    public boolean is(Level other) {
        return level == other;
    }

    /** Level, reasons, facts. */
    @Override
    public String toString() {
        return level
                + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons))
                + (facts.isEmpty() ? "" : " " + facts);
    }
}
