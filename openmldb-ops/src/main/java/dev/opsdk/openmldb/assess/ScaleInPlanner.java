package dev.opsdk.openmldb.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Plans how tablets are emptied, so that they can be taken away. */
public final class ScaleInPlanner {
    private final ClusterSnapshot snapshot;
    private final Layout layout;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Unmovable> unmovable = new ArrayList<>();
    private final NavigableSet<Integer> remaining;

    private ScaleInPlanner(ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
        this.layout = new Layout(snapshot, Scope.everything());
        this.remaining = new TreeSet<>(
                Comparator.<Integer>comparingInt(layout::replicas).thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Plans. Every replica of every database, the system's included, goes to the emptiest remaining healthy tablet that has none of its
     * partition; what the plan has put there counts.
     *
     * @param snapshot what was read; best with what the leaving tablets hold
     * @param endpoints the tablets that are to be empty
     * @return the moves, system databases first; blocked when the tablets could not be emptied
     */
    public static MovePlan plan(ClusterSnapshot snapshot, Collection<String> endpoints) {
        return new ScaleInPlanner(snapshot).plan(new LinkedHashSet<>(endpoints));
    }

    private MovePlan plan(Set<String> endpoints) {
        Distribution before = layout.distribution();
        check(endpoints);
        Relocation relocation = new Relocation(layout);
        if (findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCK)) {
            boolean[] leaving = new boolean[layout.size()];
            endpoints.forEach(endpoint -> leaving[layout.tablet(endpoint)] = true);
            for (int tablet = 0; tablet < leaving.length; tablet++) {
                if (layout.healthy(tablet) && !leaving[tablet]) {
                    remaining.add(tablet);
                }
            }
            endpoints.forEach(this::lookForOrphans);
            for (Shard shard : layout.shards()) {
                empty(shard, leaving, relocation);
            }
            LeaderChangeRisk.of(relocation.moves().stream().map(Move::actions).toList())
                    .ifPresent(findings::add);
            findings.add(
                    0,
                    Finding.ok(
                            "scale-in",
                            relocation.moves().size() + " replicas move to " + remaining.size()
                                    + " remaining healthy tablets"));
        }
        return new MovePlan(relocation.moves(), findings, unmovable, before, layout.distribution());
    }

    private void check(Set<String> endpoints) {
        if (endpoints.isEmpty()) {
            findings.add(Finding.block("scale-in", "no endpoint is given"));
        }
        for (String endpoint : endpoints) {
            if (!snapshot.tablets().containsKey(endpoint)) {
                findings.add(Finding.block(
                        endpoint,
                        snapshot.missingTablets().contains(endpoint)
                                ? "the nameserver does not list it, though tables refer to it; start it and recover first"
                                : snapshot.unknown()));
            } else if (!snapshot.healthy(endpoint)) {
                findings.add(Finding.block(endpoint, "is not healthy; start it and recover first"));
            }
        }
    }

    private void lookForOrphans(String endpoint) {
        snapshot.holdings(endpoint)
                .failure()
                .ifPresent(reason -> findings.add(
                        Finding.warn(endpoint, "what it holds beyond the nameserver's tables is unknown: " + reason)));
        snapshot.orphans(endpoint)
                .forEach(
                        held -> findings.add(
                                Finding.warn(
                                        endpoint,
                                        "holds " + held.summary()
                                                + ", of which the nameserver knows nothing there; it stays, and goes with the tablet")));
    }

    private void empty(Shard shard, boolean[] leaving, Relocation relocation) {
        List<Copy> goers =
                shard.copies.stream().filter(copy -> leaving[copy.tablet]).toList();
        if (goers.isEmpty()) {
            return;
        }
        List<Copy> movable = new ArrayList<>();
        for (Copy copy : goers) {
            String obstacle = shard.obstacle(copy);
            if (obstacle.isEmpty()) {
                movable.add(copy);
            } else {
                unmovable.add(new Unmovable(shard.id, layout.name(copy.tablet), obstacle));
                findings.add(Finding.block(
                        shard.id, "the replica on " + layout.name(copy.tablet) + " cannot be moved: " + obstacle));
            }
        }
        long free = remaining.stream().filter(tablet -> shard.fits(tablet)).count();
        if (free < goers.size()) {
            findings.add(Finding.block(
                    shard.id,
                    "has " + shard.copies.size() + " replicas, " + goers.size() + " of them to be moved, but of "
                            + remaining.size() + " remaining healthy tablets only " + free + " have none of it"));
            return;
        }
        // followers first: a leader that went first would make one of them leader
        movable.sort(Comparator.comparing(Copy::leads));
        movable.forEach(copy -> place(copy, leaving, relocation));
    }

    private void place(Copy copy, boolean[] leaving, Relocation relocation) {
        for (int to : remaining) {
            if (copy.shard.fits(to)) {
                remaining.remove(to);
                // a successor that leaves as well would have to hand over once more
                relocation.move(copy, to, tablet -> !leaving[tablet]);
                remaining.add(to);
                return;
            }
        }
    }
}
