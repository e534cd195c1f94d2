package dev.opsdk.ccr.model;

import java.util.OptionalLong;

/** Counts and sequence numbers out of the floating-point numbers of metrics. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** -1 is the server's way to say that there is none yet. */
    static OptionalLong notNegative(double value) {
        return Double.isFinite(value) && value >= 0 ? OptionalLong.of(Math.round(value)) : OptionalLong.empty();
    }
}
