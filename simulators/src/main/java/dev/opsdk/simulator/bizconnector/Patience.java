package dev.opsdk.simulator.bizconnector;

/** Whether the current request has waited for a slow Backbone already and is now to be served. */
final class Patience {

    private static final ThreadLocal<Boolean> EXHAUSTED = ThreadLocal.withInitial(() -> false);

    private Patience() {}

    static boolean isExhausted() {
        return EXHAUSTED.get();
    }

    static void set(boolean exhausted) {
        EXHAUSTED.set(exhausted);
    }
}
