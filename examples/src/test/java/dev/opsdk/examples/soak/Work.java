package dev.opsdk.examples.soak;

/** Work on one system, a round at a time. What a round needs for itself is gone when it ends. */
interface Work extends AutoCloseable {
    /** Does a bit of everything. */
    void round(int number) throws Exception;

    @Override
    default void close() {}
}
