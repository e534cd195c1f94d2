package dev.opsdk.openmldb.assess;

import java.nio.charset.StandardCharsets;

/**
 * SQL's LIKE as the server does it: over bytes, case-sensitive; {@code %} is any bytes, {@code _} one byte, {@code \} takes the next
 * one as it stands. A pattern that ends in a lone {@code \} matches nothing.
 */
final class LikePattern {
    private final byte[] pattern;
    private final boolean broken;

    LikePattern(String pattern) {
        this.pattern = pattern.getBytes(StandardCharsets.UTF_8);
        int backslashes = 0;
        while (backslashes < this.pattern.length && this.pattern[this.pattern.length - 1 - backslashes] == '\\') {
            backslashes++;
        }
        this.broken = backslashes % 2 == 1;
    }

    boolean matches(String name) {
        if (broken) {
            return false;
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        // which beginnings of the name the pattern's beginning matches
        boolean[] reached = new boolean[text.length + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length; p++) {
            boolean[] next = new boolean[text.length + 1];
            boolean any = pattern[p] == '%';
            boolean one = pattern[p] == '_';
            if (pattern[p] == '\\') {
                p++;
            }
            boolean seen = false;
            for (int t = 0; t <= text.length; t++) {
                seen |= reached[t];
                if (any) {
                    next[t] = seen;
                } else if (t > 0) {
                    next[t] = reached[t - 1] && (one || text[t - 1] == pattern[p]);
                }
            }
            reached = next;
        }
        return reached[text.length];
    }
}
