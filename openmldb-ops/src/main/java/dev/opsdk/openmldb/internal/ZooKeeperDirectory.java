package dev.opsdk.openmldb.internal;

import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Reads where servers are from the nodes that they leave in ZooKeeper. */
public final class ZooKeeperDirectory implements Directory {
    private static final String NEARLINE = "NLTABLET_";

    private final ZooKeeperSession session;
    private final String root;
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Looked(Optional<String> address, long generation) {}

    /**
     * Opens the directory. Nothing is asked yet.
     *
     * @param session asks
     * @param root the node below which the cluster is
     */
    public ZooKeeperDirectory(ZooKeeperSession session, String root) {
        this.session = session;
        this.root = root;
    }

    /** The first child leads, or will as soon as it has read everything; a process may own several, after a lost session. */
    @Override
    public List<String> nameServers() {
        Set<String> names = new LinkedHashSet<>();
        for (String child : required(root + "/leader").stream().sorted().toList()) {
            session.data(root + "/leader/" + child)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    /**
     * The tablets whose session lives, nearline ones left out.
     *
     * @return their names in the cluster, sorted
     */
    public List<String> aliveTablets() {
        return required(root + "/nodes").stream()
                .filter(name -> !name.startsWith(NEARLINE))
                .sorted()
                .toList();
    }

    private List<String> required(String path) {
        return session.children(path)
                .orElseThrow(() -> new NotFoundException(new Refusal(
                        new CallSite("openmldb", "ZooKeeper", path, Effect.READ, "TCP", session.toString()),
                        0,
                        "there is no node " + path,
                        "is the root the servers' zk_root_path? no nameserver has ever been started there")));
    }

    /** What clients of the SQL SDK dial counts more than where the server listens. */
    @Override
    public Optional<String> address(String endpoint) {
        long now = generation.get();
        Looked before = looked.get(endpoint);
        // better an old address than none while ZooKeeper is away
        if (before != null && (before.generation() == now || !session.ready())) {
            return before.address();
        }
        Optional<String> address = mapped("sdkendpoints", endpoint).or(() -> mapped("names", endpoint));
        looked.put(endpoint, new Looked(address, now));
        return address;
    }

    private Optional<String> mapped(String map, String endpoint) {
        return session.data(root + "/map/" + map + "/" + endpoint).filter(address -> !address.isEmpty());
    }

    @Override
    public void refresh() {
        generation.incrementAndGet();
    }

    @Override
    public String toString() {
        return session + root;
    }
}
