package dev.opsdk.openmldb.internal;

import java.util.List;
import java.util.Optional;

/** Where the servers of a cluster are, as somebody outside of the wire knows it. */
public interface Directory {
    /**
     * The nameservers, the one that should lead first.
     *
     * @return their names in the cluster
     */
    List<String> nameServers();

    /**
     * Where a server can be reached.
     *
     * @param endpoint its name in the cluster
     * @return {@code host:port}, or empty when the name itself has to do
     */
    Optional<String> address(String endpoint);

    /** Forgets what was looked up. */
    void refresh();
}
