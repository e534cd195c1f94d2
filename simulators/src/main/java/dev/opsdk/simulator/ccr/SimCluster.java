package dev.opsdk.simulator.ccr;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** One of the two Doris clusters a syncer works between, as far as the syncer looks at it. */
public sealed class SimCluster permits SimSource, SimDestination {

    final Object lock;
    private final Map<String, SimDatabase> databases = new LinkedHashMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private long nextDatabaseId;
    private long nextTableId;
    private CountDownLatch queries = new CountDownLatch(0);
    private boolean down;
    private boolean frontendBinlog = true;
    private boolean backendBinlog = true;
    private boolean backendDead;
    private int aliveBackends = 3;
    private List<String> frontendHosts = List.of();

    SimCluster(Object lock, long firstDatabaseId, long firstTableId) {
        this.lock = lock;
        this.nextDatabaseId = firstDatabaseId;
        this.nextTableId = firstTableId;
    }

    /**
     * The database of that name, created when there is none.
     *
     * @param name its name
     * @return the database
     */
    public SimDatabase database(String name) {
        synchronized (lock) {
            return databases.computeIfAbsent(
                    name, n -> new SimDatabase(lock, n, nextDatabaseId++, () -> nextTableId++));
        }
    }

    /**
     * Whether there is such a database.
     *
     * @param name its name
     * @return whether it exists
     */
    public boolean hasDatabase(String name) {
        synchronized (lock) {
            return databases.containsKey(name);
        }
    }

    /**
     * Whether there is such a table.
     *
     * @param database its database
     * @param table its name
     * @return whether it exists
     */
    public boolean hasTable(String database, String table) {
        synchronized (lock) {
            return table(database, table).isPresent();
        }
    }

    /**
     * Shuts the whole cluster down, or brings it up again.
     *
     * @param isDown whether it refuses connections
     */
    public void down(boolean isDown) {
        synchronized (lock) {
            down = isDown;
        }
    }

    /**
     * Lets SQL of {@code create_ccr} hang here, while it holds the lock over all jobs of its node.
     *
     * @param hang false lets it go on
     */
    public void hangQueries(boolean hang) {
        synchronized (lock) {
            queries.countDown();
            queries = new CountDownLatch(hang ? 1 : 0);
        }
    }

    /**
     * Makes one address of it refuse connections; a job that names it cannot be created.
     *
     * @param hostAndPort as in the job's spec
     */
    public void refuseConnections(String hostAndPort) {
        synchronized (lock) {
            unreachable.add(hostAndPort);
        }
    }

    /**
     * Sets {@code enable_feature_binlog} of the frontends and of the backends.
     *
     * @param frontends true unless said otherwise
     * @param backends true unless said otherwise
     */
    public void featureBinlog(boolean frontends, boolean backends) {
        synchronized (lock) {
            frontendBinlog = frontends;
            backendBinlog = backends;
        }
    }

    /**
     * Kills a backend, which is enough to keep jobs from being created.
     *
     * @param dead whether one is dead
     */
    public void backendDead(boolean dead) {
        synchronized (lock) {
            backendDead = dead;
        }
    }

    /**
     * Sets how many backends are alive; a job cannot ask for more replicas.
     *
     * @param alive three unless said otherwise
     */
    public void aliveBackends(int alive) {
        synchronized (lock) {
            aliveBackends = alive;
        }
    }

    /**
     * The hosts the frontends know each other by; a host mapping must have all of them.
     *
     * @param hosts the host of a job's spec unless said otherwise
     */
    public void frontendHosts(String... hosts) {
        synchronized (lock) {
            frontendHosts = List.of(hosts);
        }
    }

    /** To be called without the world's lock. */
    void awaitQueries() throws InterruptedException {
        CountDownLatch current;
        synchronized (lock) {
            current = queries;
        }
        current.await();
    }

    /** The first frontend a host mapping leaves out, which keeps the syncer from using the cluster at all. */
    Optional<String> unmappedHost(Spec spec) {
        return spec.hostMapping.isEmpty()
                ? Optional.empty()
                : frontendHostsFor(spec).stream()
                        .filter(host -> !spec.hostMapping.containsKey(host))
                        .findFirst();
    }

    boolean isDown() {
        return down;
    }

    boolean refuses(Spec spec) {
        return down || unreachable.contains(spec.host + ":" + spec.port);
    }

    boolean hasFrontendBinlog() {
        return frontendBinlog;
    }

    boolean hasBackendBinlog() {
        return backendBinlog;
    }

    boolean hasDeadBackend() {
        return backendDead;
    }

    int aliveBackends() {
        return aliveBackends;
    }

    List<String> frontendHostsFor(Spec spec) {
        return frontendHosts.isEmpty() ? List.of(spec.host) : frontendHosts;
    }

    Optional<SimDatabase> find(String database) {
        return Optional.ofNullable(databases.get(database));
    }

    Optional<SimTable> table(String database, String table) {
        return find(database).flatMap(found -> found.find(table));
    }
}
