package dev.opsdk.bizconnector.assess;

/** What a check came to, from the best to the worst. */
public enum Verdict {
    /** In order, as far as the check can see. */
    PASS,
    /** Nobody can say: not readable, not told, or not allowed to be asked. */
    UNKNOWN,
    /** Somebody should look at it, not tonight. */
    WARN,
    /** Not in order. */
    FAIL;

    /**
     * The worse of two.
     *
     * @param other another verdict
     * @return one of them
     */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
