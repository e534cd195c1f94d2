package dev.opsdk.openmldb.assess;

import dev.opsdk.openmldb.model.PartitionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plans how a tablet gives its leaders away before it is upgraded. Followers stay. */
public final class PreUpgradePlanner {
    private final ClusterSnapshot snapshot;
    private final String endpoint;
    private final boolean allowSingleReplica;
    private final Layout layout;
    private final NavigableSet<Integer> destinations;
    private final List<UpgradeStep> steps = new ArrayList<>();
    private final List<PartitionId> unavailable = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private PreUpgradePlanner(ClusterSnapshot snapshot, String endpoint, boolean allowSingleReplica) {
        this.snapshot = snapshot;
        this.endpoint = endpoint;
        this.allowSingleReplica = allowSingleReplica;
        this.layout = new Layout(snapshot, Scope.everything());
        this.destinations = new TreeSet<>(Comparator.<Integer>comparingInt(layout::replicas)
                .thenComparing(layout::leaders)
                .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Plans. A leader with followers hands over to the alive one on a healthy tablet that is furthest, of several to the one whose tablet
     * leads least. A leader without any is copied to the emptiest healthy tablet, and the copy leads.
     *
     * @param snapshot what was read; best with what the tablets hold
     * @param endpoint the tablet that is to be upgraded
     * @param allowSingleReplica whether leaders that would have to be copied stay, and are unavailable during the upgrade
     * @return a step a leader; blocked when one can go nowhere
     */
    public static UpgradePlan plan(ClusterSnapshot snapshot, String endpoint, boolean allowSingleReplica) {
        return new PreUpgradePlanner(snapshot, endpoint, allowSingleReplica).plan();
    }

    private UpgradePlan plan() {
        Distribution before = layout.distribution();
        if (!snapshot.tablets().containsKey(endpoint)) {
            findings.add(Finding.block(endpoint, snapshot.unknown()));
        } else if (!snapshot.healthy(endpoint)) {
            findings.add(Finding.block(endpoint, "is not healthy, so it cannot give its leaders away"));
        } else {
            for (int tablet = 0; tablet < layout.size(); tablet++) {
                if (layout.healthy(tablet) && tablet != layout.tablet(endpoint)) {
                    destinations.add(tablet);
                }
            }
            layout.shards().forEach(this::look);
            conclude();
        }
        return new UpgradePlan(steps, unavailable, findings, before, layout.distribution());
    }

    private void conclude() {
        if (!unavailable.isEmpty()) {
            findings.add(Finding.warn(
                    endpoint,
                    unavailable.size() + " partitions stay and will be unavailable while it is down: " + unavailable));
        }
        LeaderChangeRisk.of(steps.stream().map(UpgradeStep::actions).toList()).ifPresent(findings::add);
        findings.add(0, Finding.ok(endpoint, steps.size() + " leaders move away"));
    }

    private void look(Shard shard) {
        Copy own = shard.on(layout.tablet(endpoint));
        if (own == null) {
            return;
        }
        if (!own.marked) {
            if (!own.flaw.isEmpty()) {
                findings.add(Finding.warn(shard.id, "its follower here: " + own.flaw));
            }
            return;
        }
        if (!StatLine.expressible(shard.id.db()) || !StatLine.expressible(shard.id.table())) {
            findings.add(Finding.block(shard.id, "its name cannot stand in a stat file"));
            return;
        }
        String obstacle = shard.obstacle(own);
        if (!own.alive && shard.leader() != null) {
            // somebody else leads already; that this one is not recovered does not matter for taking it down
            findings.add(Finding.warn(shard.id, "led here before and was not recovered since; recover it"));
        } else if (!obstacle.isEmpty()) {
            findings.add(Finding.block(shard.id, "its leader cannot hand over: " + obstacle));
        } else {
            Copy successor = layout.successor(shard, tablet -> true);
            if (successor != null) {
                handOver(shard, own, successor);
            } else {
                copyAway(shard, own);
            }
        }
    }

    private void handOver(Shard shard, Copy own, Copy successor) {
        String name = layout.name(successor.tablet);
        long lag = own.offset - successor.offset;
        if (lag > 0) {
            findings.add(Finding.warn(
                    shard.id,
                    name + " is " + lag + " behind (at " + successor.offset + ", the leader at " + own.offset
                            + "); it has to catch up first, or the rest is lost"));
        }
        steps.add(new UpgradeStep(
                line(shard, Optional.empty()),
                name,
                Optional.of(lag),
                List.of(new Action.ChangeLeader(shard.id, name), new Action.RecoverTable(shard.id, endpoint))));
        int tablet = successor.tablet;
        boolean listed = destinations.remove(tablet);
        layout.promote(successor);
        if (listed) {
            destinations.add(tablet);
        }
    }

    private void copyAway(Shard shard, Copy own) {
        if (allowSingleReplica) {
            unavailable.add(shard.id);
            return;
        }
        if (shard.copies.size() > 1) {
            findings.add(Finding.warn(
                    shard.id,
                    "none of its followers can lead, so it is copied; recovering them first would be cheaper"));
        }
        Integer to = destination(shard);
        if (to == null) {
            findings.add(
                    Finding.block(
                            shard.id,
                            "no follower can lead, and no other healthy tablet could take a copy; it can only stay on request"));
            return;
        }
        String name = layout.name(to);
        steps.add(new UpgradeStep(
                line(shard, Optional.of(name)),
                name,
                Optional.empty(),
                List.of(
                        new Action.AddReplica(shard.id, name),
                        new Action.ChangeLeader(shard.id, name),
                        new Action.RecoverTable(shard.id, endpoint))));
        destinations.remove(to);
        layout.promote(layout.add(shard, to, own));
        destinations.add(to);
    }

    private @Nullable Integer destination(Shard shard) {
        for (Integer tablet : destinations) {
            if (shard.fits(tablet)) {
                return tablet;
            }
        }
        return null;
    }

    private StatLine line(Shard shard, Optional<String> added) {
        return new StatLine(endpoint, shard.id.db(), shard.id.table(), shard.tid, shard.id.pid(), added);
    }
}
