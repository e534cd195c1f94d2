package dev.opsdk.openmldb;

/** A lock that is held. It ends by itself when the process dies or loses its ZooKeeper session. */
public interface OperatorLock extends AutoCloseable {
    /**
     * What others read about the holder.
     *
     * @return host, user, process, since when, and the purpose
     */
    String holder();

    /**
     * Whether it is still ours. Asks ZooKeeper; look before each step of a long piece of work.
     *
     * @return false when it is lost, or when that cannot be found out
     */
    boolean held();

    /** Gives it back. Harmless when it is lost already. */
    @Override
    void close();
}
