package dev.opsdk.openmldb;

import java.util.List;

/** The cluster's ZooKeeper. */
record ZooKeeperDiscovery(String connect, String root) implements Discovery {
    @Override
    public List<String> nameServers() {
        throw new UnsupportedOperationException(connect + root);
    }
}
