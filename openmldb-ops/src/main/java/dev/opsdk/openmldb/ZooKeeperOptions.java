package dev.opsdk.openmldb;

import dev.opsdk.core.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a cluster's ZooKeeper is.
 *
 * @param connect as {@code zk_cluster} of the servers, such as {@code 10.0.0.1:2181,10.0.0.2:2181}
 * @param root as {@code zk_root_path} of the servers, such as {@code /openmldb}
 * @param credentials as {@code zk_cert} of the servers, {@code user:password}; empty when nodes are not protected
 * @param sessionTimeout after how long ZooKeeper gives up a client that it does not hear of; an operator lock ends then. The server may
 *     set its own limits
 * @param patience how long a connection or an answer is waited for
 */
public record ZooKeeperOptions(
        String connect, String root, Optional<Secret> credentials, Duration sessionTimeout, Duration patience) {
    /** Each part of a longer one would cost the patterns a piece of the stack. */
    private static final int LONGEST_TEXT = 2_000;

    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    /** Refuses what cannot be an address or a path. */
    public ZooKeeperOptions {
        if (connect.length() > LONGEST_TEXT
                || !connect.matches("[^\\s/@:]+(:\\d{1,5})?(,[^\\s/@:]+(:\\d{1,5})?)*|\\[.*")) {
            throw new IllegalArgumentException(
                    "the address of ZooKeeper is not host:port,host:port; the root is told apart from it");
        }
        if (root.length() > LONGEST_TEXT || !root.matches("(/[^/\\s]+)+")) {
            throw new IllegalArgumentException(
                    "the root is no path such as /openmldb; take zk_root_path of the servers");
        }
        positive("sessionTimeout", sessionTimeout);
        positive("patience", patience);
    }

    private static void positive(String name, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be longer than zero");
        }
    }

    /**
     * Nodes that are not protected, a session timeout of 30 s, and 10 s of patience.
     *
     * @param connect as {@code zk_cluster} of the servers
     * @param root as {@code zk_root_path} of the servers
     * @return options
     */
    public static ZooKeeperOptions of(String connect, String root) {
        return new ZooKeeperOptions(
                connect.strip(), root.strip(), Optional.empty(), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /**
     * With credentials, as the servers have them as {@code zk_cert}.
     *
     * @param user the user
     * @param password the password
     * @return a copy
     */
    public ZooKeeperOptions withCredentials(String user, Secret password) {
        if (user.isBlank() || user.contains(":")) {
            throw new IllegalArgumentException("the user of ZooKeeper is blank or has a colon");
        }
        return new ZooKeeperOptions(
                connect, root, Optional.of(Secret.of(user + ":" + password.reveal())), sessionTimeout, patience);
    }

    /**
     * With another session timeout.
     *
     * @param timeout longer than zero
     * @return a copy
     */
    public ZooKeeperOptions withSessionTimeout(Duration timeout) {
        return new ZooKeeperOptions(connect, root, credentials, timeout, patience);
    }

    /**
     * With another limit for connections and answers.
     *
     * @param limit longer than zero
     * @return a copy
     */
    public ZooKeeperOptions withPatience(Duration limit) {
        return new ZooKeeperOptions(connect, root, credentials, sessionTimeout, limit);
    }
}
