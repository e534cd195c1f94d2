package dev.opsdk.openmldb;

import dev.opsdk.openmldb.internal.ZooKeeperDirectory;
import dev.opsdk.openmldb.internal.ZooKeeperLock;
import dev.opsdk.openmldb.internal.ZooKeeperSession;
import java.util.List;
import java.util.Optional;

/** What the servers of a cluster leave in ZooKeeper. The only class of this package that needs the ZooKeeper client. */
final class ZooKeeperDiscovery implements Discovery {
    private final ZooKeeperSession session;
    private final ZooKeeperDirectory directory;
    private final ZooKeeperLock lock;

    private ZooKeeperDiscovery(ZooKeeperOptions options) {
        session = new ZooKeeperSession(
                options.connect(), options.credentials(), options.sessionTimeout(), options.patience());
        directory = new ZooKeeperDirectory(session, options.root());
        lock = new ZooKeeperLock(session, options.root());
    }

    static Discovery of(ZooKeeperOptions options) {
        try {
            Class.forName("org.apache.zookeeper.ZooKeeper", false, ZooKeeperDiscovery.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "discovery through ZooKeeper needs its client on the class path: add org.apache.zookeeper:zookeeper:3.9.5, or list the nameservers with nameServers(\"host:7527\")",
                    e);
        }
        return new ZooKeeperDiscovery(options);
    }

    @Override
    public List<String> nameServers() {
        return directory.nameServers();
    }

    @Override
    public Optional<String> address(String endpoint) {
        return directory.address(endpoint);
    }

    @Override
    public Optional<List<String>> aliveTablets() {
        return Optional.of(directory.aliveTablets());
    }

    @Override
    public void refresh() {
        directory.refresh();
    }

    @Override
    public Optional<OperatorLocks> locks() {
        return Optional.of(new Locks());
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    private final class Locks implements OperatorLocks {
        @Override
        public Optional<OperatorLock> tryLock(String purpose) {
            return lock.take(purpose).map(Held::new);
        }

        @Override
        public Optional<String> holder() {
            return lock.holder();
        }
    }

    private final class Held implements OperatorLock {
        private final String mine;

        private Held(String mine) {
            this.mine = mine;
        }

        @Override
        public String holder() {
            return ZooKeeperLock.shown(mine);
        }

        @Override
        public boolean held() {
            return lock.has(mine);
        }

        @Override
        public void close() {
            lock.giveBack(mine);
        }

        @Override
        public String toString() {
            return "operator lock of " + holder();
        }
    }
}
