package dev.opsdk.openmldb;

import java.util.List;
import java.util.Optional;

/**
 * Where the servers of a cluster are. The client asks it for the nameservers whenever it has to find the leader, and for the address of
 * each server that it calls. Implementations are thread-safe and bound their own waiting; they may throw
 * {@link dev.opsdk.core.error.OpsException}s.
 */
public interface Discovery extends AutoCloseable {
    /**
     * The nameservers, the one that should lead first. Which one does lead is found out by asking them.
     *
     * @return their names in the cluster: {@code host:port}, or server names
     */
    List<String> nameServers();

    /**
     * Where a server can be reached.
     *
     * @param endpoint its name in the cluster
     * @return {@code host:port}, or empty when nothing better than the name is known
     */
    default Optional<String> address(String endpoint) {
        return Optional.empty();
    }

    /**
     * The tablets that are there, as somebody else than the nameserver sees it.
     *
     * @return their names in the cluster, or empty when nobody else knows
     */
    default Optional<List<String>> aliveTablets() {
        return Optional.empty();
    }

    /** Forgets what was looked up: the leader was lost, or a server could not be reached. */
    default void refresh() {}

    /**
     * Locks that keep operators out of each other's way.
     *
     * @return the locks, or empty where they are unsupported: a list of nameservers has no place to hold one
     */
    default Optional<OperatorLocks> locks() {
        return Optional.empty();
    }

    @Override
    default void close() {}

    /**
     * A list that never changes.
     *
     * @param nameServers all nameservers, each as {@code host:port}
     * @return a discovery without an address book and without locks
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    static Discovery nameServers(String... nameServers) {
        return new ListedNameServers(List.of(nameServers));
    }

    /**
     * The cluster's ZooKeeper. Connects when it is asked for the first time.
     *
     * @param connect as {@code zk_cluster} of the servers, such as {@code 10.0.0.1:2181,10.0.0.2:2181}
     * @param root as {@code zk_root_path} of the servers, such as {@code /openmldb}
     * @return a discovery with names, addresses and locks
     * @throws IllegalArgumentException if it is no address or no path
     * @throws IllegalStateException if the ZooKeeper client is missing on the class path
     */
    static Discovery zookeeper(String connect, String root) {
        return zookeeper(ZooKeeperOptions.of(connect, root));
    }

    /**
     * The cluster's ZooKeeper. Connects when it is asked for the first time; the session is kept, and begun anew when it is lost.
     *
     * @param options where it is, and how it is talked to
     * @return a discovery with names, addresses and locks
     * @throws IllegalStateException if the ZooKeeper client is missing on the class path
     */
    static Discovery zookeeper(ZooKeeperOptions options) {
        return ZooKeeperDiscovery.of(options);
    }
}
